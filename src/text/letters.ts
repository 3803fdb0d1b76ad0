/** Letters fall into 32 classes: 1–26 a to z, 27 digit, 28 any other letter, 29 apostrophe, 0 everything else. */
const WIDTH = 32;
/** Class of an apostrophe inside a word. */
export const APOSTROPHE = 29;
/** Class of a digit. */
export const DIGIT = 27;
/** Class of a letter outside a–z that folds to none of them. */
export const OTHER_LETTER = 28;

const FOLDED = "àáâãäåa çc èéêëe ìíîïi ñn òóôõöøo ùúûüu ýÿy";

/** UTF-16 code unit → letter class; capitals as their small letters, Latin accents folded away. */
export const LETTER_CLASS: Uint8Array = makeClasses();

function makeClasses(): Uint8Array {
  const classes = new Uint8Array(65_536);
  for (let i = 0; i < 26; i++) classes[97 + i] = classes[65 + i] = i + 1;
  for (let i = 48; i < 58; i++) classes[i] = DIGIT;
  classes[39] = classes[0x2019] = classes[0x02bc] = APOSTROPHE;
  // One pass over all code units at once: asking one by one costs ten times as much at start-up.
  const rest = Array.from({ length: 65_536 - 0xaa }, (_, i) => {
    const code = i + 0xaa;
    return code >= 0xd800 && code < 0xe000 ? 32 : code;
  });
  for (let from = 0; from < rest.length; from += 8_192) {
    const text = String.fromCharCode(...rest.slice(from, from + 8_192));
    for (const { 0: run, index } of text.matchAll(/[\p{L}\p{M}]+/gu)) {
      const at = 0xaa + from + index;
      classes.fill(OTHER_LETTER, at, at + run.length);
    }
  }
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
    const at = state * WIDTH + (code === 35 ? DIGIT : (LETTER_CLASS[code] as number));
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
