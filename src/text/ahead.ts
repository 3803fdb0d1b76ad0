/** What a node of the phrase tables has, as bits. */
export const HAS = {
  children: 1,
  any: 2,
  gaps: 4,
  ends: 8,
  edges: 16,
  /** Ways on that read a word. */
  on: 1 | 2 | 4,
  /** What counts on arrival. */
  here: 8 | 16,
} as const;

/** A word as one of 32 bits, which other words share: a mask says "certainly not" at once, never "certainly". No bit for a word outside the vocabulary. */
export const bitOf = (word: number): number => (word === 0 ? 0 : 1 << (Math.imul(word, 0x9e3779b1) >>> 27));

/** Tables that tell what a node has. */
interface Rows {
  readonly childAt: Uint32Array;
  readonly childWord: Uint16Array;
  readonly anyTo: Uint32Array;
  readonly gapAt: Uint32Array;
  readonly endAt: Uint32Array;
  readonly edgeAt: Uint32Array;
}

/** Node → what it has, and the bits of the words that lead on from it; `word` is the part of a child's key that names the word. */
export function aheadOf(rows: Rows, word: number): { readonly has: Uint8Array; readonly mask: Uint32Array } {
  const { childAt, childWord, anyTo, gapAt, endAt, edgeAt } = rows;
  const has = new Uint8Array(anyTo.length);
  const mask = new Uint32Array(anyTo.length);
  const some = (at: Uint32Array, node: number): boolean => (at[node + 1] as number) > (at[node] as number);
  for (let node = 0; node < has.length; node++) {
    has[node] =
      (some(childAt, node) ? HAS.children : 0) |
      (anyTo[node] === 0 ? 0 : HAS.any) |
      (some(gapAt, node) ? HAS.gaps : 0) |
      (some(endAt, node) ? HAS.ends : 0) |
      (some(edgeAt, node) ? HAS.edges : 0);
    for (let child = childAt[node] as number; child < (childAt[node + 1] as number); child++)
      mask[node] = (mask[node] as number) | bitOf((childWord[child] as number) & word);
  }
  return { has, mask };
}
