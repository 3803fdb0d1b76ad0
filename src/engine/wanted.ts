import * as shelf from "../detectors/index.js";
import type { Check, Checklist, Detector } from "../model/index.js";
import { inOrder } from "./order.js";

/** All detectors, each after those it waits for. */
export const DETECTORS: readonly Detector[] = inOrder(Object.values(shelf));

/** Detectors that an audit by these checklists runs: one on demand only where an act of its own is named, or another that runs waits for it. */
export function detectorsFor(checklists: readonly Checklist[]): readonly Detector[] {
  const named = JSON.stringify(
    checklists.map(({ appliesWhen, checks }) => [appliesWhen, checks.map(namesOf)]),
  );
  const waitedFor = new Set<string>();
  const wanted = new Set<Detector>();
  for (const detector of DETECTORS.toReversed()) {
    const acts = detector.acts ?? [detector.name];
    const asked = acts.some(act => waitedFor.has(act) || named.includes(`"${act}"`));
    if (detector.onDemand && !asked) continue;
    wanted.add(detector);
    for (const act of detector.after ?? []) waitedFor.add(act);
  }
  return DETECTORS.filter(detector => wanted.has(detector));
}

/** Everything in a check that may name an act. */
const namesOf = ({ options, scope, appliesWhen, parts = [] }: Check): unknown => [
  options,
  scope,
  appliesWhen,
  parts.map(namesOf),
];
