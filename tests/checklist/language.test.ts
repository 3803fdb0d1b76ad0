import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compiledBase } from "../../src/checklist/base.js";
import { compileShipped } from "../../src/checklist/compile.js";
import { loadOn } from "../../src/checklist/index.js";
import { dialog } from "../../src/formats/dialog.js";
import { createTalk, decodeLexicon, entriesOf } from "../../src/text/index.js";
import { base, judge, load, loadOne, verdicts } from "./lists.js";

const EMPATHY = "name: ours\nchecks:\n  - use: empathy\n";
const UPSET = "customer: I am really upset, my parcel never came.";

test("a phrase added is heard, and one taken away is not", () => {
  const call = [UPSET, "agent: Crikey, that is a rum do."];
  expect(verdicts(judge(loadOne(EMPATHY), call))).toEqual({ empathy: "fail" });
  const added = loadOne(`${EMPATHY}phrases: { empathy: { add: ["that is a rum do"] } }`);
  expect(verdicts(judge(added, call))).toEqual({ empathy: "pass" });
});

test("each list is judged in its own language, beside others", () => {
  const files = {
    "ours.yaml": `${EMPATHY}phrases: { empathy: { add: ["that is a rum do"] } }`,
    "theirs.yaml": "name: theirs\nchecks:\n  - use: empathy\n    weight: 3",
  };
  const audit = judge(load(files, ["theirs.yaml", "ours.yaml"]), [UPSET, "agent: Crikey, that is a rum do."]);
  expect(audit.findings.map(({ checklist, verdict }) => [checklist, verdict])).toEqual([
    ["theirs", "fail"],
    ["ours", "pass"],
  ]);
  const heard = audit.signals.filter(({ detector }) => detector === "empathy");
  expect(heard).toHaveLength(1);
});

const ACTS = `name: ours
classes: { plan: [silver, gold] }
lists: { not-now: { guards: [], phrases: [used to] } }
acts:
  names-plan: { by: agent, phrases: ["<plan> plan"], not: [not-now] }
  wants-out: { by: customer, guards: [negated], phrases: [cancel~] }
  told-by-bot: { by: bot, phrases: [recorded] }
  says-gold: { by: any, guards: [], phrases: [gold] }
checks:
  - { id: plan, title: Plan, coach: Do., kind: include, acts: names-plan }
  - { id: out, title: Out, coach: Do., kind: include, acts: wants-out }
  - { id: bot, title: Bot, coach: Do., kind: include, acts: told-by-bot }
  - { id: gold, title: Gold, coach: Do., kind: include, acts: says-gold, at-least: 2 }`;

test.each([
  [
    "acts of one's own, each by its speaker",
    ["bot: This call is recorded.", "agent: You are on the gold plan.", "customer: Gold? I am cancelling."],
    "pass pass pass pass",
  ],
  [
    "not by another",
    ["agent: Shall I cancel? It is recorded.", "customer: I have the silver plan."],
    "fail fail fail fail",
  ],
  [
    "guards hold",
    ["customer: I will not cancel.", "agent: «Gold plan» is a name."],
    "pass fail fail partial",
  ],
  [
    "and what stands beside it",
    ["agent: You used to gold plan.", "customer: Yes."],
    "pass fail fail partial",
  ],
])("%s", (_, lines, expected) => {
  expect(Object.values(verdicts(judge(loadOne(ACTS), lines))).join(" ")).toBe(expected);
});

test("extending takes checks, phrases and acts along; what is written again stands in the old place", () => {
  const files = {
    "base/house.yaml": `name: house
pass-mark: 55
bands: { Good: 70 }
acts: { names-plan: { by: agent, phrases: [gold plan] } }
phrases: { empathy: { add: ["that is a rum do"] } }
checks:
  - { id: plan, title: Plan, coach: Do., kind: include, acts: names-plan }
  - use: empathy
  - use: apology`,
  };
  const { checklists, own } = loadOne(
    `name: ours
extends: base/house.yaml
without: [apology]
phrases: { empathy: { add: ["poor show"] } }
checks:
  - use: plan
    weight: 40
    title: Names the plan
    auto-fail: true
    coach: Name it.
    first: 2
  - { id: again, title: Again, coach: Do., kind: include, acts: names-plan }`,
    files,
  );
  expect(checklists[0]).toMatchObject({
    passMark: 55,
    bands: [{ name: "Good", from: 70 }],
    checks: [
      {
        id: "plan",
        title: "Names the plan",
        weight: 40,
        autoFail: true,
        coach: "Name it.",
        scope: { first: 2 },
      },
      { id: "empathy" },
      { id: "again" },
    ],
  });
  const [language] = [...own.values()];
  const phrases = entriesOf(language!.lexicon).map(({ phrase }) => phrase);
  expect(phrases).toEqual(
    expect.arrayContaining(["that is a rum do", "poor show", "gold plan", "no wonder"]),
  );
  expect(language?.acts.map(({ name }) => name)).toEqual(["names-plan"]);
});

test.each([
  [
    "a pack by its usual file",
    "attune-checklist-rail",
    "node_modules/attune-checklist-rail/checklist.yaml",
    "{}",
  ],
  [
    "by the file its package.json names",
    "attune-checklist-rail",
    "node_modules/attune-checklist-rail/lists/a.yaml",
    '{"attune": "lists/a.yaml"}',
  ],
  [
    "in a scope",
    "@rail/attune-checklist-rail",
    "node_modules/@rail/attune-checklist-rail/checklist.yaml",
    "{}",
  ],
  ["a file of any package", "rail-lists/calls.yaml", "node_modules/rail-lists/calls.yaml", "{}"],
])("packs: %s", (_, name, path, about) => {
  const pack = path.replace(/((?:@[^/]+\/)?[^/@]+)\/(?:checklist|lists\/a|calls)\.yaml$/, "$1/package.json");
  const files = { [path]: "name: rail\nchecks:\n  - use: blame", [pack]: about };
  expect(loadOne(`name: ours\nextends: "${name}"`, files).checklists[0]?.checks.map(({ id }) => id)).toEqual([
    "blame",
  ]);
  expect(load(files, [name]).checklists[0]?.name).toBe("rail");
});

test("a pack is looked for from the folder of the list, not out of its package, and circles end", () => {
  const deep = {
    "lists/deep/ours.yaml": "name: ours\nextends: attune-checklist-x",
    "lists/node_modules/attune-checklist-x/package.json": "{}",
    "lists/node_modules/attune-checklist-x/checklist.yaml": "name: x\nchecks:\n  - use: blame",
  };
  expect(load(deep, ["lists/deep/ours.yaml"]).problems).toEqual([]);
  const out = {
    "node_modules/a/../../secret.yaml": "name: x",
    "secret.yaml": "name: x\nchecks: [{ use: blame }]",
  };
  expect(loadOne('name: ours\nextends: "a/../../secret.yaml"', out).problems).toHaveLength(1);
  const circle = { "ours.yaml": "name: ours\nextends: ./b.yaml", "b.yaml": "name: b\nextends: ./ours.yaml" };
  expect(load(circle).problems[0]?.message).toContain("Unexpected circle");
});

const PIN = (text: string): string | undefined => loadOne(text).checklists[0]?.sha256;

test.each([
  ["a weight", `${EMPATHY}    weight: 16\n`, false],
  ["a phrase", `${EMPATHY}phrases: { empathy: { add: [x] } }`, false],
  ["a phrase taken away", `${EMPATHY}phrases: { empathy: { remove: ["no wonder"] } }`, false],
  ["a word of a class", `${EMPATHY}classes: { felt: { add: [grumpy] } }`, false],
  ["a scope", `${EMPATHY}    first: 3\n`, false],
  ["a pass mark", `${EMPATHY}pass-mark: 71`, false],
  ["a condition", `${EMPATHY}applies-when: { channel: chat }`, false],
  ["a title", `${EMPATHY}    title: Other\n`, true],
  ["a coach text", `${EMPATHY}    coach: Other.\n`, true],
  ["a comment", `# a\n${EMPATHY}`, true],
])("the pin and %s", (_, text, same) => {
  expect(PIN(text)).toMatch(/^[0-9a-f]{64}$/);
  expect(PIN(text) === PIN(EMPATHY)).toBe(same);
});

test("the pin of a list changes with that of a list it extends", () => {
  const of = (weight: number): string | undefined =>
    loadOne("name: ours\nextends: ./a.yaml", {
      "a.yaml": `name: a\nchecks: [{ use: empathy, weight: ${weight} }]`,
    }).checklists[0]?.sha256;
  expect(of(1)).not.toBe(of(2));
});

test("added on top or compiled as a whole, phrases find the same", () => {
  const text = `${ACTS}\nphrases: { empathy: { add: ["that is a rum do", "i do understand"] } }`;
  const whole = loadOne(`${text}\n`.replace("classes: {", "classes: { felt: { add: [narked] },"));
  const top = loadOne(text);
  const [a, b] = [whole, top].map(rules => [...rules.own.values()][0]!.lexicon);
  expect(a?.onTop).toBeUndefined();
  expect(b?.onTop).toBeDefined();
  for (const line of [
    "I do understand, that is a rum do.",
    "um, I I understand how upsetting",
    "You are on the the gold plan, it isn't",
  ]) {
    const [one, two] = [a, b].map(lexicon =>
      createTalk(dialog([`agent: ${line}`]), lexicon!)
        .all.map(({ list, from, to, kept }) => `${list} ${from}-${to} ${kept}`)
        .sort(),
    );
    expect(two).toEqual(one);
  }
});

test("what was compiled when attune was built pins and judges like what is written", () => {
  const compiled = compileShipped(path => readFileSync(path, "utf8"));
  const lexicon = decodeLexicon(compiled.lexicon)!;
  const built = compiledBase({ ...JSON.parse(compiled.checklists), lexicon });
  for (const text of [
    EMPATHY,
    ACTS,
    `${EMPATHY}phrases: { empathy: { remove: ["no wonder"] } }`,
    `${EMPATHY}extends: [core, house-example]`,
  ]) {
    const read = (path: string): string => (path === "ours.yaml" ? text : readFileSync(path, "utf8"));
    const [one, two] = [built, base].map(each => loadOn(each, ["ours.yaml"], read));
    expect(one?.problems).toEqual([]);
    expect(one?.checklists[0]?.sha256).toBe(two?.checklists[0]?.sha256);
  }
});
