import { readFileSync } from "node:fs";
import { type Base, writtenBase } from "../../src/checklist/base.js";
import { type LoadedRules, loadOn } from "../../src/checklist/index.js";
import { createAuditor } from "../../src/engine/audit.js";
import { dialog } from "../../src/formats/dialog.js";
import type { Audit, Channel, Transcript } from "../../src/model/index.js";

/** What ships, read once for all tests of a file. */
export const base: Base = writtenBase(path => readFileSync(path, "utf8"));

/** Loads checklists from files that are only here: path → text. */
export function load(
  files: Readonly<Record<string, string>>,
  names: readonly string[] = ["ours.yaml"],
): LoadedRules {
  return loadOn(base, names, path => {
    const text = new Map(Object.entries(files)).get(path.replace(`${process.cwd()}/`, ""));
    if (text === undefined) throw new Error(`no ${path}`);
    return text;
  });
}

/** The same, of one file. */
export const loadOne = (text: string, files: Readonly<Record<string, string>> = {}): LoadedRules =>
  load({ ...files, "ours.yaml": text });

/** Problems as people read them. */
export const mistakes = ({ problems }: LoadedRules): readonly string[] =>
  problems.map(({ source, line, column, message }) => `${source}:${line}:${column}: ${message}`);

/** Judges a made-up conversation by checklists. */
export function judge(
  rules: LoadedRules,
  lines: readonly string[],
  about: { readonly channel?: Channel; readonly metadata?: Transcript["metadata"] } = {},
): Audit {
  if (rules.problems.length > 0) throw new Error(mistakes(rules).join("\n"));
  const transcript = dialog(lines, about.channel);
  return createAuditor(rules)({ ...transcript, metadata: about.metadata ?? {} });
}

/** Verdicts by check. */
export const verdicts = ({ findings }: Audit): Readonly<Record<string, string>> =>
  Object.fromEntries(findings.map(({ check, verdict }) => [check, verdict]));
