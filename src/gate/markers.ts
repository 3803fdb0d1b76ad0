import type { Verdict } from "../model/index.js";

/** A note to attune in a script: one match that is meant, or what the next turn must show. */
export interface Marker {
  readonly kind: "disable" | "expect";
  /** 1-based line on which it is written. */
  readonly line: number;
  /** 1-based line that it is about: its own where words stand before it, else the next with words. */
  readonly about: number;
  readonly checks: readonly string[];
  readonly verdict?: Verdict;
  readonly reason?: string;
}

/** A script without its markers, each line in its place; and what was wrong with some of them. */
export interface Marked {
  readonly text: string;
  readonly markers: readonly Marker[];
  readonly wrong: readonly { readonly line: number; readonly message: string }[];
}

const COMMENT = /<!--\s{0,8}(attune-(?:disable|expect)\b[^<>]{0,400}?)\s{0,8}-->/;
const LINE = /^\s{0,8}(?:#|\/\/)\s{0,8}(attune-(?:disable|expect)\b.{0,400})$/;
const VERDICTS: readonly Verdict[] = ["pass", "partial", "fail", "na", "unknown"];

/** Whether it is worth looking for markers in a text. */
export const mayHoldMarkers = (text: string): boolean =>
  text.includes("attune-disable") || text.includes("attune-expect");

/** Takes `<!-- attune-disable CHECK: why -->` and `# attune-expect fail CHECK` out of a script. */
export function readMarkers(text: string): Marked {
  if (!mayHoldMarkers(text)) return { text, markers: [], wrong: [] };
  const markers: Marker[] = [];
  const wrong: { line: number; message: string }[] = [];
  const waiting: { line: number; body: string }[] = [];
  const lines = text.split("\n").map((written, i) => {
    const { rest, bodies } = takenFrom(written);
    const here = bodies.map(body => ({ line: i + 1, body }));
    if (rest.trim() === "") waiting.push(...here);
    else for (const one of [...waiting.splice(0), ...here]) read(one, i + 1);
    return rest;
  });
  for (const { line } of waiting)
    wrong.push({
      line,
      message: "Unexpected marker behind the last words, expected it above or beside those it is about",
    });
  return { text: lines.join("\n"), markers, wrong };

  function read({ line, body }: { readonly line: number; readonly body: string }, about: number): void {
    const marker = markerOf(body);
    if (typeof marker === "string") wrong.push({ line, message: marker });
    else markers.push({ ...marker, line, about });
  }
}

function takenFrom(line: string): { readonly rest: string; readonly bodies: readonly string[] } {
  if (!mayHoldMarkers(line)) return { rest: line, bodies: [] };
  const [, whole] = LINE.exec(line) ?? [];
  if (whole !== undefined) return { rest: "", bodies: [whole.trim()] };
  const bodies: string[] = [];
  let rest = line;
  for (let found = COMMENT.exec(rest); found !== null; found = COMMENT.exec(rest)) {
    bodies.push(found[1] as string);
    rest = rest.slice(0, found.index).trimEnd() + rest.slice(found.index + found[0].length);
  }
  return { rest, bodies };
}

const names = (list: string): readonly string[] => list.split(/[\s,]+/).filter(name => name !== "");

function markerOf(body: string): Omit<Marker, "line" | "about"> | string {
  const [word = "", ...others] = body.split(/\s+/);
  const said = body.slice(word.length).trim();
  if (word.startsWith("attune-disable")) {
    const colon = said.indexOf(":");
    const checks = names(colon < 0 ? said : said.slice(0, colon));
    const reason = colon < 0 ? "" : said.slice(colon + 1).trim();
    return checks.length === 0 || reason === ""
      ? "Unexpected marker, expected a check and a reason: `attune-disable blame: quoting the old script`"
      : { kind: "disable", checks, reason };
  }
  const verdict = VERDICTS.find(one => one === others[0]);
  const checks = names(said.slice(verdict?.length ?? 0));
  return verdict === undefined || checks.length === 0
    ? `Unexpected marker, expected a verdict (${VERDICTS.join(", ")}) and a check: \`attune-expect fail blame\``
    : { kind: "expect", verdict, checks };
}

/** The turn that a line belongs to, 0-based: the last that begins on it or above. */
export function turnAt(
  turns: readonly { readonly index: number; readonly pieces: readonly { readonly line?: number }[] }[],
  line: number,
): number | undefined {
  let found: number | undefined;
  for (const { index, pieces } of turns)
    for (const piece of pieces) if (piece.line !== undefined && piece.line <= line) found = index;
  return found;
}
