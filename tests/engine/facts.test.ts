import { describe, expect, test } from "vitest";
import { factsOf } from "../../src/engine/facts.js";
import { dialog } from "../../src/formats/dialog.js";

const facts = (...lines: string[]) => factsOf(dialog(lines), []);

describe("facts of a conversation", () => {
  test.each([
    [
      "talk share by time",
      ["agent 0-6s: Hello", "customer 6-10s: Hi"],
      { talkShare: 0.6, talkShareBy: "time" },
    ],
    [
      "by words without times",
      ["agent: One two three", "customer: Four"],
      { talkShare: 0.75, talkShareBy: "words" },
    ],
    ["the customer's wait for an answer", ["customer 0-2s: Hi", "agent 4-5s: Hello"], { responseTime: 2000 }],
    [
      "a silence longer than 3 s",
      ["agent 0-2s: One moment", "agent 9-11s: Found it"],
      { silences: 1, silenceTime: 7000 },
    ],
    ["a short pause is natural", ["agent 0-2s: One moment", "customer 4-5s: Sure"], { silences: 0 }],
    [
      "overlap is not negative silence",
      ["agent 0-8s: So the", "customer 3-4s: No", "agent 8-9s: Well"],
      { silences: 0 },
    ],
    [
      "longest monologue",
      ["agent 0-9s: Long", "customer 9-10s: Hm", "agent 10-12s: Short"],
      { longestMonologue: 9000 },
    ],
    ["questions the agent asks", ["agent: Who? What?", "customer: Why?"], { questions: 2 }],
  ])("%s", (_, lines, expected) => {
    expect(facts(...lines)).toMatchObject(expected);
  });

  test("an answer over the customer is no wait", () => {
    expect(facts("customer 0-4s: Hi there", "agent 3-5s: Hello").responseTime).toBeUndefined();
  });

  test("without times there is no length, no silence, no pace", () => {
    const found = facts("agent: Hello", "customer: Hi");
    for (const name of ["duration", "silences", "wordsPerMinute", "responseTime"])
      expect(found[name]).toBeUndefined();
  });
});
