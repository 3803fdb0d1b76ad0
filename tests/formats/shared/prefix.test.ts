import { expect, test } from "vitest";
import { isRoleWord, namesAmong, prefixed } from "../../../src/formats/shared/prefix.js";

// biome-ignore format: one row, one case
test.each([
  ["Ana: Hello", "Ana"],
  ["Souza, Ana (Guest): Hello", "Souza, Ana (Guest)"],
  ["Dr. Lee: Hello", "Dr. Lee"],
  [">> ANA: Hello", "ANA"],
  ["[Ana] Hello", "Ana"],
  ["- Ana: Hello", "Ana"],
  ["+1 555-0142: Hello", "+1 555-0142"],
  ["Ana:", "Ana"],
  ["10:30 it was", undefined],
  ["12: no", undefined],
  ["https://example.com", undefined],
  ["Is it so? Yes: it is", undefined],
  ["I want you to know one more thing: no", undefined],
  [": nobody", undefined],
  ["[ ] nobody", undefined],
  [`${"a".repeat(60)}: too long`, undefined],
])("before the colon of «%s» stands %s", (line, name) => {
  expect(prefixed(line)?.name).toBe(name);
});

// biome-ignore format: one row, one case
test.each([
  ["seen twice", ["Ana: a", "b", "c", "Ana: d"], ["Ana"]],
  ["seen once among many", ["Ana: a", "b", "c", "d", "e", "f"], []],
  ["seen once where most lines have one", ["Ana: a", "Tom: b", "Ana: c"], ["Ana", "Tom"]],
  ["a role word needs no second time", ["Agent: a", "b"], ["Agent"]],
  ["words in lower case need three", ["so: a", "b", "so: c"], []],
  ["too rare in a long text", [...Array.from({ length: 40 }, () => "a"), "Note: b", "Note: c"], []],
])("names: %s", (_, lines, names) => {
  expect([...namesAmong(lines)]).toEqual(names);
});

test.each([
  ["Agent 2", true],
  ["SPEAKER_00", true],
  ["customer", true],
  ["Ana", false],
  ["Agentur", false],
])("is «%s» a role word?", (name, expected) => {
  expect(isRoleWord(name)).toBe(expected);
});
