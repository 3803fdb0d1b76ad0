import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { toSource } from "../../src/engine/files.js";
import { type Read, type ReadOptions, readSource } from "../../src/engine/read.js";
import type { Problem, Transcript, Turn } from "../../src/model/index.js";

/** Everything that reading a text (or bytes) gives. */
export async function readText(
  text: string | Uint8Array,
  options: ReadOptions = {},
  name = "call.txt",
): Promise<readonly Read[]> {
  const opened = await toSource(name, true, typeof text === "string" ? Buffer.from(text) : text);
  return "problem" in opened ? [opened] : [...readSource(opened.source, options)];
}

/** The transcripts among what was read. */
export function transcriptsOf(reads: readonly Read[]): readonly Transcript[] {
  return reads.flatMap(read => ("transcript" in read ? [read.transcript] : []));
}

/** The problems among what was read. */
export function problemsOf(reads: readonly Read[]): readonly Problem[] {
  return reads.flatMap(read => ("problem" in read ? [read.problem] : []));
}

/** What was read of a file, as lines that a person can check beside it: turns, roles, times, first and last words. */
export async function pageOf(path: string): Promise<string> {
  const reads = await readText(readFileSync(path), { unjudged: true }, basename(path));
  return reads
    .flatMap(read => ("problem" in read ? problemLine(read.problem) : transcriptLines(read.transcript)))
    .join("\n")
    .concat("\n");
}

function problemLine({ source, line, column, effect, code, message }: Problem): readonly string[] {
  return [
    `! ${[source, line, column].filter(part => part !== undefined).join(":")} ${effect} ${code}: ${message}`,
  ];
}

function transcriptLines({ turns, measured, ...about }: Transcript): readonly string[] {
  return [
    `# ${JSON.stringify(about)}${measured.length > 0 ? ` measured ${measured.length}` : ""}`,
    ...turns.map(turnLine),
  ];
}

/** One turn in a line: `3 customer Ben 1.2-4s [u5,6] "My card … at all (12)"`. */
export function turnLine({ index, speaker, role, kind, text, start, end, cutOff, pieces }: Turn): string {
  const times = start === undefined && end === undefined ? "" : ` ${start ?? ""}-${end ?? ""}ms`;
  const what = kind === "speech" ? "" : ` <${kind}>`;
  const from = `u${pieces.map(({ utterance }) => utterance).join(",")}${pieces[0]?.line === undefined ? "" : ` line ${pieces[0].line}`}`;
  return `  ${index} ${role}${what} ${JSON.stringify(speaker)}${times}${cutOff ? " cut" : ""} [${from}] ${ends(text)}`;
}

/** The first five and last three words, and how many there are. */
function ends(text: string): string {
  const words = text.split(/\s+/);
  return JSON.stringify(
    words.length > 9
      ? `${words.slice(0, 5).join(" ")} … ${words.slice(-3).join(" ")} (${words.length})`
      : text,
  );
}
