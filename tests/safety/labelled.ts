import { readFileSync } from "node:fs";
import type { Role } from "../../src/model/index.js";
import { type Kind, type Masked, maskRanges } from "../../src/safety/index.js";

/** A line of a labelled file: who says it, to what, and what of it is personal. */
export interface Row {
  readonly line: string;
  readonly by: Role;
  readonly before: string;
  readonly text: string;
  readonly expected: readonly Masked[];
}

/** Kinds as the files write them. */
export const KINDS: readonly Kind[] = [
  "email",
  "phone",
  "card",
  "iban",
  "id",
  "name",
  "secret",
  "date of birth",
  "address",
];

const MARK = new RegExp(`\\{(${KINDS.join("|")}):([^}]*)\\}`, "g");

/** «Call {phone:555-0123}» → the text without marks, and where the marks stood. */
function readRow(line: string): Row {
  const [, agent, before = "", marked = ""] = /^(agent: )?(?:(.*?) ⇒ )?(.*)$/s.exec(line) ?? [];
  const expected: Masked[] = [];
  let text = "";
  let at = 0;
  for (const mark of marked.matchAll(MARK)) {
    text += marked.slice(at, mark.index);
    expected.push({ kind: mark[1] as Kind, from: text.length, to: text.length + (mark[2] as string).length });
    text += mark[2];
    at = mark.index + mark[0].length;
  }
  return { line, by: agent ? "agent" : "customer", before, text: text + marked.slice(at), expected };
}

/** Every line of a labelled file of fixtures/safety. */
export function labelled(name: string): readonly Row[] {
  return readFileSync(new URL(`../../fixtures/safety/${name}`, import.meta.url), "utf8")
    .split("\n")
    .filter(line => line.trim() !== "" && !line.startsWith("# "))
    .map(readRow);
}

/** What the mask finds in a line. */
export const foundIn = ({ text, by, before }: Row): readonly Masked[] => maskRanges(text, { by, before });

/** Found and due ranges of a kind over all lines, and how many of them are exactly the same. */
export function counted(rows: readonly Row[], kind: Kind): { right: number; found: number; due: number } {
  const of = (ranges: readonly Masked[]) =>
    ranges.filter(range => range.kind === kind).map(({ from, to }) => `${from}-${to}`);
  let [right, found, due] = [0, 0, 0];
  for (const row of rows) {
    const [ours, theirs] = [of(foundIn(row)), of(row.expected)];
    right += ours.filter(range => theirs.includes(range)).length;
    found += ours.length;
    due += theirs.length;
  }
  return { right, found, due };
}
