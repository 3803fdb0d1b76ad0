const AT = 64;
const SMALL_A = 97;
const SMALL_Z = 122;

/** Letters packed five bits each; six fit. */
const pack = (word: string): number =>
  [...word].reduce((packed, letter) => (packed << 5) | (letter.charCodeAt(0) & 31), 0);

/** Number words of up to six letters; those in «teen» and «ty» are told by their endings. */
const SPOKEN: ReadonlySet<number> = new Set(
  "oh zero one two three four five six seven eight nine double triple treble ten eleven twelve"
    .split(" ")
    .map(pack),
);
const TEEN = pack("teen");
const TY = pack("ty");
const O = pack("o");
const AT_WORD = pack("at");
/** Number words that count for nothing by themselves and part no number: noughts, and «hundred» by its last six letters. */
const JOINS: ReadonlySet<number> = new Set(["nought", "naught", "undred"].map(pack));

/** Farther apart than this, in characters, two figures are never of one number: twice the longest gap in one that is read out. */
const APART = 40;

/** What a plain text may hold: a mailbox, and the most figures that stand near each other, written and spoken (a word counts for three). */
export interface Hints {
  readonly mailbox: boolean;
  readonly figures: number;
}

/** A text of ASCII alone, looked over once without any expression; undefined for any other text. */
export function hintsOf(text: string): Hints | undefined {
  let mailbox = false;
  let figures = 0;
  let run = 0;
  let last = 0;
  let packed = 0;
  let length = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0;
    if (code > 127) return undefined;
    const small = code | 32;
    if (small >= SMALL_A && small <= SMALL_Z && code >= 65) {
      // Six letters are kept; of a longer word, its last six.
      packed = ((packed << 5) | (code & 31)) & 0x3fffffff;
      length++;
      continue;
    }
    if (length > 0) {
      if (length === 2 && packed === AT_WORD) mailbox = true;
      else {
        const said = figuresOf(packed, length);
        if (said > 0 || ((length === 6 || length === 7) && JOINS.has(packed))) {
          run = i - length - last > APART ? said : run + said;
          last = i;
          if (run > figures) figures = run;
        }
      }
      packed = 0;
      length = 0;
    }
    if (code === AT) mailbox = true;
    else if (code >= 48 && code <= 57) {
      run = i - last > APART ? 1 : run + 1;
      last = i + 1;
      if (run > figures) figures = run;
    }
  }
  return { mailbox, figures };
}

/** How many figures a word can say: 1 for «o», 3 for any other number word. */
function figuresOf(packed: number, length: number): number {
  if (length === 1) return packed === O ? 1 : 0;
  if (length <= 6 && SPOKEN.has(packed)) return 3;
  if (length >= 5 && length <= 7 && (packed & 0x3ff) === TY) return 3;
  return length >= 5 && length <= 8 && (packed & 0xfffff) === TEEN ? 3 : 0;
}
