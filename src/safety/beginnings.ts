/** ASCII codes. */
const CODES = 128;
const SPACE = 32;
const LINE_FEED = 10;
const DELETE = 127;
/** What stands between letters that are spelt out: «O K A F O R», «o-k-a-f-o-r». */
const BETWEEN: readonly number[] = [..." \n.,-"].map(character => character.charCodeAt(0));

const small = (code: number): number => (code >= 65 && code <= 90 ? code | 32 : code);
const isWordly = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);

/**
 * Whether a text can hold one of some words, whole or spelt out, in any case: their first two characters stand where a
 * word begins. One look without an expression; a text or words that are not plain ASCII always may.
 */
export function mayHold(words: readonly string[]): (text: string) => boolean {
  if (words.some(word => word.length < 2 || !/^[\x20-\x7E]+$/.test(word))) return () => true;
  const begins = new Uint8Array(CODES);
  const pairs = new Set<number>();
  for (const word of words) {
    const first = small(word.charCodeAt(0));
    begins[first] = 1;
    for (const next of [small(word.charCodeAt(1)), ...BETWEEN]) pairs.add(first * CODES + next);
  }
  return text => {
    let inWord = false;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code >= DELETE || (code < SPACE && code !== LINE_FEED)) return true;
      const first = small(code);
      if (!inWord && begins[first] === 1 && pairs.has(first * CODES + small(text.charCodeAt(at + 1))))
        return true;
      inWord = isWordly(code);
    }
    return false;
  };
}
