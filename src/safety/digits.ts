import { matchesOf } from "./matches.js";
import type { Range } from "./ranges.js";

/** Digits that stand together, or one spoken number word. */
export interface Item {
  readonly digits: string;
  readonly from: number;
  readonly to: number;
  /** Spoken, or a single figure: such neighbours are one number read out. */
  readonly single: boolean;
}

const UNITS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety";

const SPOKEN: ReadonlyMap<string, string> = new Map([
  ...UNITS.split(" ").map((word, i) => [word, String(i)] as const),
  ...TENS.split(" ").map((word, i) => [word, String(10 * (i + 2))] as const),
  ...["oh", "o", "nought", "naught"].map(word => [word, "0"] as const),
  ["hundred", "00"],
]);

/** The figures of a number word; undefined for any other word. */
export function spokenDigits(word: string): string | undefined {
  return SPOKEN.get(word.toLowerCase());
}

const TIMES = new Map([
  ["double", 2],
  ["triple", 3],
  ["treble", 3],
]);

const ITEM = new RegExp(
  String.raw`\d+|(?<![\p{L}\p{N}])(?:${[...SPOKEN.keys(), ...TIMES.keys()].join("|")})(?![\p{L}\p{N}])`,
  "giu",
);

/** Times, prices and measures: figures that are nobody's number. One that follows another number closely may be its end. */
const PLAIN_FIGURES = [
  /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)/g,
  /(?:[$£€¥₹]|(?<![\p{L}\p{N}])(?:usd|gbp|eur|rs)\.?) ?\d{1,12}(?:[.,]\d{1,12}){0,6}/giu,
  /(?<![\d.,]|\d[ )(-])\d{1,12}(?:[.,]\d{1,12}){0,6} ?(?:%|[$£€¥₹]|(?:dollars?|pounds?|euros?|quid|pence|cents?|usd|gbp|eur|percent|miles?|km|kg|lbs?|am|pm|minutes?|hours?|days?|weeks?|months?|years?)(?![\p{L}\p{N}]))/giu,
];

const DATE =
  /(?<!\d|\d[-/.])(?:\d{4}([-/.])(\d{1,2})\1(\d{1,2})|(\d{1,2})([-/.])(\d{1,2})\5(?:\d{4}|\d{2}))(?!\d|[-/.]\d)/g;

/** Where the text gives dates, times, prices and measures. */
export function plainFigures(text: string): readonly Range[] {
  const dates = matchesOf(DATE, text).filter(([, , month, day, first, , second]) => {
    const [a, b] = [Number(month ?? first), Number(day ?? second)];
    return Math.min(a, b) >= 1 && Math.min(a, b) <= 12 && Math.max(a, b) <= 31;
  });
  return [...dates, ...PLAIN_FIGURES.flatMap(figure => matchesOf(figure, text))].map(rangeOf);
}

/** Every written or spoken number of the text, in runs that could be one number read out; what is taken parts them. */
export function digitRuns(text: string, taken: readonly Range[]): readonly (readonly Item[])[] {
  const barred = taken.toSorted((a, b) => a[0] - b[0]);
  const runs: Item[][] = [];
  let next = 0;
  let reach = 0;
  let run: Item[] = [];
  for (const item of items(text)) {
    for (; next < barred.length && (barred[next] as Range)[0] < item.to; next++)
      reach = Math.max(reach, (barred[next] as Range)[1]);
    if (item.from < reach) {
      run = [];
      continue;
    }
    const last = run.at(-1);
    if (last === undefined || last.to < reach || !isGap(text.slice(last.to, item.from))) {
      run = [];
      runs.push(run);
    }
    run.push(item);
  }
  return runs;
}

const rangeOf = (match: RegExpExecArray): Range => [match.index, match.index + match[0].length];

const FILLED_GAP =
  /^[\s,.-]{0,3}(?:(?:u[mh]{1,3}|er|erm|and|then|dash|hyphen|space|yeah|okay|ok)[\s,.-]{1,3}){0,2}$/i;

function isGap(between: string): boolean {
  return /^[\s\-.,/()]{1,4}$/.test(between) || (between.length <= 18 && FILLED_GAP.test(between));
}

function* items(text: string): Generator<Item> {
  let repeat: { readonly times: number; readonly from: number } | undefined;
  let held: Item | undefined;
  for (const match of matchesOf(ITEM, text)) {
    const word = match[0].toLowerCase();
    const [from, to] = rangeOf(match);
    const times = TIMES.get(word);
    if (times !== undefined) {
      repeat = { times, from };
      continue;
    }
    const digits = SPOKEN.get(word) ?? word;
    const repeated =
      repeat && digits.length === 1 && text.slice(repeat.from, from).length < 10 ? repeat : undefined;
    const single = digits !== word || word.length === 1;
    const item = { digits: digits.repeat(repeated?.times ?? 1), from: repeated?.from ?? from, to, single };
    repeat = undefined;
    if (held && joinsTens(held, item, text))
      held = { ...held, digits: `${held.digits[0]}${item.digits}`, to };
    else {
      if (held) yield held;
      held = item;
    }
  }
  if (held) yield held;
}

/** «forty five» is 45. */
function joinsTens(tens: Item, unit: Item, text: string): boolean {
  return (
    /^[2-9]0$/.test(tens.digits) &&
    /^[a-z]/i.test(text[tens.from] as string) &&
    /^[1-9]$/.test(unit.digits) &&
    /^[a-z]/i.test(text[unit.from] as string) &&
    /^[ -]$/.test(text.slice(tens.to, unit.from))
  );
}
