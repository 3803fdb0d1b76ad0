import { expect, test } from "vitest";
import { compileBook, readBook, reportPhrases } from "../../src/checklist/phrasebook.js";
import { load, loadOne, mistakes } from "./lists.js";

const CHECK = "  - { id: a, title: A, coach: Do., kind: include, acts: greeting }";
const list = (...lines: readonly string[]): string => ["name: ours", ...lines, "checks:", CHECK].join("\n");
const check = (text: string): string =>
  ["name: ours", "checks:", `  - { id: a, title: A, coach: Do., ${text} }`].join("\n");

test.each([
  ["an unknown key of the list", list("pas-mark: 80"), "2:1", "`pas-mark`, expected `pass-mark`"],
  [
    "an unknown key of a check",
    check("kind: include, acts: greeting, wieght: 3"),
    "3:67",
    "`wieght`, expected `weight`",
  ],
  [
    "an unknown key of a kind",
    check("kind: answer, cues: fault, answers: empathy, wihtin: 2"),
    "3:81",
    "`wihtin`, expected `within`",
  ],
  ["a kind", check("kind: inclde, acts: greeting"), "3:42", "kind `inclde`, expected `include`"],
  ["an act", check("kind: include, acts: greetin"), "3:57", "act `greetin`, expected `greeting`"],
  [
    "an act that is none",
    check("kind: include, acts: Greeting!"),
    "3:57",
    "`Greeting!`, expected an act such as",
  ],
  ["a check to use", list().replace(CHECK, "  - use: empaty"), "3:10", "check `empaty`, expected `empathy`"],
  ["a part", check("all: [empaty]"), "3:42", "check `empaty`, expected `empathy`"],
  [
    "an inline part",
    check("any: [{ kind: include, acts: empaty }]"),
    "3:65",
    "act `empaty`, expected `empathy`",
  ],
  [
    "a title that is missing",
    "name: ours\nchecks:\n  - { id: a, coach: Do., kind: include, acts: greeting }",
    "3:5",
    "lack of `title`, expected a text",
  ],
  [
    "a number",
    check("kind: include, acts: greeting, weight: much"),
    "3:75",
    "`weight`, expected a number of 0 or more",
  ],
  [
    "a negative weight",
    check("kind: include, acts: greeting, weight: -3"),
    "3:75",
    "`weight`, expected a number of 0 or more",
  ],
  ["a pass mark past all", list("pass-mark: 170"), "2:12", "`170`, expected 0 to 100"],
  ["a band", list("bands: { Good: much }"), "2:8", "score of `Good`, expected the least score of it"],
  [
    "a stretch",
    check("kind: include, acts: greeting, first: 3m"),
    "3:74",
    "`3m`, expected turns such as `3`, seconds such as `30s`",
  ],
  ["a role", check("kind: include, acts: greeting, by: agnt"), "3:71", "`agnt`, expected `agent`"],
  [
    "a condition",
    check("kind: include, acts: greeting, applies-when: { chanel: chat }"),
    "3:83",
    "`chanel`, expected `channel`",
  ],
  [
    "a channel",
    check("kind: include, acts: greeting, applies-when: { channel: phone }"),
    "3:92",
    "channel `phone`, expected voice, chat, email",
  ],
  ["two checks of one id", `${list()}\n${CHECK}`, "4:11", "second check `a`"],
  [
    "a section nobody declared",
    list("sections: [{ name: Opening }]").replace("title: A", "title: A, section: Openin"),
    "4:3",
    "section `Openin` of `a`, expected `Opening`",
  ],
  ["an act that ships", list("acts: { empathy: { phrases: [x] } }"), "2:9", "expected a name of your own"],
  [
    "a guard",
    list("acts: { mine: { guards: [negatd], phrases: [x] } }"),
    "2:25",
    "guard `negatd`, expected `negated`",
  ],
  ["an act without words", list("acts: { mine: { by: agent } }"), "2:9", "expected `phrases` below it"],
  [
    "a phrase",
    list('acts: { mine: { phrases: ["(open"] } }'),
    "2:27",
    "phrase «(open»: Unexpected end of phrase, expected `)`",
  ],
  [
    "a class in a phrase",
    list("acts: { mine: { phrases: [<nothing> here] } }"),
    "2:27",
    "Unexpected class `<nothing>`",
  ],
  [
    "a list to add to",
    list("phrases: { empaty: { add: [x] } }"),
    "2:12",
    "list `empaty`, expected `empathy`",
  ],
  ["an act where lists are meant", list("phrases: { bare-sorry: { add: [x] } }"), "2:12", "expected `sorry`"],
  [
    "a phrase to take away",
    list("phrases: { empathy: { remove: [no wonders] } }"),
    "2:31",
    "«no wonders» to take away",
  ],
  ["a second class", list("classes: { felt: [sad] }"), "2:12", "expected `add` and `remove` below it"],
  [
    "a list to extend",
    list("extends: croe"),
    "2:10",
    "checklist `croe`, expected a file or package that can be read, or `core`",
  ],
  [
    "a check to leave out",
    list("extends: core", "without: [empaty]"),
    "3:10",
    "check `empaty`, expected `empathy`",
  ],
  ["no list at all", "just words", "1:1", "expected a checklist with `name` and `checks`"],
  ["nothing", "", "1:1", "expected a checklist with `name` and `checks`"],
  ["no checks", "name: ours\nchecks: []", "2:9", "expected a list of checks"],
  ["YAML that is none", "name: [ours", "1:12", "Unexpected YAML, expected a checklist"],
  ["a key twice", "name: a\nname: b", "2:1", "Unexpected YAML"],
])("%s", (_, text, place, message) => {
  const found = mistakes(loadOne(text));
  expect(found.filter(each => each.includes(message))).toHaveLength(1);
  expect(found.find(each => each.includes(message))).toContain(`ours.yaml:${place}: `);
});

test("all mistakes at once, from top to bottom, and of the file that holds them", () => {
  const rules = load({
    "ours.yaml": 'name: ours\nextends: ./theirs.yaml\npas-mark: 1\nacts: { mine: { phrases: ["(open"] } }',
    "theirs.yaml": "name: theirs\nvresion: 2\nchecks:\n  - use: empaty",
  });
  expect(mistakes(rules).map(each => each.split(" ")[0])).toEqual([
    "theirs.yaml:2:1:",
    "theirs.yaml:4:10:",
    "ours.yaml:3:1:",
    "ours.yaml:4:27:",
  ]);
});

test.each([
  ["aliases", `name: ours\na: &a [x]\nb: *a\nchecks:\n${CHECK}`, "alias `*a`, expected the thing itself"],
  [
    "aliases that multiply",
    `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefgh"
      .split("")
      .map((name, i) => `${name}: &${name} [${`*${"abcdefg"[i]},`.repeat(9)}]`)
      .join("\n")}`,
    "alias",
  ],
  ["depth in brackets", "[".repeat(100_000), "nesting"],
  ["depth in a line", `${"- ".repeat(50_000)}a`, "nesting"],
  ["depth by indentation", Array.from({ length: 60 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"), "nesting"],
  ["size", `name: ours\n# ${"x".repeat(1_000_001)}`, "expected at most 1000000"],
])("refused: %s", (_, text, message) => {
  const begun = performance.now();
  const { problems, checklists } = loadOne(text);
  expect(problems.some(problem => problem.message.includes(message))).toBe(true);
  expect(checklists).toEqual([]);
  expect(performance.now() - begun).toBeLessThan(2_000);
});

test("too many phrases are refused, not lost", () => {
  const many = Array.from({ length: 31_000 }, (_, i) => `word${i.toString(36)} here`);
  const text = list(`acts: { mine: { phrases: [${many.join(", ")}] } }`);
  expect(mistakes(loadOne(text)).join()).toContain("expected at most 30000");
});

test("a phrase that ships and cannot be read is located too", () => {
  const book = readBook([
    { path: "en/tone.yaml", text: "lists:\n  blame:\n    guards: []\n    phrases:\n      - you (did\n" },
  ]);
  reportPhrases(book, compileBook(book));
  expect(book.problems).toMatchObject([{ source: "en/tone.yaml", line: 5, column: 9, code: "bad-phrase" }]);
});
