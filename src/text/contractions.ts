/**
 * English contractions opened into the words they stand for, so that a phrase is written once: «i do not» finds
 * "I don't", "i dont" and "I do not". Spellings without apostrophe are what recognised speech and hasty chats contain.
 */
const OPENED = new Map<string, string>();

const negated =
  "do does did is are was were has have had would could should might must need dare ought".split(" ");
for (const verb of negated) OPENED.set(`${verb}n't`, `${verb} not`);
const irregular: readonly (readonly [string, string])[] = [
  ["can't", "can not"],
  ["cannot", "can not"],
  ["cannae", "can not"],
  ["won't", "will not"],
  ["shan't", "shall not"],
  ["ain't", "is not"],
  ["didnae", "did not"],
  ["doesnae", "does not"],
  ["dinnae", "do not"],
  ["gonna", "going to"],
  ["gotta", "got to"],
  ["wanna", "want to"],
  ["lemme", "let me"],
  ["gimme", "give me"],
  ["let's", "let us"],
  ["y'all", "you all"],
  ["i'm", "i am"],
  ["c'mon", "come on"],
  ["shoulda", "should have"],
  ["coulda", "could have"],
  ["woulda", "would have"],
  ["dunno", "do not know"],
];
for (const [short, long] of irregular) OPENED.set(short, long);

const subjects = "i you he she it we they that this there who what where when how why here".split(" ");
const endings: readonly (readonly [string, string])[] = [
  ["'ll", "will"],
  ["'ve", "have"],
  ["'d", "would"],
  ["'re", "are"],
  ["'s", "is"],
];
for (const subject of subjects)
  for (const [ending, verb] of endings) {
    const fits =
      ending === "'re" ? ["you", "we", "they", "what", "who", "where", "how"].includes(subject) : true;
    const is = ending === "'s" ? !["i", "you", "we", "they"].includes(subject) : true;
    if (fits && is && !OPENED.has(subject + ending)) OPENED.set(subject + ending, `${subject} ${verb}`);
  }
for (const verb of ["could", "would", "should", "might", "must"]) OPENED.set(`${verb}'ve`, `${verb} have`);
OPENED.set("should've", "should have");

/** Without their apostrophe these are other words; there a phrase takes both readings. */
const AMBIGUOUS = new Set(
  "well ill were wed id shell hell its whos wheres heres lets hows whys cant wont".split(" "),
);
/** Of the ambiguous ones, those which in hasty writing are nearly always the contraction. */
const MOSTLY_SHORT = new Set("cant wont its lets whos wheres heres hows whys".split(" "));

/** Short form → opened words, with and without apostrophe. */
export const CONTRACTIONS: ReadonlyMap<string, readonly string[]> = new Map(
  [...OPENED].flatMap(([short, long]) => {
    const words = long.split(" ");
    const bare = short.replaceAll("'", "");
    const both: [string, readonly string[]][] = [[short, words]];
    if (bare !== short && (!AMBIGUOUS.has(bare) || MOSTLY_SHORT.has(bare))) both.push([bare, words]);
    return both;
  }),
);

/** «i will» may be written "ill": opened pair → the ambiguous bare spelling a phrase should also take. */
export const BARE: ReadonlyMap<string, string> = new Map([
  ["we will", "well"],
  ["i will", "ill"],
  ["we are", "were"],
  ["we would", "wed"],
  ["i would", "id"],
]);
