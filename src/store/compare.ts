import type { TrendComparison, TrendShift } from "../model/index.js";
import type { Row } from "./row.js";
import type { Snapshot } from "./snapshot.js";
import { shownVersion, versionOf } from "./version.js";

/** What is remembered of a conversation by the older version until the newer comes. */
interface Answer {
  readonly score: number | null;
  readonly passed: boolean;
  readonly verdicts: readonly (readonly [key: string, passed: boolean])[];
}

/** The last two versions on the conversations that both have judged: what changed is the list, not the calls. */
export function compare(
  snapshot: Snapshot,
  isAsked: (row: Row) => boolean,
): TrendComparison | { readonly problem: string } {
  const versions = new Map<string, Row>();
  for (const { row } of snapshot.rows()) {
    if (!isAsked(row)) continue;
    const key = versionOf(row);
    // Put at the end each time: the version used last is the last.
    versions.delete(key);
    versions.set(key, row);
  }
  const [older, newer] = [...versions].slice(-2);
  if (older === undefined || newer === undefined)
    return {
      problem: "Unexpected single version, expected conversations that two versions of the list have judged",
    };
  const tally = createTally();
  const old = new Map<string, Answer>();
  const now = new Map<string, Answer>();
  for (const { row } of snapshot.rows()) {
    if (!isAsked(row)) continue;
    const key = versionOf(row);
    const [mine, other] = key === older[0] ? [old, now] : key === newer[0] ? [now, old] : [];
    if (mine === undefined || other === undefined) continue;
    const conversation = row.group.slice(0, 16);
    const met = other.get(conversation);
    if (met === undefined) mine.set(conversation, answerOf(row));
    else {
      other.delete(conversation);
      tally.add(...(mine === now ? ([met, answerOf(row)] as const) : ([answerOf(row), met] as const)));
    }
  }
  const before = shownVersion(older[1], undefined);
  const after = shownVersion(newer[1], older[1]);
  return { before, after, ...tally.result() };
}

function answerOf({ score, outcome, findings }: Row): Answer {
  const verdicts = findings.flatMap(({ checklist, check, verdict }): Answer["verdicts"][number][] =>
    verdict === "na" || verdict === "unknown" ? [] : [[`${checklist}/${check}`, verdict === "pass"]],
  );
  return { score, passed: outcome === "pass", verdicts };
}

function createTally() {
  const whole = emptyShift({});
  const checks = new Map<string, Shift>();
  const [before, after] = [createMean(), createMean()];
  let conversations = 0;
  return {
    add(old: Answer, now: Answer): void {
      conversations++;
      if (old.score !== null && now.score !== null) {
        before.add(old.score);
        after.add(now.score);
        shift(whole, old.passed, now.passed);
      }
      const then = new Map(old.verdicts);
      for (const [key, passed] of now.verdicts) {
        const passedBefore = then.get(key);
        if (passedBefore === undefined) continue;
        const [checklist = "", check = ""] = key.split("/");
        const one = checks.get(key) ?? emptyShift({ checklist, check });
        shift(one, passedBefore, passed);
        checks.set(key, one);
      }
    },
    result: () => ({
      conversations,
      meanBefore: before.value(),
      meanAfter: after.value(),
      shifts: [...(whole.n > 0 ? [whole] : []), ...checks.values()],
    }),
  };
}

type Shift = { -readonly [K in keyof TrendShift]: TrendShift[K] };

const emptyShift = (of: Pick<TrendShift, "check" | "checklist">): Shift => ({
  ...of,
  ...{ n: 0, passedBefore: 0, passedAfter: 0, won: 0, lost: 0 },
});

function shift(to: Shift, before: boolean, after: boolean): void {
  to.n++;
  if (before) to.passedBefore++;
  if (after) to.passedAfter++;
  if (after && !before) to.won++;
  if (before && !after) to.lost++;
}

function createMean() {
  let [n, sum] = [0, 0];
  return {
    add(value: number): void {
      n++;
      sum += value;
    },
    value: () => (n === 0 ? null : Math.round((sum / n) * 10) / 10),
  };
}
