/** White space as expressions know it (`\s`). */
function isSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0xa0) return false;
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** Words by white space, counted without being cut out. */
export function wordsIn(text: string): number {
  let count = 0;
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const space = isSpace(text.charCodeAt(i));
    if (!space && !inside) count++;
    inside = !space;
  }
  return count;
}

/** How many parts a split by white space gives, empty ones at the edges too. */
export function splitsIn(text: string): number {
  if (text === "") return 1;
  const edges = Number(isSpace(text.charCodeAt(0))) + Number(isSpace(text.charCodeAt(text.length - 1)));
  return wordsIn(text) + edges;
}

/** A text without what follows on its first `most` words, each with the white space behind it; white space before the first counts as one. */
export function startOf(text: string, most: number): string {
  let parts = 1;
  let space = false;
  for (let i = 0; i < text.length; i++) {
    const now = isSpace(text.charCodeAt(i));
    if (space && !now && ++parts > most) return text.slice(0, i);
    space = now;
  }
  return text;
}

const LETTERS = /\p{L}+/gu;

/** Runs of at least so many letters, and how many of them are in capitals. */
export function capitalsIn(
  text: string,
  least: number,
): { readonly words: number; readonly shouted: number } {
  let words = 0;
  let shouted = 0;
  let length = 0;
  let small = false;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0;
    if (code > 127) return capitalsPlainly(text, least);
    if (code >= 97 && code <= 122) {
      small = true;
      length++;
    } else if (code >= 65 && code <= 90) length++;
    else {
      if (length >= least) {
        words++;
        if (!small) shouted++;
      }
      length = 0;
      small = false;
    }
  }
  return { words, shouted };
}

/** The same for a text of other letters than ours. */
function capitalsPlainly(text: string, least: number): { readonly words: number; readonly shouted: number } {
  const words = (text.match(LETTERS) ?? []).filter(word => [...word].length >= least);
  const shouted = words.filter(word => word === word.toUpperCase() && word !== word.toLowerCase());
  return { words: words.length, shouted: shouted.length };
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
const PLAIN = /^[\x20-\x7e\n]*$/;

/** Words of a text in lower case, apostrophes straight. */
export function lowerWords(text: string): readonly string[] {
  return PLAIN.test(text)
    ? plainWords(text.toLowerCase())
    : (text.match(WORD) ?? []).map(word => word.toLowerCase().replaceAll("’", "'"));
}

const isLetter = (code: number): boolean => code >= 97 && code <= 122;
const isFigure = (code: number): boolean => code >= 48 && code <= 57;

/** The same of a plain text in lower case already. */
function plainWords(text: string): readonly string[] {
  const words: string[] = [];
  for (let i = 0; i < text.length; ) {
    const code = text.charCodeAt(i);
    if (!isLetter(code) && !isFigure(code)) {
      i++;
      continue;
    }
    const from = i;
    let joined = false;
    for (; i < text.length; i++) {
      const next = text.charCodeAt(i);
      if (isLetter(next) || (isFigure(next) && !joined)) continue;
      if (next !== 39 || !isLetter(text.charCodeAt(i + 1))) break;
      joined = true;
    }
    words.push(text.slice(from, i));
  }
  return words;
}
