/** Letters fall into 32 classes: 1–26 a to z, 27 digit, 28 any other letter, 29 apostrophe, 0 everything else. */
const WIDTH = 32;
/** Class of an apostrophe inside a word. */
export const APOSTROPHE = 29;
/** Class of a digit. */
export const DIGIT = 27;
/** Class of a letter outside a–z that folds to none of them. */
export const OTHER_LETTER = 28;

const FOLDED = "àáâãäåa çc èéêëe ìíîïi ñn òóôõöøo ùúûüu ýÿy";

/** Not asked yet: only letters that texts really hold are ever looked up. */
const UNKNOWN = 255;
/** Code units from here on are settled when they are first met. */
const SETTLED = 0xaa;

const CLASSES: Uint8Array = makeClasses();

/** UTF-16 code unit → letter class; capitals as their small letters, Latin accents folded away. NaN, past the end of a text, is 0. */
export function letterOf(code: number): number {
  const known = CLASSES[code];
  if (known === undefined) return 0;
  return known === UNKNOWN ? settle(code) : known;
}

function settle(code: number): number {
  const surrogate = code >= 0xd800 && code < 0xe000;
  const found = !surrogate && /[\p{L}\p{M}]/u.test(String.fromCharCode(code)) ? OTHER_LETTER : 0;
  CLASSES[code] = found;
  return found;
}

function makeClasses(): Uint8Array {
  const classes = new Uint8Array(65_536).fill(UNKNOWN, SETTLED);
  for (let i = 0; i < 26; i++) classes[97 + i] = classes[65 + i] = i + 1;
  for (let i = 48; i < 58; i++) classes[i] = DIGIT;
  classes[39] = classes[0x2019] = classes[0x02bc] = APOSTROPHE;
  for (const group of FOLDED.split(" ")) {
    const plain = group.charCodeAt(group.length - 1) - 96;
    for (const letter of group.slice(0, -1)) {
      classes[letter.charCodeAt(0)] = plain;
      classes[letter.toUpperCase().charCodeAt(0)] = plain;
    }
  }
  return classes;
}

/**
 * A vocabulary as a table of letter states: a word outside it never becomes a string. State 0 is the dead end, 1 the
 * start; the state after a letter is `table[state * 32 + class]`, and a word that ends in a state stands for the tokens
 * `output[outputAt[k]]` up to `outputAt[k + 1]`, with `k = accepts[state]` (0 for none).
 */
export interface Letters {
  readonly table: Uint16Array;
  readonly accepts: Uint16Array;
  readonly outputAt: Uint32Array;
  readonly output: Uint16Array;
}

/** Width of a row of `Letters.table`, as a shift. */
export const ROW = 5;

/** A vocabulary under construction. */
interface Growing {
  table: Uint16Array;
  states: number;
  readonly accepts: number[];
  readonly outputs: (readonly number[])[];
}

/** Compiles words with the token ids each stands for (several for a contraction); the first to claim a spelling keeps it. */
export function compileLetters(words: Iterable<readonly [string, readonly number[]]>): Letters {
  const growing: Growing = {
    table: new Uint16Array(WIDTH * 1024),
    states: 2,
    accepts: [0, 0],
    outputs: [[]],
  };
  for (const [word, ids] of words) add(growing, word, ids);
  const outputAt = new Uint32Array(growing.outputs.length + 1);
  growing.outputs.forEach((ids, i) => {
    outputAt[i + 1] = (outputAt[i] as number) + ids.length;
  });
  return {
    table: growing.table.slice(0, growing.states * WIDTH),
    accepts: Uint16Array.from(growing.accepts),
    outputAt,
    output: Uint16Array.from(growing.outputs.flat()),
  };
}

function add(growing: Growing, word: string, ids: readonly number[]): void {
  let state = 1;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    // The word `#` stands for all that begins with a digit.
    const at = state * WIDTH + (code === 35 ? DIGIT : letterOf(code));
    if (growing.table[at] === 0) {
      const made = newState(growing);
      growing.table[at] = made;
    }
    state = growing.table[at] as number;
  }
  if (growing.accepts[state]) return;
  growing.accepts[state] = growing.outputs.length;
  growing.outputs.push(ids);
}

function newState(growing: Growing): number {
  if (growing.states >= 65_535) throw new RangeError("a vocabulary of more than 65,535 letter states");
  if ((growing.states + 1) * WIDTH > growing.table.length) {
    const wider = new Uint16Array(growing.table.length * 2);
    wider.set(growing.table);
    growing.table = wider;
  }
  growing.accepts.push(0);
  return growing.states++;
}
