import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CUSTOMER } from "../../src/engine/customer-clues.js";
import { AGENT } from "../../src/engine/role-clues.js";

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
