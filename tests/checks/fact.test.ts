import { expect, test } from "vitest";
import { FACTS } from "../../src/checks/shared/facts.js";
import { factsOf } from "../../src/engine/facts.js";
import { dialog } from "../../src/formats/dialog.js";
import { ask, optionsOf } from "./conversation.js";

const CHAT = ["chat", "customer: where is my order", "agent: it is on its way"];
const CALL = ["customer 0-4s: a b c", "agent 5-8s: d e f", "customer 9-10s: g", "agent 18-20s: h. i?"];

test.each([
  ["within bounds", "fact: talk-share\nat-least: 40%\nat-most: 60%", CALL, "pass"],
  ["below them", "fact: talk-share\nat-least: 60%", CALL, "fail"],
  [
    "within wider ones counts half",
    "fact: talk-share\nat-least: 60%\npartial: { at-least: 40% }",
    CALL,
    "partial",
  ],
  ["seconds", "fact: longest-response\nat-most: 5s", CALL, "fail"],
  ["a silence there is", "fact: longest-silence\nat-most: 10s", CALL, "pass"],
  ["no silence is the shortest", "fact: longest-silence\nat-most: 1s", CALL.slice(0, 3), "pass"],
  ["a chat has no longest silence", "fact: longest-silence\nat-most: 10s", CHAT, "unknown"],
  ["a count", "fact: questions\nat-least: 1", CALL, "pass"],
])("fact: %s", (_, yaml, lines, verdict) => {
  expect(ask("fact", yaml, lines).verdict).toBe(verdict);
});

test("fact names what is missing, and says what was measured", () => {
  expect(ask("fact", "fact: longest-silence\nat-most: 10s", CHAT).message).toBe(
    "This export cannot show the longest silence: it lacks start and end times",
  );
  expect(ask("fact", "fact: talk-share\nat-most: 40%", CALL).message).toBe(
    "Expected the agent's share of the talk of at most 40%, measured 50%",
  );
});

test.each([
  ["fact: talk-shere\nat-most: 10%", "`talk-share`"],
  ["fact: talk-share\nat-most: 40", "expected a number such as `40%`"],
  ["fact: longest-silence\nat-most: 40", "expected a number such as `40s`"],
  ["fact: questions", "expected `at-least`, `at-most` or both"],
])("fact: %s is a mistake", (yaml, message) => {
  expect(optionsOf("fact", yaml).wrong.join()).toContain(message);
});

test("every fact that may be asked for is measured, and the other way round", () => {
  const call = dialog([
    "customer 0-4s: I am here",
    "agent 3-8s: we hear you?",
    "customer 14-15s: g",
    "agent 16-20s: h",
  ]);
  const measured = Object.keys(factsOf(call, [])).filter(key => key !== "talkShareBy");
  expect([...FACTS.values()].map(({ key }) => key).sort()).toEqual(measured.sort());
});
