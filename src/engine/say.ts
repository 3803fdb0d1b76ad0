/** Words by the name of their slot. */
export interface Slots {
  get(name: string): string | undefined;
}

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
export function sayInstead(templates: readonly string[], slots: Slots): string | undefined {
  for (const template of templates) {
    const filled = fill(template, slots);
    if (filled !== undefined) return filled;
  }
  return undefined;
}

function fill(template: string, slots: Slots): string | undefined {
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
