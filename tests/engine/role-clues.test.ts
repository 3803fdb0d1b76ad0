import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CUSTOMER } from "../../src/engine/customer-clues.js";
import { AGENT, type Clue } from "../../src/engine/role-clues.js";
import { against, heardOf, leaningOf } from "../../src/engine/role-evidence.js";

/** The expression without what looks ahead and without word boundaries, which only narrow what it finds. */
function widened(words: RegExp): RegExp {
  let bare = words.source.replace(/\\b/g, "");
  for (let at = bare.search(/\(\?[!=]/); at >= 0; at = bare.search(/\(\?[!=]/)) {
    let end = at + 1;
    for (let depth = 1; depth > 0; end++) depth += bare[end] === "(" ? 1 : bare[end] === ")" ? -1 : 0;
    bare = bare.slice(0, at) + bare.slice(end);
  }
  return new RegExp(bare.replace(/(?<=^|\|)\^/g, ""));
}

describe("hints of clues", () => {
  it.each([...AGENT, ...CUSTOMER])("stand in whatever $words finds", ({ words, hints }) => {
    const all = hints.split("|");
    const begins = (text: string, hint: string) => {
      for (let at = text.indexOf(hint); at >= 0; at = text.indexOf(hint, at + 1))
        if (!/^\w/.test(hint) || !/\w/.test(text[at - 1] ?? " ")) return true;
      return false;
    };
    fc.assert(
      fc.property(fc.stringMatching(widened(words)), text => {
        const found = words.exec(text);
        expect(found === null || all.some(hint => begins(text, hint))).toBe(true);
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});

/** Points by the expressions alone, without hints. */
function points(texts: readonly string[], clues: readonly Clue[]): number {
  const plain = texts.slice(0, 40).map(text => text.slice(0, 600).toLowerCase().replaceAll("’", "'"));
  return clues.reduce(
    (sum, { points: each, words, most = 2 }) =>
      sum + each * Math.min(most, plain.filter(text => words.test(text)).length),
    0,
  );
}

describe("weighing by hints", () => {
  const said = fc.constantFrom(...AGENT, ...CUSTOMER).chain(({ words }) => fc.stringMatching(widened(words)));
  const dressed = fc
    .tuple(said, fc.constantFrom("", "Well, ", "é ", "İ ", "no", "- "), fc.boolean())
    .map(([text, before, loud]) => `${before}${loud ? text.toUpperCase() : text.replaceAll("'", "’")}`);
  const texts = fc.array(dressed, { maxLength: 6 });

  it("gives the points that the expressions give", () => {
    fc.assert(
      fc.property(texts, all => {
        const { agent, customer } = leaningOf(heardOf(all));
        expect([agent, customer]).toEqual([points(all, AGENT), points(all, CUSTOMER)]);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it("knows early whether two sides contradict their labels by enough", () => {
    fc.assert(
      fc.property(texts, texts, fc.integer({ min: 1, max: 20 }), (one, other, needed) => {
        const apart =
          points(other, AGENT) - points(other, CUSTOMER) - points(one, AGENT) + points(one, CUSTOMER);
        const known = apart >= needed ? apart : undefined;
        expect(against(heardOf(one), heardOf(other), needed)).toBe(known);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
