import fc from "fast-check";
import { expect, test } from "vitest";
import { saidIn } from "../../src/engine/words.js";
import type { Turn } from "../../src/model/index.js";

const times = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const plainly = (text: string) => ({
  words: times(text, /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu),
  questions: times(text, /\?/gu),
  i: times(text, /\b(?:i|i['’]\w+|me|my)\b/giu),
  we: times(text, /\b(?:we|we['’]\w+|us|our)\b/giu),
  you: times(text, /\b(?:you|you['’]\w+|your)\b/giu),
});
const pieces =
  "I i'm I'll me my mine we We're us our ours you you've your yours it's rock'n'roll a'1b x'y2 n'5 _i i_ me2 4 ' '' ? ?? . , - caf\u00e9 it\u2019s".split(
    " ",
  );

test("a turn is counted by hand as the expressions count it", () => {
  const text = fc.array(fc.constantFrom(...pieces, " ", " ", "\n"), { maxLength: 14 });
  fc.assert(
    fc.property(text, parts => {
      const said = saidIn({ text: parts.join("") } as Turn);
      expect(said).toEqual(plainly(parts.join("")));
    }),
    { numRuns: 800, seed: 7 },
  );
});
