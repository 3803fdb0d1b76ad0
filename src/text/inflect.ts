import { PorterStemmer } from "./natural.js";

const SUFFIXES = ["s", "es", "ed", "d", "ing", "er", "ers"];
/** Verbs of customer talk whose forms no suffix makes. */
const IRREGULAR: Readonly<Record<string, string>> = {
  get: "gets got gotten getting",
  give: "gives gave given giving",
  take: "takes took taken taking",
  send: "sends sent sending",
  tell: "tells told telling",
  say: "says said saying",
  see: "sees saw seen seeing",
  go: "goes went gone going",
  come: "comes came coming",
  make: "makes made making",
  find: "finds found finding",
  keep: "keeps kept keeping",
  feel: "feels felt feeling",
  hear: "hears heard hearing",
  pay: "pays paid paying",
  lose: "loses lost losing",
  leave: "leaves left leaving",
  break: "breaks broke broken breaking",
  speak: "speaks spoke spoken speaking",
  ring: "rings rang rung ringing",
  write: "writes wrote written writing",
  think: "thinks thought thinking",
  be: "am is are was were been being",
  do: "does did done doing",
  have: "has had having",
  put: "puts putting",
  let: "lets letting",
  hold: "holds held holding",
  bring: "brings brought bringing",
  buy: "buys bought buying",
  understand: "understands understood understanding",
  know: "knows knew known knowing",
  read: "reads reading",
  sell: "sells sold selling",
  steal: "steals stole stolen stealing",
  wake: "wakes woke woken waking",
  run: "runs ran running",
  sit: "sits sat sitting",
  stand: "stands stood standing",
  cut: "cuts cutting",
  begin: "begins began begun beginning",
  meet: "meets met meeting",
  mean: "means meant meaning",
  forget: "forgets forgot forgotten forgetting",
};

/**
 * All inflected forms of a word, itself first. Regular forms are made by suffix and kept where Porter's stemmer
 * brings them back to the word, so that nothing is matched that the list's reader would not expect.
 */
export function inflections(word: string): readonly string[] {
  const irregular = IRREGULAR[word];
  if (irregular !== undefined && Object.hasOwn(IRREGULAR, word)) return [word, ...irregular.split(" ")];
  const stem = PorterStemmer.stem(word);
  const forms = new Set([word]);
  for (const base of bases(word))
    for (const suffix of SUFFIXES) {
      if (suffix === "es" && !/(?:s|x|z|ch|sh|o|i)$/.test(base)) continue;
      const form = base + suffix;
      if (PorterStemmer.stem(form) === stem) forms.add(form);
    }
  for (const form of [...forms]) for (const other of spellings(form)) forms.add(other);
  return [...forms];
}

function bases(word: string): string[] {
  const all = [word];
  if (word.endsWith("e")) all.push(word.slice(0, -1));
  if (/[^aeiou]y$/.test(word)) all.push(`${word.slice(0, -1)}i`);
  if (/[^aeiou][aeiou][bdgklmnprt]$/.test(word)) all.push(word + word.at(-1));
  return all;
}

/** British and American spellings of one form. */
function spellings(form: string): string[] {
  const pairs: [RegExp, string][] = [
    [/is(e|es|ed|ing|er|ers)$/, "iz$1"],
    [/iz(e|es|ed|ing|er|ers)$/, "is$1"],
    [/ll(ed|ing|er|ers)$/, "l$1"],
  ];
  return pairs.filter(([pattern]) => pattern.test(form)).map(([pattern, to]) => form.replace(pattern, to));
}
