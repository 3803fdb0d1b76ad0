import type { Complaint, Document } from "../model/index.js";

/** A document of a source, or the complaint about one that could not be read. */
export type Doc = { readonly document: Document } | { readonly complaint: Complaint };

/** One text → documents: a whole JSON, the lines of a JSONL, or a text that is neither. */
export function* documents(name: string, text: string): Generator<Doc> {
  const first = firstLine(text);
  const head = first && parse(first.text);
  if (first && head && isContainer(head.value) && text.slice(first.end).trim() !== "") {
    yield* jsonLines(name, text);
    return;
  }
  const whole = parse(text);
  yield { document: { name, text, json: whole?.value, line: 1 } };
}

function* jsonLines(name: string, text: string): Generator<Doc> {
  let line = 0;
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf("\n", from);
    const to = end < 0 ? text.length : end;
    const part = text.slice(from, to);
    line++;
    from = to + 1;
    if (part.trim() === "") continue;
    const parsed = parse(part);
    if (parsed) yield { document: { name, text: part, json: parsed.value, line } };
    else
      yield {
        complaint: { line, code: "broken-json", message: "Unexpected broken JSON", effect: "unreadable" },
      };
  }
}

function firstLine(text: string): { readonly text: string; readonly end: number } | undefined {
  const from = text.search(/\S/);
  if (from < 0) return undefined;
  const end = text.indexOf("\n", from);
  return { text: text.slice(from, end < 0 ? text.length : end), end: end < 0 ? text.length : end };
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

function isContainer(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
