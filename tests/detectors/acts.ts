import { loadChecklists } from "../../src/checklist/index.js";
import { detect } from "../../src/engine/audit.js";
import { readText } from "../../src/engine/text-file.js";
import { dialog } from "../../src/formats/dialog.js";
import type { Signal } from "../../src/model/index.js";

const { lexicon } = loadChecklists(["core"], readText);

/** Signals of an act in a small conversation, through the phrases that ship. */
export function signalsOf(act: string, lines: readonly string[]): readonly Signal[] {
  return detect(dialog(lines), lexicon).filter(({ detector }) => detector === act);
}

/** Turns (from 0) in which an act is heard. */
export const turnsWith = (act: string, lines: readonly string[]): readonly number[] =>
  signalsOf(act, lines).map(({ evidence }) => evidence[0]?.turn ?? -1);

/** A particular of the first signal of an act. */
export const detailOf = (act: string, name: string, lines: readonly string[]): string | undefined =>
  signalsOf(act, lines)[0]?.detail?.[name];
