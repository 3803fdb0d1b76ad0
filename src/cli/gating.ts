import { relative, resolve } from "node:path";
import type { Counted } from "../batch/counted.js";
import { closest } from "../checklist/closest.js";
import { scoreFindings } from "../engine/score.js";
import type { Bar } from "../gate/bar.js";
import {
  type Baseline,
  createMatching,
  type Matching,
  type Naming,
  NOTHING_ACCEPTED,
} from "../gate/baseline.js";
import { createGate, verdictOf } from "../gate/gate.js";
import type { Audit, Checklist, Decision, Problem } from "../model/index.js";
import { terminal } from "../safety/index.js";
import { openBaseline, staleness } from "./baseline-files.js";
import { usage } from "./complain.js";
import type { InForce } from "./config/resolve.js";
import type { Ending } from "./exit.js";
import { note } from "./output.js";

/** A run held to its bars: what is accepted is marked first, then everything is counted. */
export interface Gating {
  /** Mistakes in what was asked for; with any of them there is nothing to run. */
  readonly problems: readonly Problem[];
  /** Worth knowing: a baseline of older scorecards. */
  readonly notes: readonly string[];
  pass(audit: Audit): Audit;
  /** Counts an audit that a thread has passed on; only where `apart` holds. */
  count(counted: Counted): void;
  /** Whether audits can be held to the bars one by one, in any order: baselines count what they accept. */
  readonly apart: boolean;
  /** What came of it, where anything was asked for. */
  decision(): Decision | undefined;
}

/** The bars and baselines in force, for scorecards that are loaded. */
export function gatingOf({ settings, sourceOf }: InForce, checklists: readonly Checklist[]): Gating {
  const { "min-score": minScore, "fail-on": failOn, "max-fails": maxFails } = settings;
  const { "per-check": perCheck, "no-worse-than": noWorseThan, baseline } = settings;
  const bar: Bar = { minScore, failOn, maxFails, perCheck, noWorseThan };
  const problems: Problem[] = unknownChecks(bar, checklists).map(message => ({
    ...usage(message),
    source: sourceOf("per-check"),
  }));
  const files = [...new Set([baseline, noWorseThan].filter(file => file !== undefined))];
  const opened = files.map(file => ({ file, ...openBaseline(file) }));
  problems.push(...opened.flatMap(({ problem }) => (problem ? [problem] : [])));
  const matchings = opened.map(one => matching(one.file, one.baseline));
  const gate = createGate(bar, scoreFindings, settings["warn-only"]);
  const asked = files.length > 0 || gate.decide().bars.length > 0 || (settings["remarks-status"] ?? 0) > 0;
  return {
    problems,
    notes: opened.flatMap(one => staleness(one.file, one.baseline ?? NOTHING_ACCEPTED, checklists)),
    pass(audit) {
      const accepted = matchings.reduce((now, one) => one.accept(now), audit);
      gate.add(accepted);
      return accepted;
    },
    count(counted) {
      const findings = counted.findings.filter(({ accepted }) => accepted !== true);
      gate.count({ ...counted, ...counted.open, findings }, counted.findings.length - findings.length);
    },
    apart: files.length === 0,
    decision() {
      const decision = gate.decide();
      return asked || decision.accepted > 0 ? decision : undefined;
    },
  };
}

function matching(file: string, baseline: Baseline | undefined): Matching {
  return createMatching(baseline ?? NOTHING_ACCEPTED, namingFrom(file));
}

/** Files are named from where the baseline lies, with slashes, and without the line or number of one among many. */
export function namingFrom(file: string): Naming {
  const folder = resolve(file, "..");
  return source => {
    const [, path = source] = /^(.*?)(?::\d+)?(?:#[^/\\#]+)?$/s.exec(source) ?? [];
    return path === "-" ? path : relative(folder, resolve(path)).replaceAll("\\", "/");
  };
}

function unknownChecks({ perCheck = [] }: Bar, checklists: readonly Checklist[]): readonly string[] {
  const ids = checklists.flatMap(({ checks }) => checks.map(({ id }) => id));
  if (ids.length === 0) return [];
  return perCheck
    .filter(({ check }) => !ids.includes(check))
    .map(({ check }) => `Unexpected check \`${check}\` for --per-check, expected ${closest(check, ids)}`);
}

/** Says on standard error what decided, and what that does to the exit status. */
export function tell(
  decision: Decision | undefined,
  audits: number,
  remarksStatus: number,
): Pick<Ending, "below" | "remarks"> {
  if (decision === undefined) return { below: 0, remarks: 0 };
  const { bars, below, missed, remarks, warnOnly } = decision;
  const status = verdictOf(decision, remarksStatus);
  const given = `(${bars.join(", ")})`;
  const only = warnOnly ? "; a warning alone (--warn-only)" : "";
  if (below > 0) note(terminal`attune: ${below} of ${audits} audit(s) below the bar ${given}${only}\n`);
  else if (missed.length > 0) note(terminal`attune: the run is below the bar ${given}${only}\n`);
  for (const why of missed) note(terminal`  ${why}\n`);
  if (status.remarks > 0)
    note(
      terminal`attune: ${remarks} remark(s) and nothing below the bar: status ${status.remarks} (--remarks-status)\n`,
    );
  return status;
}
