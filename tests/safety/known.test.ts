import { describe, expect, test } from "vitest";
import { dialog } from "../../src/formats/dialog.js";
import type { Page, Transcript } from "../../src/model/index.js";
import { maskAbout, quoteOf } from "../../src/safety/index.js";

const page: Page = { width: 80, color: false, mask: true, quotes: true };

/** Every turn as a report may quote it. */
const shown = (transcript: Transcript): readonly string[] =>
  transcript.turns.map(({ index, text }) =>
    quoteOf(transcript, { turn: index, from: 0, to: text.length }, page),
  );

describe("what a conversation gave away once", () => {
  test.each([
    [
      "a customer's name is masked wherever it is said again, whoever says it",
      [
        "agent: This is Ana, how can I help?",
        "customer: My name is Jane Okafor.",
        "agent: Thanks, JANE. Is that Ms Okafor's own card?",
      ],
      ["This is Ana, how can I help?", "My name is [name].", "Thanks, [name]. Is that Ms [name]'s own card?"],
    ],
    [
      "and before it was given",
      ["agent: Is that Jane?", "customer: Yes, this is Jane Okafor speaking."],
      ["Is that [name]?", "Yes, this is [name] speaking."],
    ],
    [
      "whole words alone",
      [
        "agent: May I have your name?",
        "customer: Ann Li",
        "agent: Thank you, Ann. The annual limit is known.",
      ],
      ["May I have your name?", "[name]", "Thank you, [name]. The annual limit is known."],
    ],
    [
      "a password that broke off in a dash",
      ["agent: What's the password?", "customer: Yes, tha--", "agent: Pardon, tha-- what?"],
      ["What's the password?", "Yes, [secret]", "Pardon, [secret] what?"],
    ],
    [
      "spelt too",
      ["customer: My surname is Okafor.", "agent: Is that O K A F O R, or O-k-a-f-o-r?"],
      ["My surname is [name].", "Is that [name], or [name]?"],
    ],
    [
      "a name that is an everyday word only where it is written as a name",
      ["customer: My name is Will May.", "agent: Will I see you in May? You may, Will."],
      ["My name is [name].", "Will I see you in [name]? You may, [name]."],
    ],
    [
      "an agent's name stays, the customer's alone goes",
      ["agent: My name is Ana Doe.", "customer: Hi Ana, I'm Jonas."],
      ["My name is Ana Doe.", "Hi Ana, I'm [name]."],
    ],
    [
      "a password said again",
      ["customer: My password is tr0ub4dor.", "agent: And tr0ub4dor does not work?"],
      ["My password is [secret].", "And [secret] does not work?"],
    ],
    [
      "a security answer that is an everyday word does not hide the word elsewhere",
      ["customer: The answer to my security question is blue.", "agent: The sky is blue."],
      ["The answer to my security question is [secret].", "The sky is blue."],
    ],
  ])("%s", (_, lines, expected) => {
    expect(shown(dialog(lines, "chat"))).toEqual(expected);
  });

  test("sentences about the conversation keep its secrets as well", () => {
    const transcript = dialog(["customer: My name is Jane Okafor."], "chat");
    expect(maskAbout("Say instead: “I am sorry, Ms Okafor.”", transcript)).toBe(
      "Say instead: “I am sorry, Ms [name].”",
    );
  });
});

describe("a number read out over several turns", () => {
  test.each([
    [
      "a card in four parts, with «okay» between them",
      [
        "agent: The card number, please?",
        "customer: 4539 1488",
        "agent: okay",
        "customer: 0343",
        "agent: mm-hm",
        "customer: 6467, expires in May.",
      ],
      ["The card number, please?", "[card]", "okay", "[card]", "mm-hm", "[card], expires in May."],
    ],
    [
      "spoken, and read back in between",
      [
        "customer: it's four five three nine one four eight eight",
        "agent: four five three nine one four eight eight, yes",
        "customer: oh three four three six four six seven",
      ],
      ["it's [card]", "[card], yes", "[card]"],
    ],
    [
      "a telephone number",
      [
        "agent: What's your phone number?",
        "customer: oh seven seven oh oh",
        "agent: yes",
        "customer: nine oh oh one two three",
      ],
      ["What's your phone number?", "[phone]", "yes", "[phone]"],
    ],
    [
      "two figures that are no number",
      ["customer: I ordered 2", "agent: okay", "customer: 3 came, and one is broken"],
      ["I ordered 2", "okay", "3 came, and one is broken"],
    ],
    [
      "an order number in two parts stays",
      ["agent: The order number, please?", "customer: 4539 1488", "agent: okay", "customer: 0343 6468"],
      ["The order number, please?", "4539 1488", "okay", "0343 6468"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(shown(dialog(lines, "chat"))).toEqual(expected);
  });

  test("utterances of one voice are one turn, and their number one number", () => {
    const transcript = dialog(["customer 0-2s: my card is 4539 1488", "customer 2-4s: 0343 6467"], "voice");
    expect(shown(transcript)).toEqual(["my card is [card]"]);
  });
});

test("a name or password may hold any character, cut off or not, and still be looked for", () => {
  for (const mark of [..."-–'’.,/\\^$*+?()[]{}|=!<>:#&%~`@"]) {
    const lines = [
      "agent: May I have your name and the password?",
      `customer: My name is Jane Oka${mark}${mark}for, tha${mark}${mark} and the password is blue${mark}7${mark}x.`,
      "agent: Thank you, Jane.",
    ];
    expect(() => shown(dialog(lines)), mark).not.toThrow();
    expect(shown(dialog(lines))[2], mark).not.toContain("Jane");
  }
});
