import { loadRules } from "../checklist/rules.js";
import { createAuditor } from "../engine/audit.js";
import { readBytes, readText } from "../engine/text-file.js";
import type { Audit, Problem, Transcript } from "../model/index.js";

/** What judges by some checklists, or what is wrong with them. */
export type Judging =
  | { readonly judge: (transcript: Transcript) => Audit }
  | { readonly problems: readonly Problem[] };

/** Names of checklists → what judges by them, loaded once. */
export type Judges = (checklists: readonly string[]) => Promise<Judging>;

/** No checklist loaded yet. */
export function judgesOf(): Judges {
  const known = new Map<string, Promise<Judging>>();
  return checklists => {
    const key = checklists.join("\n");
    const judging = known.get(key) ?? load(checklists);
    known.set(key, judging);
    return judging;
  };
}

async function load(checklists: readonly string[]): Promise<Judging> {
  const rules = await loadRules(checklists, { text: readText, bytes: readBytes });
  return rules.problems.length > 0 ? { problems: rules.problems } : { judge: createAuditor(rules) };
}
