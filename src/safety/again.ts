import { matchesOf } from "./matches.js";
import type { Range } from "./ranges.js";

/** Where a text says some words again. */
export type Again = (text: string) => readonly Range[];

const NONE: readonly Range[] = [];
/** Names that stand in a row are one, up to so many behind the first. */
const MORE = 3;

/** Names, whole or spelt out, in any case, alone or in a row: «Jane Okafor», «O K A F O R». */
export const namesAgain = (names: readonly string[]): Again =>
  isPlain(names)
    ? finder(
        [
          ...names.map(whole),
          ...names.filter(isSpellable).map((name): Way => ({ ...whole(name), spelt: true })),
        ],
        { more: MORE, begins: beginsWord, cased: false },
      )
    : byExpression(
        `(?<![\\p{L}\\p{N}])${inRow([...names.map(exactly), ...names.filter(isSpellable).map(spelt)])}`,
        "giu",
      );

/** Names that are everyday words too: «Will I get it?» is no name, «thank you, Will» is one. */
export function everydayAgain(names: readonly string[]): Again {
  const capitals = names.map(name => `${name[0]?.toUpperCase()}${name.slice(1).toLowerCase()}`);
  return isPlain(capitals)
    ? finder(capitals.map(exact), { more: MORE, begins: insideSentence, cased: true })
    : byExpression(`(?<=[\\p{L},] |\\p{Lu}\\. )${inRow(capitals.map(exactly))}`, "gu");
}

/** Words as they stand, in any case. */
export const wordsAgain = (words: readonly string[]): Again =>
  isPlain(words)
    ? finder(words.map(whole), { more: 0, begins: beginsWord, cased: false })
    : byExpression(`(?<![\\p{L}\\p{N}])(?:${words.map(exactly).join("|")})`, "giu");

const isSpellable = (name: string): boolean => name.length > 2 && name.length < 16;
const isPlain = (words: readonly string[]): boolean =>
  words.every(word => /^[\x21-\x7E][\x20-\x7E]*$/.test(word));

// ---- by an expression, for words of other letters: each conversation's own must be compiled, which costs more than the search

function byExpression(expression: string, flags: string): Again {
  let compiled: RegExp | undefined;
  return text => {
    compiled ??= new RegExp(`${expression}(?![\\p{L}\\p{N}])`, flags);
    return matchesOf(compiled, text).map(({ index, 0: found }): Range => [index, index + found.length]);
  };
}

const exactly = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
const spelt = (word: string): string => [...word].map(exactly).join(String.raw`[\s.,-]{1,3}`);
const inRow = (words: readonly string[]): string => {
  const one = `(?:${words.join("|")})`;
  return `${one}(?:[ -]${one}){0,3}`;
};

// ---- by hand, for words of plain letters: the same finds, without an expression

/** A word to be met: its characters, small where case does not matter. */
interface Way {
  readonly codes: readonly number[];
  readonly spelt: boolean;
}

interface How {
  /** How many more may stand behind the first. */
  readonly more: number;
  readonly begins: (text: string, at: number) => boolean;
  readonly cased: boolean;
}

const codesOf = (word: string): readonly number[] => [...word].map(letter => letter.charCodeAt(0));
const exact = (word: string): Way => ({ codes: codesOf(word), spelt: false });
const whole = (word: string): Way => ({ codes: codesOf(word).map(small), spelt: false });

function finder(ways: readonly Way[], how: How): Again {
  const begins = new Uint8Array(128);
  for (const { codes } of ways) begins[codes[0] as number] = 1;
  const fold = how.cased ? (code: number) => code : small;
  return text => {
    let found: Range[] | undefined;
    for (let at = 0; at < text.length; at++) {
      const code = fold(text.charCodeAt(at));
      if (code > 127 || begins[code] !== 1 || !how.begins(text, at)) continue;
      const to = rowAt(text, at, ways, how.more, fold);
      if (to < 0) continue;
      found ??= [];
      found.push([at, to]);
      at = to - 1;
    }
    return found ?? NONE;
  };
}

type Fold = (code: number) => number;

/** End of the words from a place on, as many in a row as there are; -1 where none ends as a word ends. */
function rowAt(text: string, at: number, ways: readonly Way[], more: number, fold: Fold): number {
  const ends = (to: number): number => {
    const next = text.charCodeAt(to);
    if (more > 0 && (next === SPACE || next === HYPHEN)) {
      const row = rowAt(text, to + 1, ways, more - 1, fold);
      if (row >= 0) return row;
    }
    return isWordly(codeFrom(text, to)) ? -1 : to;
  };
  for (const way of ways) {
    if (fold(text.charCodeAt(at)) !== way.codes[0]) continue;
    const to = way.spelt
      ? speltAt(text, at, way.codes, 0, fold, ends)
      : wholeAt(text, at, way.codes, fold, ends);
    if (to >= 0) return to;
  }
  return -1;
}

function wholeAt(
  text: string,
  at: number,
  codes: readonly number[],
  fold: Fold,
  ends: (to: number) => number,
): number {
  for (let i = 1; i < codes.length; i++) if (fold(text.charCodeAt(at + i)) !== codes[i]) return -1;
  return ends(at + codes.length);
}

/** A word spelt out: between two letters stand one to three spaces, full stops, commas or hyphens. */
function speltAt(
  text: string,
  at: number,
  codes: readonly number[],
  letter: number,
  fold: Fold,
  ends: (to: number) => number,
): number {
  if (fold(text.charCodeAt(at)) !== codes[letter]) return -1;
  if (letter === codes.length - 1) return ends(at + 1);
  let gap = 0;
  while (gap < 3 && isGap(text.charCodeAt(at + 1 + gap))) gap++;
  for (; gap > 0; gap--) {
    const to = speltAt(text, at + 1 + gap, codes, letter + 1, fold, ends);
    if (to >= 0) return to;
  }
  return -1;
}

const SPACE = 32;
const COMMA = 44;
const HYPHEN = 45;
const STOP = 46;

/** In small letters, as an expression without regard to case sees it: the long s and the sign for kelvin are letters too. */
function small(code: number): number {
  if (code >= 65 && code <= 90) return code | 32;
  return code === 0x17f ? 115 : code === 0x212a ? 107 : code;
}

const isGap = (code: number): boolean =>
  code === SPACE ||
  code === COMMA ||
  code === HYPHEN ||
  code === STOP ||
  (code >= 9 && code <= 13) ||
  (code > 127 && /\s/.test(String.fromCharCode(code)));

/** A letter or a figure of any script; NaN, behind the end, is none. */
const isWordly = (code: number): boolean =>
  code > 127
    ? /[\p{L}\p{N}]/u.test(String.fromCodePoint(code))
    : (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);

const codeFrom = (text: string, at: number): number => text.codePointAt(at) ?? Number.NaN;

/** The character that ends before a place. */
function codeBefore(text: string, at: number): number {
  const low = text.charCodeAt(at - 1);
  const high = low >= 0xdc00 && low < 0xe000 ? text.charCodeAt(at - 2) : 0;
  return high >= 0xd800 && high < 0xdc00 ? codeFrom(text, at - 2) : low;
}

const beginsWord = (text: string, at: number): boolean => !isWordly(codeBefore(text, at));

/** Behind a word or a comma and a space, or behind an initial. */
function insideSentence(text: string, at: number): boolean {
  if (text.charCodeAt(at - 1) !== SPACE) return false;
  const code = codeBefore(text, at - 1);
  if (code === STOP) return isLike(/\p{Lu}/u, codeBefore(text, at - 2));
  return code === COMMA || isLike(/\p{L}/u, code);
}

const isLike = (kind: RegExp, code: number): boolean =>
  !Number.isNaN(code) && kind.test(String.fromCodePoint(code));
