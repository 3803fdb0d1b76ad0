import type { Outcome, Verdict } from "../model/index.js";

/** One check that is expected to come out so, at a turn if one is given. */
export interface Expected {
  readonly check: string;
  readonly verdict: Verdict;
  /** Counted from 1, as people do. */
  readonly turn?: number;
  /** Line of the marker that says so. */
  readonly line?: number;
}

/** A comparison that a score must pass. */
export interface ScoreBound {
  readonly sign: "<" | "<=" | "=" | ">=" | ">";
  readonly value: number;
}

/** What a role-play script, exemplar or bad call says that it shows and misses. Misses are told in full. */
export interface Expectation {
  /** Names or files of checklists; left out means those in force. */
  readonly checklist?: readonly string[];
  readonly checks: readonly Expected[];
  readonly score?: ScoreBound;
  readonly outcome?: Outcome;
}

/** Reports a mistake at a key. */
export type Wrong = (path: readonly (string | number)[], message: string) => void;

const VERDICTS: readonly Verdict[] = ["pass", "partial", "fail", "na", "unknown"];
const OUTCOMES: readonly Outcome[] = ["pass", "fail", "auto-fail", "not-scorable"];
const KEYS: readonly string[] = ["checklist", ...VERDICTS, "score", "outcome"];

type Loose = Readonly<Record<string, unknown>>;
const isMapping = (value: unknown): value is Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Reads an `expect:`; every mistake is told at its key. */
export function readExpectation(value: unknown, wrong: Wrong): Expectation | undefined {
  if (!isMapping(value)) {
    wrong([], "Unexpected value of `expect`, expected keys such as `pass: [empathy]` and `fail: [blame]`");
    return undefined;
  }
  for (const key of Object.keys(value))
    if (!KEYS.includes(key)) wrong([key], `Unexpected \`${key}\`, expected one of ${KEYS.join(", ")}`);
  const has = (key: string): boolean => Object.hasOwn(value, key);
  const checks = VERDICTS.flatMap(verdict =>
    has(verdict) ? expectedOf(verdict, value[verdict], wrong) : [],
  );
  const checklist = has("checklist") ? namesOf(value.checklist, wrong) : undefined;
  const score = has("score") ? boundOf(value.score, wrong) : undefined;
  const outcome = OUTCOMES.find(one => one === value.outcome);
  if (has("outcome") && outcome === undefined)
    wrong(["outcome"], `Unexpected outcome, expected one of ${OUTCOMES.join(", ")}`);
  return { checks, ...(checklist && { checklist }), ...(score && { score }), ...(outcome && { outcome }) };
}

function namesOf(value: unknown, wrong: Wrong): readonly string[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (list.length > 0 && list.every((name): name is string => typeof name === "string" && name !== ""))
    return list;
  wrong(["checklist"], "Unexpected value of `checklist`, expected a name or a list of names");
  return undefined;
}

function expectedOf(verdict: Verdict, value: unknown, wrong: Wrong): readonly Expected[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((one, i): readonly Expected[] => {
    if (typeof one === "string" && one !== "") return [{ check: one, verdict }];
    const { check, turn, ...others } = isMapping(one) ? one : {};
    const turns: readonly unknown[] = turn === undefined ? [undefined] : Array.isArray(turn) ? turn : [turn];
    const good = turns.every(
      n => n === undefined || (typeof n === "number" && Number.isInteger(n) && n >= 1),
    );
    if (typeof check === "string" && good && Object.keys(others).length === 0)
      return turns.map(n => ({ check, verdict, ...(n !== undefined && { turn: n as number }) }));
    wrong(
      [verdict, i],
      "Unexpected entry, expected a check, or `{check: blame, turn: 6}` with turns counted from 1",
    );
    return [];
  });
}

function boundOf(value: unknown, wrong: Wrong): ScoreBound | undefined {
  const [, sign = "=", figure] = /^\s*(<=|>=|<|>|=)?\s*(\d{1,3}(?:\.\d{1,3})?)\s*$/.exec(String(value)) ?? [];
  if (figure !== undefined && Number(figure) <= 100)
    return { sign: sign as ScoreBound["sign"], value: Number(figure) };
  wrong(["score"], 'Unexpected value of `score`, expected a comparison such as ">= 80"');
  return undefined;
}

/** An expectation in YAML, a key a line, as people would write it. */
export function writeExpectation({ checklist, checks, score, outcome }: Expectation): readonly string[] {
  const of = (verdict: Verdict) => checks.filter(one => one.verdict === verdict).map(entryText);
  return [
    ...(checklist
      ? [`checklist: ${checklist.length === 1 ? text(checklist[0]) : `[${checklist.map(text).join(", ")}]`}`]
      : []),
    ...VERDICTS.flatMap(verdict =>
      of(verdict).length > 0 ? [`${verdict}: [${of(verdict).join(", ")}]`] : [],
    ),
    ...(score ? [`score: "${score.sign} ${score.value}"`] : []),
    ...(outcome ? [`outcome: ${outcome}`] : []),
  ];
}

const entryText = ({ check, turn }: Expected): string =>
  turn === undefined ? text(check) : `{check: ${text(check)}, turn: ${turn}}`;

/** A plain word as it is, anything else in quotes. */
const text = (name = ""): string =>
  /^[a-z.][\w./-]*$/i.test(name) && !/^(?:true|false|null|yes|no|on|off|na)$/i.test(name)
    ? name
    : JSON.stringify(name);
