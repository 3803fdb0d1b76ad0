import { describe, expect, test } from "vitest";
import { found } from "./phrases.js";

describe("a phrase finds", () => {
  test.each([
    ["the words themselves", "thank you", "Well, thank you!", ["thank you"]],
    ["capitals and curly apostrophes alike", "i do not know", "I DON’T KNOW", ["I DON’T KNOW"]],
    ["contractions without apostrophe", "i can not see", "i cant see it", ["i cant see"]],
    ["«ill call» for «I will call»", "i will call", "ill call you", ["ill call"]],
    ["accented letters as plain ones", "cafe", "the café", ["café"]],
    ["one of several", "(good|bad) news", "bad news, I fear", ["bad news"]],
    ["with or without the optional word", "so? sorry", "sorry", ["sorry"]],
    ["every inflection", "delay~", "it was delayed", ["delayed"]],
    ["a class", "<colour> car", "the green car", ["green car"]],
    ["across a gap", "send .. today", "send it to her today", ["send it to her today"]],
    ["but not past the gap's end", "send ..1 today", "send it to her today", []],
    ["any one word", "the * car", "the old car", ["the old car"]],
    ["softeners between its words", "i am sorry", "I'm really so very sorry", ["I'm really so very sorry"]],
    ["fillers and stutters", "i understand how", "i i um understand how how", ["i i um understand how how"]],
    ["numbers by their class", "<number> days", "14 days", ["14 days"]],
    ["shouting only in capitals", "NO", "No, and NO", ["NO"]],
    ["a number that a list names", "2nd time", "the 2nd time", ["2nd time"]],
    ["at the start of a sentence", "^ right", "All right. Right then.", ["Right"]],
    ["at the end of a turn", "bye $$", "bye bye now. Bye", ["Bye"]],
    ["nothing across a full stop", "thank you", "Thank. You know.", []],
    ["but across a comma", "okay thanks", "okay, thanks", ["okay, thanks"]],
    ["nothing in a longer word", "art", "start", []],
    ["the thing itself before a possessive", "customer", "the customer's", ["customer's"]],
    ["digits are alike", "14 days", "in 21 days", ["21 days"]],
  ])("%s", (_, phrase, text, words) => {
    expect(found(phrase, text)).toEqual(words);
  });
});

describe("guards keep a phrase from counting", () => {
  test.each([
    ["negated", "apologise", "I'm not going to apologise", ["negated: apologise"]],
    ["a negation in another clause does not reach", "apologise", "It's not here, I apologise", ["apologise"]],
    ["a gap never swallows a not", "i can ..2 send", "I can not send", []],
    ["quoted by marks", "sorry", "She wrote “sorry” twice", ["quoted: sorry"]],
    ["reported speech", "he was sorry", "your colleague said he was sorry", ["quoted: he was sorry"]],
    ["what I said myself is mine", "i am sorry", "I said I'm sorry", ["I'm sorry"]],
    ["conditional", "you were offended", "sorry if you were offended", ["conditional: you were offended"]],
    ["a question", "you are upset", "Is it that you are upset?", ["question: you are upset"]],
  ])("%s", (_, phrase, text, words) => {
    expect(found(phrase, text, ["negated", "quoted", "conditional", "question"])).toEqual(words);
  });
});
