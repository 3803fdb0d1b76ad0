import { findingOf } from "../gate/compare.js";
import type { Expectation } from "../gate/expectation.js";
import type { Audit, Verdict } from "../model/index.js";
import { terminal } from "../safety/index.js";
import { table } from "./table.js";

/** Which checks training content exercises, and which nobody shows. */
export interface Coverage {
  add(audit: Audit, expectation: Expectation): void;
  /** A row a check: how many files expect it to pass, and how many to be missed. */
  text(): string;
  /** The same as figures. */
  counts(): readonly { readonly check: string; readonly shown: number; readonly missed: number }[];
}

/** Nothing exercised yet. */
export function createCoverage(): Coverage {
  const checks = new Map<string, Map<Verdict, number>>();
  return {
    add(audit, expectation) {
      for (const { check, checklist } of audit.findings) {
        const name = `${checklist}/${check}`;
        if (!checks.has(name)) checks.set(name, new Map());
      }
      for (const { check, verdict } of expectation.checks) {
        const finding = findingOf(audit, check);
        const counts = finding && checks.get(`${finding.checklist}/${finding.check}`);
        counts?.set(verdict, (counts.get(verdict) ?? 0) + 1);
      }
    },
    counts: () =>
      [...checks].map(([check, counts]) => ({
        check,
        shown: counts.get("pass") ?? 0,
        missed: missed(counts),
      })),
    text() {
      const rows = [...checks].map(([name, counts]) => [
        name,
        String(counts.get("pass") ?? 0),
        String(missed(counts)),
        counts.size === 0 ? "not exercised" : missing(counts),
      ]);
      const lacking = [...checks].filter(([, counts]) => counts.size === 0).length;
      const said =
        lacking === 0 ? "every check is exercised" : `${lacking} of ${checks.size} checks not exercised`;
      return `\n${table(["check", "shown", "missed", ""], rows)}\n${terminal`${said}`}\n`;
    },
  };
}

const missed = (counts: ReadonlyMap<Verdict, number>): number =>
  (counts.get("partial") ?? 0) + (counts.get("fail") ?? 0);

function missing(counts: ReadonlyMap<Verdict, number>): string {
  if (!counts.has("pass")) return "never shown";
  return counts.has("fail") || counts.has("partial") ? "" : "never missed";
}
