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
  for (let code = 0xaa; code < 65_536; code++)
    if (!(code >= 0xd800 && code < 0xe000) && classes[code] === 0 && /[\p{L}\p{M}]/u.test(String.fromCharCode(code))) classes[code] = OTHER_LETTER;
  for (const group of FOLDED.split(" ")) {
    const plain = group.charCodeAt(group.length - 1) - 96;
    for (const letter of group.slice(0, -1)) {
      classes[letter.charCodeAt(0)] = plain;
      classes[letter.toUpperCase().charCodeAt(0)] = plain;
    }
  }
  return classes;
}

/** Words → ids, walked letter by letter: a word outside the vocabulary never becomes a string. */
export class LetterTrie {
  private table = new Uint16Array(WIDTH * 1024);
  private states = 2;
  private accepts: number[] = [0, 0];
  private readonly outputs: (readonly number[])[] = [[]];

  /** Adds a word with the token ids it stands for (several for a contraction); the first to claim a spelling keeps it. */
  add(word: string, ids: readonly number[]): void {
    let state = 1;
    for (let i = 0; i < word.length; i++) {
      const letter = LETTER_CLASS[word.charCodeAt(i)] as number;
      const at = state * WIDTH + letter;
      let next = this.table[at] as number;
      if (next === 0) {
        next = this.newState();
        this.table[at] = next;
      }
      state = next;
    }
    if (this.accepts[state]) return;
    this.accepts[state] = this.outputs.length;
    this.outputs.push(ids);
  }

  /** State after a letter class; 0 is the dead end, 1 the start. */
  next(state: number, letter: number): number {
    return this.table[state * WIDTH + letter] as number;
  }

  /** Token ids of the word that ends in this state; empty for none. */
  output(state: number): readonly number[] {
    return this.outputs[this.accepts[state] as number] as readonly number[];
  }

  private newState(): number {
    if (this.states >= 65_535) throw new RangeError("a vocabulary of more than 65,535 letter states");
    if ((this.states + 1) * WIDTH > this.table.length) {
      const wider = new Uint16Array(this.table.length * 2);
      wider.set(this.table);
      this.table = wider;
    }
    this.accepts.push(0);
    return this.states++;
  }
}
