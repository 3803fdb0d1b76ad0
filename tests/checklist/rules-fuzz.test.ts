import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { writtenBase } from "../../src/checklist/base.js";
import { loadOn } from "../../src/checklist/index.js";
import { readLayer } from "../../src/cli/config/layer.js";
import { parsePhrase } from "../../src/text/index.js";

/** A few dozen here, for each parses a whole list; `npm run fuzz` takes ten thousand. */
const RUNS = Math.ceil(Number(process.env.ATTUNE_FUZZ ?? 400) / 10);
const SEED = 20_261_125;
const at = (count: number) => ({ numRuns: count, seed: SEED });

const ROOT = new URL("../../", import.meta.url).pathname;
const text = (path: string): string => readFileSync(path, "utf8");
const base = writtenBase(text);
const lists = readdirSync(join(ROOT, "checklists"))
  .filter(file => file.endsWith(".yaml"))
  .map(file => text(join(ROOT, "checklists", file)));

/** What breaks YAML, or means something else in it. */
const TOKENS = [
  ": ",
  "- ",
  "\n",
  "\n  ",
  "&a ",
  "*a",
  "<<: *a",
  "[",
  "{",
  "}",
  "'",
  '"',
  "|",
  "!!js ",
  "\t",
  "#",
  "\u0000",
  "__proto__: ",
  "constructor: ",
  "~",
  "1e999",
  "-1",
  "id: ",
  "kind: ",
  "extends: ",
  "weight: ",
];

const wound = fc.array(
  fc.tuple(
    fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    fc.nat(30),
    fc.constantFrom(...TOKENS),
  ),
  { minLength: 1, maxLength: 5 },
);

function wounded(whole: string, wounds: readonly (readonly [number, number, string])[]): string {
  let torn = whole;
  for (const [place, gone, token] of wounds) {
    const from = Math.floor(place * torn.length);
    torn = torn.slice(0, from) + token + torn.slice(from + gone);
  }
  return torn;
}

test("a damaged checklist loads or says where it is wrong", () => {
  expect(lists.length).toBeGreaterThan(2);
  fc.assert(
    fc.property(fc.nat(), wound, (which, wounds) => {
      const torn = wounded(lists[which % lists.length] as string, wounds);
      const { checklists, problems } = loadOn(base, ["./torn.yml"], path => {
        if (path.endsWith("torn.yml")) return torn;
        return text(path);
      });
      expect(checklists.length + problems.length).toBeGreaterThan(0);
      for (const { message } of problems) expect(message).toMatch(/^\S/);
    }),
    at(RUNS),
  );
});

const phrase = fc
  .array(
    fc.constantFrom(
      "sorry",
      "so?",
      "(",
      ")",
      "|",
      "<trouble>",
      "..",
      "..6",
      "..99",
      "~",
      "^",
      "$$",
      "*",
      " ",
      "?",
      "NO",
      "<",
      ">",
      "'",
      "\u202e",
      "𝒙",
    ),
    { maxLength: 24 },
  )
  .map(parts => parts.join(""));

test("whatever is written as a phrase is one, or a mistake with its place", () => {
  fc.assert(
    fc.property(fc.oneof(phrase, fc.string({ unit: "binary", maxLength: 40 })), written => {
      const parsed = parsePhrase(written);
      if ("message" in parsed) {
        expect(parsed.at).toBeGreaterThanOrEqual(0);
        expect(parsed.at).toBeLessThanOrEqual(written.length);
      } else expect(parsed.length).toBeLessThanOrEqual(2048);
    }),
    at(RUNS * 10),
  );
});

const SETTINGS = `checklist: [core]
min-score: 70
report: [terminal, "json=out.json"]
limits: { line: 64MB, turns: 2000 }
agent: [Ana]
per-check: { empathy: 80% }
`;

test("a damaged config is settings or problems, runs nothing, and touches no prototype", async () => {
  await fc.assert(
    fc.asyncProperty(
      wound,
      fc.constantFrom(".attunerc.yaml", ".attunerc.json", "package.json"),
      async (wounds, file) => {
        const whole = file.endsWith("json")
          ? JSON.stringify({ attune: { "min-score": 70, report: ["terminal"] } })
          : SETTINGS;
        const { values, problems } = await readLayer({
          file: join("/nowhere", file),
          text: wounded(whole, wounds),
        });
        expect(values.size + problems.length).toBeGreaterThanOrEqual(0);
        expect(({} as Record<string, unknown>).polluted).toBeUndefined();
        for (const { message } of problems) expect(message).toMatch(/^\S/);
      },
    ),
    at(RUNS * 5),
  );
  expect(Object.keys(Object.prototype)).toEqual([]);
});
