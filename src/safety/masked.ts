const masked = new Set<string>();

/**
 * Remembers texts that were masked when they were kept, in place of those before: a mask over a mask may hide more (a
 * number stands in another light once its neighbour is gone), and what is read back must look as it did when it was new.
 */
export function rememberMasked(texts: Iterable<string>): void {
  masked.clear();
  for (const text of texts) masked.add(text);
}

/** Whether a text was masked already. */
export const isMasked = (text: string): boolean => masked.size > 0 && masked.has(text);
