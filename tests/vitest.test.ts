import { expect, test } from "vitest";
import "../src/vitest.js";
import { dialog } from "../src/formats/dialog.js";

const GOOD = `Agent: Good morning, this is Ana. How can I help?
Customer: My parcel is a week late, it was a present and I'm really upset.
Agent: I'm so sorry the present is late. I can hear how upsetting that is. I can send a new one for tomorrow, or refund you today. Which would you prefer?
Customer: The new one, please.
Agent: It's on its way, and you'll have it by noon.`;

const BAD = `Agent: Yes?
Customer: My parcel is a week late and I'm really upset. Write to jo@example.com.
Agent: I'm sorry you feel that way. You should have read the terms. We can't refund that.
Customer: Unbelievable.`;

const failing = (act: () => void): string => {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("Unexpected pass, expected a failure");
};

test("a good conversation passes, shows what it shows, and is no bad one", () => {
  expect(GOOD).toPass();
  expect(GOOD).toPass("core");
  expect(GOOD).toShow("empathy");
  expect(BAD).not.toPass("core");
  expect(BAD).not.toShow("empathy");
});

test("a transcript will do, and messages of a chat model", () => {
  expect(dialog(GOOD.replaceAll("Agent:", "agent:").replaceAll("Customer:", "customer:").split("\n"))).toPass(
    "core",
  );
  const messages = GOOD.split("\n").map(line => ({
    role: line.startsWith("Agent") ? "assistant" : "user",
    content: line.replace(/^\w+: /, ""),
  }));
  expect(messages).toShow("alternatives");
});

test("a technique of a list that is not the default is found, and so is an act", () => {
  expect(BAD).not.toShow("blame");
  expect(GOOD).toShow("blame");
  expect(BAD).toShow("negative");
});

test("a failure says what was missed, where, and what to do next time; masked", () => {
  const message = failing(() => expect(BAD).toPass("core"));
  expect(message).toContain(
    "Expected the conversation to pass core: it came out as fail, 0 of 100 (pass mark 70)",
  );
  expect(message).toContain("✗ fail  Answers feelings with empathy");
  expect(message).toMatch(/turn 2, customer: “/);
  expect(message).toContain("Next time:");
  expect(message).not.toContain("jo@example.com");
});

test("a negated failure says what was found", () => {
  expect(failing(() => expect(GOOD).not.toShow("empathy"))).toContain("not to show empathy");
  expect(failing(() => expect(GOOD).not.toPass())).toContain("not to pass core: it came out as pass");
});

test.each([
  ["a name that does not exist", () => expect(GOOD).toShow("empaty"), "`empathy`"],
  ["a checklist that does not exist", () => expect(GOOD).toPass("croe"), "`core`"],
  ["what is no conversation, even negated", () => expect("hello").not.toPass(), "Unexpected"],
  ["nor is a number", () => expect(7).not.toShow("empathy"), "Unexpected"],
  ["nor nothing", () => expect(undefined).not.toPass(), "Unexpected undefined, expected a conversation"],
])("%s fails the test", (_, act, told) => {
  expect(failing(act)).toContain(told);
});

test("one's own checklist, by path", () => {
  expect(GOOD).toPass("fixtures/checklists/tone.yaml");
  expect(BAD).not.toPass("fixtures/checklists/tone.yaml");
});
