import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../model/index.js";
import { textOf, UNFINISHED, writeWhole } from "./disk.js";
import { journalOf } from "./segments.js";

/** Number of the store's shape. */
export const SCHEMA = 1;

/** What a store says of itself. */
export interface Mark {
  readonly kind: "attune-store";
  readonly schema: number;
  /** Agents go by keyed hashes; `pending` until every row that was there before does. */
  readonly pseudonyms: "no" | "pending" | "yes";
}

const markPath = (store: string): string => join(store, "store.json");

/** A problem with a store. */
export const storeProblem = (source: string, message: string, code = "store"): Problem => ({
  source,
  code,
  effect: "unreadable",
  named: true,
  message,
});

/** A failure of the disk, as a problem; anything else is a bug and thrown on. */
export function diskProblem(source: string, error: unknown, expected: string): Problem {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return storeProblem(source, `Unexpected error ${code}, expected ${expected}`, "unwritable");
}

/** What a folder says of itself, or why it is no store. */
export function readMark(store: string): Mark | { readonly problem: Problem } {
  const text = textOf(markPath(store));
  if (text === undefined) {
    const met = existsSync(store) ? "folder that is no store" : "name of a store";
    return {
      problem: storeProblem(store, `Unexpected ${met}, expected one that \`attune audit --store\` wrote`),
    };
  }
  const mark = parsed(text);
  if (mark?.kind !== "attune-store" || typeof mark.schema !== "number")
    return {
      problem: storeProblem(join(store, "store.json"), "Unexpected content, expected a store's mark"),
    };
  if (mark.schema > SCHEMA) {
    const message = `Unexpected store of shape ${mark.schema}, expected ${SCHEMA}: a newer attune wrote it`;
    return { problem: storeProblem(store, message) };
  }
  return mark as Mark;
}

/** Writes what a store says of itself. */
export const writeMark = (store: string, pseudonyms: Mark["pseudonyms"]): void =>
  writeWhole(
    markPath(store),
    `${JSON.stringify({ kind: "attune-store", schema: SCHEMA, pseudonyms } satisfies Mark)}\n`,
  );

/** Makes a folder a store, where there is nothing else in it; it is closed to others. */
export function makeStore(store: string): Mark | { readonly problem: Problem } {
  mkdirSync(store, { recursive: true, mode: 0o700 });
  if (!existsSync(markPath(store))) {
    const others = readdirSync(store).filter(name => !/^(?:lock|key|journal|\.)/.test(name));
    if (others.length > 0) {
      const message = "Unexpected folder with other files in it, expected a store or an empty folder";
      return { problem: storeProblem(store, message) };
    }
    chmodSync(store, 0o700);
    begin(store);
  }
  mkdirSync(journalOf(store), { recursive: true, mode: 0o700 });
  return readMark(store);
}

/** Two first runs may come at once: whoever is late finds the other's mark, or its own half-written one taken away. */
function begin(store: string): void {
  try {
    writeMark(store, "no");
  } catch (error) {
    if (!existsSync(markPath(store))) throw error;
  }
}

/** Takes away what somebody was writing when the power went. */
export function removeUnfinished(store: string): void {
  for (const folder of [store, journalOf(store)])
    for (const name of readdirSync(folder))
      if (UNFINISHED.test(name) || /^lock\.[0-9a-f]{24}$/.test(name))
        rmSync(join(folder, name), { force: true });
}

function parsed(text: string): Partial<Mark> | undefined {
  try {
    return JSON.parse(text) as Partial<Mark>;
  } catch {
    return undefined;
  }
}
