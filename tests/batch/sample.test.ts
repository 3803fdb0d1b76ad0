import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { type Candidate, type Drawing, drawSample } from "../../src/batch/sample.js";

/** So many conversations of each agent in each queue, written `Ana/billing*20`. */
function calls(...lines: readonly string[]): readonly Candidate[] {
  return lines.flatMap(line => {
    const [, agent = "", queue = "", n = ""] = /^(\w+)\/(\w+)\*(\d+)$/.exec(line) ?? [];
    return Array.from({ length: Number(n) }, (_, i) => {
      const id = `${agent}-${queue}-${i}`;
      const hash = createHash("sha256").update(id).digest("hex");
      return { source: `${id}.txt`, id, hash, agent, strata: [queue] };
    });
  });
}

const drawnBy = (all: readonly Candidate[], how: Partial<Drawing>): readonly string[] =>
  drawSample(all, { seed: "w10", ...how }).drawn.map(({ id }) => id);

test.each<[string, readonly string[], Partial<Drawing>, Readonly<Record<string, number>>]>([
  ["so many of each agent", ["Ana/a*20", "Ben/a*3"], { perAgent: 5 }, { "Ana/a": 5, "Ben/a": 3 }],
  ["queues have the share they have", ["Ana/a*30", "Ana/b*10"], { perAgent: 4 }, { "Ana/a": 3, "Ana/b": 1 }],
  ["so many in all", ["Ana/a*30", "Ben/b*30"], { size: 10 }, { "Ana/a": 5, "Ben/b": 5 }],
  ["no more than there are", ["Ana/a*2"], { size: 10 }, { "Ana/a": 2 }],
  ["both: of each agent, then in all", ["Ana/a*9", "Ben/a*9"], { perAgent: 5, size: 1 }, {}],
])("%s", (_, lines, how, expected) => {
  const { drawn, strata } = drawSample(calls(...lines), { seed: "w10", ...how });
  const counts = Object.fromEntries(
    strata.filter(({ drawn: n }) => n > 0).map(one => [`${one.agent}/${one.strata[0]}`, one.drawn]),
  );
  if (how.perAgent && how.size) expect(drawn).toHaveLength(how.size);
  else expect(counts).toEqual(expected);
  expect(strata.reduce((sum, { drawn: n }) => sum + n, 0)).toBe(drawn.length);
});

test("the same seed draws the same from the same conversations in any order; another seed draws others", () => {
  const all = calls("Ana/a*40", "Ben/b*40");
  expect(drawnBy([...all].reverse(), { perAgent: 5 })).toEqual(drawnBy(all, { perAgent: 5 }));
  expect(drawnBy(all, { perAgent: 5, seed: "w11" })).not.toEqual(drawnBy(all, { perAgent: 5 }));
});

test("a conversation under two names is in the draw once", () => {
  const all = calls("Ana/a*3");
  const copies = all.map(one => ({ ...one, source: `copy-of-${one.source}` }));
  const { drawn, duplicates } = drawSample([...all, ...copies], { seed: "w10", perAgent: 9 });
  expect(drawn).toHaveLength(3);
  expect(duplicates).toBe(3);
});

test("over many seeds each conversation is drawn about as often as another", () => {
  const all = calls("Ana/a*20");
  const counts = new Map(all.map(({ id }) => [id, 0]));
  for (let seed = 0; seed < 2_000; seed++)
    for (const id of drawnBy(all, { perAgent: 5, seed: String(seed) }))
      counts.set(id, (counts.get(id) ?? 0) + 1);
  // 500 expected, and a deviation of 19: none lies past five of them.
  for (const count of counts.values()) expect(Math.abs(count - 500)).toBeLessThan(100);
});
