import {
  type Accepted,
  type Baseline,
  createMatching,
  createWriting,
  keyOf,
  pruned,
} from "../../gate/baseline.js";
import type { Audit, Problem } from "../../model/index.js";
import { terminal } from "../../safety/index.js";
import { openBaseline, saveBaseline, staleness } from "../baseline-files.js";
import { complain } from "../complain.js";
import { type Flags, inForce } from "../config/resolve.js";
import { BROKEN, type Ending, WELL } from "../exit.js";
import { namingFrom } from "../gating.js";
import { note, print } from "../output.js";
import { planOf } from "../plan.js";
import { limitFlags } from "../reading.js";
import { run } from "../run.js";
import { table } from "../table.js";

/** Where a baseline lies when nobody says. */
const FILE = "attune-baseline.json";

/** Accepts every miss of the conversations as they are now. */
export async function baselineWrite(paths: readonly string[], flags: Flags): Promise<Ending> {
  const file = await fileOf(flags);
  const writing = createWriting(namingFrom(file));
  const ended = await judged(paths, flags, audit => writing.add(audit));
  if (ended.broken || ended.problems.length > 0) return ended;
  const baseline = writing.baseline();
  if (!(await saved(file, baseline))) return BROKEN;
  await print(terminal`${file}: ${counted(baseline)}\n`);
  return ended;
}

/** Takes out what is missed no more; never takes anything in. */
export async function baselinePrune(paths: readonly string[], flags: Flags): Promise<Ending> {
  const file = await fileOf(flags);
  const { baseline, problem } = openBaseline(file);
  if (baseline === undefined) return refused(problem);
  const matching = createMatching(baseline, namingFrom(file));
  const ended = await judged(paths, flags, audit => matching.accept(audit));
  if (ended.broken || ended.problems.length > 0) {
    note(terminal`attune: ${file} is left as it was\n`);
    return ended;
  }
  const kept = pruned(baseline, matching.met());
  if (!(await saved(file, kept))) return BROKEN;
  const gone = total(baseline) - total(kept);
  await print(terminal`${file}: ${counted(kept)}, ${gone} taken out\n`);
  return ended;
}

/** Shows what is accepted; with conversations, how much of it is still met. */
export async function baselineShow(paths: readonly string[], flags: Flags): Promise<Ending> {
  const file = await fileOf(flags);
  const { baseline, problem } = openBaseline(file);
  if (baseline === undefined) return refused(problem);
  const matching = createMatching(baseline, namingFrom(file));
  const ended = paths.length === 0 ? WELL : await judged(paths, flags, audit => matching.accept(audit));
  if (ended.broken) return ended;
  const met = new Map(matching.met().map(entry => [keyOf(entry), entry.count]));
  const head = ["check", "verdict", "times", ...(paths.length > 0 ? ["met"] : []), "first seen"];
  const rows = [...baseline.accepted]
    .sort(byCheck)
    .map(entry => [
      entry.check,
      entry.verdict,
      String(entry.count),
      ...(paths.length > 0 ? [String(met.get(keyOf(entry)) ?? 0)] : []),
      entry.seen,
    ]);
  if (rows.length > 0) await print(`${table(head, rows)}\n`);
  const pins = baseline.checklists.map(({ name, version }) => `${name} ${version}`).join(", ");
  await print(terminal`${counted(baseline)}${pins && `; by ${pins}`}\n`);
  return ended;
}

const byCheck = (a: Accepted, b: Accepted): number => (keyOf(a) < keyOf(b) ? -1 : 1);

async function fileOf(flags: Flags): Promise<string> {
  return (await inForce(flags)).settings.baseline ?? FILE;
}

function refused(problem: Problem | undefined): Ending {
  complain(problem === undefined ? [] : [problem]);
  return BROKEN;
}

/** Judges all conversations; what is named and cannot be read makes the baseline wrong, so that it is left alone. */
async function judged(paths: readonly string[], flags: Flags, each: (audit: Audit) => void): Promise<Ending> {
  const force = await inForce({ ...flags, ...limitFlags(flags) });
  const { plan, rules, problems } = await planOf(paths, flags, force);
  const mistakes = [...force.problems, ...problems];
  if (mistakes.length > 0) {
    complain(mistakes);
    return BROKEN;
  }
  const serious: Problem[] = [];
  for await (const heard of run(paths, plan)) {
    if ("audit" in heard) each(heard.audit);
    else if ("problem" in heard && heard.problem.effect === "unreadable" && heard.problem.named)
      serious.push(heard.problem);
  }
  complain(serious);
  const { baseline } = openBaseline(force.settings.baseline ?? FILE);
  if (baseline)
    for (const line of staleness(force.settings.baseline ?? FILE, baseline, rules.checklists))
      note(terminal`attune: ${line}\n`);
  return { ...WELL, problems: serious };
}

async function saved(file: string, baseline: Baseline): Promise<boolean> {
  const problem = saveBaseline(file, baseline);
  complain(problem ? [problem] : []);
  return problem === undefined;
}

const total = ({ accepted }: Baseline): number => accepted.reduce((sum, { count }) => sum + count, 0);
const counted = (baseline: Baseline): string => `${total(baseline)} accepted`;
