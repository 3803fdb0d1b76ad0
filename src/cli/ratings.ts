import { readFileSync } from "node:fs";
import { join } from "node:path";
import { MACHINE, type Rating } from "../calibration/rating.js";
import { entriesOf, kindOf } from "../engine/folder.js";
import { csvRows } from "../formats/shared/csv-rows.js";
import type { Problem, Verdict } from "../model/index.js";
import { VERDICT_KEYS } from "../review/words.js";
import { usage } from "./complain.js";
import { load, REVIEW } from "./sidecars.js";

/** Answers of judges, and what of the input could not be used. */
export interface Ratings {
  readonly ratings: readonly Rating[];
  readonly problems: readonly Problem[];
  /** Reviews left out because an agent judged their own call. */
  readonly self: number;
}

/** Reviews, folders of them and CSV files → who answered what how. */
export function ratingsIn(paths: readonly string[]): Ratings {
  const ratings: Rating[] = [];
  const problems: Problem[] = [];
  let self = 0;
  for (const path of paths.flatMap(reviewsAt)) {
    if (path.toLowerCase().endsWith(".csv")) {
      const read = fromCsv(path);
      if ("problem" in read) problems.push(read.problem);
      else ratings.push(...read);
      continue;
    }
    const saved = load(path);
    if ("problem" in saved) problems.push(saved.problem);
    else if (saved.mode === "self") self++;
    else ratings.push(...[...saved.written.values()].flatMap(record => ratingsOf(record, saved)));
  }
  if (ratings.length === 0 && problems.length === 0)
    problems.push(usage(`Unexpected lack of answers, expected reviews (NAME${REVIEW}) or a CSV of scores`));
  return { ratings, problems, self };
}

/** More folders within folders than this are a circle of links. */
const DEEPEST = 40;

function reviewsAt(path: string): readonly string[] {
  if (kindOf(path) !== "folder") return [path];
  const found: string[] = [];
  const waiting = [{ folder: path, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const entries = entriesOf(next.folder);
    if ("error" in entries) continue;
    for (const { name, kind, link } of entries) {
      const at = join(next.folder, name);
      if (
        kind === "folder" &&
        !link &&
        next.depth < DEEPEST &&
        name !== "node_modules" &&
        !name.startsWith(".")
      )
        waiting.push({ folder: at, depth: next.depth + 1 });
      else if (kind === "file" && name.endsWith(REVIEW)) found.push(at);
    }
  }
  return found.sort();
}

interface Written {
  readonly checklist?: unknown;
  readonly check?: unknown;
  readonly verdict?: unknown;
  readonly comment?: unknown;
  readonly evidence?: readonly { readonly quote?: unknown }[];
  readonly machine?: {
    readonly verdict?: unknown;
    readonly evidence?: readonly { readonly quote?: unknown }[];
  };
}

function ratingsOf(
  record: unknown,
  {
    transcript,
    reviewer,
    mode,
  }: {
    readonly transcript: { readonly sha256: string; readonly source: string };
    readonly reviewer: string;
    readonly mode: string;
  },
): readonly Rating[] {
  const { checklist, check, verdict, comment, evidence, machine } = record as Written;
  const common = {
    unit: `${transcript.source} (${transcript.sha256.slice(0, 8)})`,
    check: `${checklist}/${check}`,
  };
  const heard = wordsOf(machine?.evidence);
  const quote = wordsOf(evidence) ?? heard;
  const own = verdictIn(verdict);
  const given = verdictIn(machine?.verdict);
  return [
    ...(given
      ? [{ ...common, judge: MACHINE, verdict: given, ...(heard !== undefined && { quote: heard }) }]
      : []),
    ...(own
      ? [
          {
            ...common,
            judge: mode === "blind" ? `${reviewer} (blind)` : reviewer,
            verdict: own,
            ...(quote !== undefined && { quote }),
            ...(typeof comment === "string" && { comment }),
          },
        ]
      : []),
  ];
}

const wordsOf = (places: Written["evidence"]): string | undefined => {
  const quotes = Array.isArray(places)
    ? places.map(place => place?.quote).filter(one => typeof one === "string")
    : [];
  return quotes.length > 0 ? quotes.join(" … ") : undefined;
};

const verdictIn = (value: unknown): Verdict | undefined => VERDICT_KEYS.find(one => one === value);

const COLUMNS = ["transcript", "check", "reviewer", "verdict"] as const;
const WORDS: ReadonlyMap<string, Verdict> = new Map([
  ["yes", "pass"],
  ["no", "fail"],
  ["1", "pass"],
  ["0", "fail"],
  ["n/a", "na"],
]);

function fromCsv(path: string): readonly Rating[] | { readonly problem: Problem } {
  const wrong = (message: string, line?: number): { readonly problem: Problem } => ({
    problem: {
      source: path,
      code: "scores",
      effect: "unreadable",
      named: true,
      message,
      ...(line !== undefined && { line }),
    },
  });
  let rows: readonly (readonly string[])[];
  try {
    rows = csvRows(readFileSync(path, "utf8"));
  } catch (error) {
    return wrong(`Unexpected error ${(error as NodeJS.ErrnoException).code}, expected a CSV of scores`);
  }
  const head = (rows[0] ?? []).map(cell => cell.toLowerCase());
  const at = COLUMNS.map(name => head.indexOf(name));
  const missing = COLUMNS.filter((_, i) => at[i] === -1);
  if (missing.length > 0)
    return wrong(`Unexpected lack of ${missing.join(", ")}, expected columns ${COLUMNS.join(", ")}`, 1);
  const quoteAt = head.indexOf("quote");
  const ratings: Rating[] = [];
  for (const [i, row] of rows.slice(1).entries()) {
    const [unit = "", check = "", judge = "", word = ""] = at.map(column => row[column] ?? "");
    const verdict = verdictIn(word.toLowerCase()) ?? WORDS.get(word.toLowerCase());
    if (verdict === undefined)
      return wrong(`Unexpected verdict \`${word}\`, expected one of ${VERDICT_KEYS.join(", ")}`, i + 2);
    const quote = row[quoteAt];
    ratings.push({
      unit,
      check,
      judge: judge.toLowerCase() === MACHINE ? MACHINE : judge,
      verdict,
      ...(quote ? { quote } : {}),
    });
  }
  return ratings;
}
