import { readFileSync } from "node:fs";
import type { Baseline } from "../gate/baseline.js";
import { readBaseline, stalePins, writeBaseline } from "../gate/baseline-file.js";
import type { Pin, Problem } from "../model/index.js";
import { usage } from "./complain.js";
import { createWholeFile } from "./file.js";

/** Reads a baseline that was named: one that is missing or broken is a mistake, never an empty baseline. */
export function openBaseline(file: string): { readonly baseline?: Baseline; readonly problem?: Problem } {
  const wrong = (message: string): { readonly problem: Problem } => ({
    problem: { ...usage(message), source: file, code: "baseline" },
  });
  try {
    const read = readBaseline(readFileSync(file, "utf8"));
    return "wrong" in read ? wrong(read.wrong) : { baseline: read };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return code === "ENOENT"
      ? wrong("Unexpected name of a baseline, expected one that exists; `attune baseline write` writes it")
      : wrong(`Unexpected error ${code}, expected a readable baseline`);
  }
}

/** Puts a baseline into its file, whole or not at all. */
export function saveBaseline(file: string, baseline: Baseline): Problem | undefined {
  try {
    const whole = createWholeFile(file);
    whole.write(writeBaseline(baseline));
    whole.finish();
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { ...usage(`Unexpected error ${code}, expected a file that can be written`), source: file };
  }
}

/** A sentence for each scorecard that has changed since the baseline was written. */
export function staleness(file: string, baseline: Baseline, now: readonly Pin[]): readonly string[] {
  return stalePins(baseline, now).map(
    ({ name, version }) =>
      `${file}: written by another ${name} than this one (${version}); look through it, then write it anew`,
  );
}
