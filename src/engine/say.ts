import type { Judgement, Signal } from "../model/index.js";

/** Words that turn round when the agent speaks to the one who said them. */
const TURNED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    i: "you",
    me: "you",
    my: "your",
    mine: "yours",
    myself: "yourself",
    we: "you",
    us: "you",
    our: "your",
    ours: "yours",
    "i'm": "you're",
    "i've": "you've",
    "i'd": "you'd",
    "i'll": "you'll",
    "we're": "you're",
    "we've": "you've",
    am: "are",
    your: "our",
  }),
);

const LONGEST_WORDS = 8;
const FIT = /^[\p{L}\p{M}\p{N}' ,&-]{2,60}$/u;
/** What does not turn round safely, hesitations, and figures that may be somebody's number. */
const UNFIT = /(?<!\p{L})(?:you|you're|you've|yourself|um+|uh+|er|erm|i was|we was)(?!\p{L})|\d{3}/iu;
const LOOSE_END =
  /(?:^|\s)(?:and|or|but|so|because|the|a|an|to|of|for|with|in|on|at|by|is|was|that|which|if|my|your|our)$|,$/i;
/** Words whose capital is only the sentence's. */
const SMALL = /^(?:My|The|A|An|This|That|These|Those|Our|Your|His|Her|Their|It|No|Some|Any)(?![\p{L}'])/u;

/**
 * Something to say instead: the first template whose slots `{…}` all have words of this conversation that fit, else the
 * last, which has none. Undefined where there is no template.
 */
export function sayInstead(
  templates: readonly string[],
  slots: ReadonlyMap<string, string>,
): string | undefined {
  for (const template of templates) {
    const filled = fill(template, slots);
    if (filled !== undefined) return filled;
  }
  return undefined;
}

function fill(template: string, slots: ReadonlyMap<string, string>): string | undefined {
  let whole = true;
  const text = template.replace(/(\b[Aa] )?\{([\w-]+)\}/g, (_, article: string | undefined, name: string) => {
    const words = spokenBack(slots.get(name) ?? "");
    if (words === undefined) whole = false;
    if (article === undefined || words === undefined) return words ?? "";
    return `${/^[aeiou]/i.test(words) ? `${article.trim()}n ` : article}${words}`;
  });
  return whole
    ? text.replace(
        /(^|[.?!] )(\p{Ll})/gu,
        (_, before: string, letter: string) => before + letter.toUpperCase(),
      )
    : undefined;
}

/** The customer's words as the agent would give them back; undefined where they would not make a sentence. */
export function spokenBack(said: string): string | undefined {
  const words = said
    .replaceAll("\u2019", "'")
    .replace(/\s+/g, " ")
    .replace(/^[\s"“'.,]+|[\s"”'.,!?;:…]+$/gu, "");
  const shouted = /\p{Lu}{2}/u.test(words) && !/\p{Ll}/u.test(words);
  const calm = shouted ? words.toLowerCase() : words.replace(SMALL, first => first.toLowerCase());
  if (!FIT.test(calm) || UNFIT.test(calm) || LOOSE_END.test(calm) || /(?:^| )(\S+) \1(?: |$)/i.test(calm))
    return undefined;
  if (calm.split(" ").length > LONGEST_WORDS) return undefined;
  return calm.replace(/[\p{L}']+/gu, word => TURNED.get(word.toLowerCase()) ?? word);
}

/**
 * The words that can stand in slots: the particulars of the signals in the turns of a judgement's evidence and of its
 * opportunities, nearest to the miss first; a slot has the name of the particular.
 */
export function slotsOf(judgement: Judgement, signals: readonly Signal[]): ReadonlyMap<string, string> {
  const opportunities = judgement.opportunities ?? [];
  const missed = opportunities.filter(({ answer }) => answer === undefined).map(({ cue }) => cue.turn);
  const others = [...judgement.evidence.map(({ turn }) => turn), ...opportunities.map(({ cue }) => cue.turn)];
  const ranks = new Map<number, number>();
  for (const turn of [...missed, ...others]) if (!ranks.has(turn)) ranks.set(turn, ranks.size);
  const touching = signals.flatMap(({ evidence, detail }) => {
    const rank = evidence.reduce(
      (best, { turn }) => Math.min(best, ranks.get(turn) ?? best),
      Number.POSITIVE_INFINITY,
    );
    return detail && Number.isFinite(rank) ? [{ rank, detail }] : [];
  });
  const slots = new Map<string, string>();
  for (const { detail } of touching.toSorted((a, b) => a.rank - b.rank))
    for (const [name, words] of Object.entries(detail)) if (!slots.has(name)) slots.set(name, words);
  return slots;
}
