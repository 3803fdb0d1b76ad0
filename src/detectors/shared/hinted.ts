import type { Turn } from "../../model/index.js";
import { remembering } from "../../text/index.js";

/**
 * An expression with letters of which it never goes without: whether any of these stand in a turn is found for all
 * expressions of all detectors in one look at it, and only then is the expression itself asked. Who adds an alternative
 * to the expression adds its letters too; a test holds the two together.
 */
export interface Hinted {
  readonly pattern: RegExp;
  /** In small ASCII letters, two or more each. */
  readonly keys: readonly string[];
  /** Whether a key stands in the turn. */
  hints(turn: Turn): boolean;
  test(turn: Turn): boolean;
  exec(turn: Turn): RegExpExecArray | null;
  /** Whether it finds anything in a part of a turn. */
  inside(turn: Turn, part: string): boolean;
}

/** All of them, in the order of their bits. */
export const HINTED: Hinted[] = [];

/** An expression that is asked only of turns in which one of its keys stands. */
export function hinted(pattern: RegExp, ...keys: readonly string[]): Hinted {
  const bit = HINTED.length;
  const hints = (turn: Turn): boolean => (((hintsIn(turn)[bit >>> 5] as number) >>> (bit & 31)) & 1) !== 0;
  const made: Hinted = {
    pattern,
    keys,
    hints,
    test: turn => hints(turn) && pattern.test(turn.text),
    exec: turn => (hints(turn) ? pattern.exec(turn.text) : null),
    inside: (turn, part) => hints(turn) && pattern.test(part),
  };
  HINTED.push(made);
  return made;
}

/** A key behind its first two letters, and the bit it sets. */
interface Rest {
  readonly key: string;
  readonly bit: number;
}

/** Two letters → 1 + where the keys that begin with them stand in `rests`. */
interface Looks {
  readonly pairs: Uint16Array;
  readonly rests: (readonly Rest[])[];
  readonly width: number;
}

/** Small ASCII letter of a character: capitals, the long s and the sign for kelvin are what they stand for; 0 for any other beyond ASCII. */
const small = (code: number): number =>
  code < 128
    ? code >= 65 && code <= 90
      ? code | 32
      : code
    : code === 0x17f
      ? 115
      : code === 0x212a
        ? 107
        : 0;

let looks: Looks | undefined;

/** Keys of all expressions, once all are made: the first question comes after the last of them. */
function looksOf(): Looks {
  const pairs = new Uint16Array(1 << 14);
  const rests: Rest[][] = [];
  for (const [bit, { keys }] of HINTED.entries())
    for (const key of keys) {
      const pair = (key.charCodeAt(0) << 7) | key.charCodeAt(1);
      if (pairs[pair] === 0) pairs[pair] = rests.push([]);
      rests[(pairs[pair] as number) - 1]?.push({ key, bit });
    }
  return { pairs, rests, width: (HINTED.length + 31) >>> 5 };
}

const hintsIn = remembering(({ text }: Turn): Int32Array => {
  looks ??= looksOf();
  const { pairs, rests, width } = looks;
  const found = new Int32Array(width);
  let before = small(text.charCodeAt(0));
  for (let i = 1; i < text.length; i++) {
    const code = small(text.charCodeAt(i));
    const at = pairs[(before << 7) | code] as number;
    if (at !== 0) look(text, i + 1, rests[at - 1] as readonly Rest[], found);
    before = code;
  }
  return found;
});

function look(text: string, at: number, rests: readonly Rest[], found: Int32Array): void {
  for (let r = 0; r < rests.length; r++) {
    const { key, bit } = rests[r] as Rest;
    let i = 2;
    while (i < key.length && small(text.charCodeAt(at + i - 2)) === key.charCodeAt(i)) i++;
    if (i === key.length) found[bit >>> 5] = (found[bit >>> 5] as number) | (1 << (bit & 31));
  }
}
