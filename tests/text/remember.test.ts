import { expect, test } from "vitest";
import { dialog } from "../../src/formats/dialog.js";
import type { Turn } from "../../src/model/index.js";
import { answersFor, newSpellings, remembering, rememberingIn } from "../../src/text/index.js";

const { turns } = dialog(["agent: Hello", "customer: Hi"]);
const [one, two] = turns as [Turn, Turn];

test("a turn is looked at once, and another at its position anew", () => {
  const asked: string[] = [];
  const length = remembering(({ text }: Turn) => {
    asked.push(text);
    return text.length;
  });
  expect([one, two, one, { ...one, text: "Bye" }, one].map(length)).toEqual([5, 2, 5, 3, 5]);
  expect(asked).toEqual(["Hello", "Hi", "Bye", "Hello"]);
});

test("what is remembered of a turn in one talk is not of it in another", () => {
  const asked: string[] = [];
  const last = rememberingIn((talk: readonly Turn[], turn: Turn) => {
    asked.push(turn.text);
    return talk.length;
  });
  const short = [one];
  expect([last(turns, one), last(turns, one), last(short, one), last(turns, one)]).toEqual([2, 2, 1, 2]);
  expect(asked).toEqual(["Hello", "Hello", "Hello"]);
});

test.each([
  ["words of letters, with one apostrophe", "i don't've 2nd o'clock's cat", false],
  ["words with figures, with any number", "i don't've 2nd o'clock's a1b2'3 cat", true],
])("%s, as the expression cuts them", (_, text, figures) => {
  const plain = figures ? /[\p{L}\p{N}]+(?:'\p{L}+)*/gu : /\p{L}+(?:'\p{L}+)?/gu;
  expect(answersFor(newSpellings(String, figures), text)).toEqual(text.match(plain));
});

test("a word is worked out once, however many there are", () => {
  const asked: string[] = [];
  const spellings = newSpellings(word => {
    asked.push(word);
    return word.toUpperCase();
  });
  const words = Array.from({ length: 3_000 }, (_, i) =>
    [...String(i)].map(figure => "abcdefghij"[Number(figure)]).join(""),
  );
  expect(answersFor(spellings, words.join(" "))).toEqual(words.map(word => word.toUpperCase()));
  expect(answersFor(spellings, words.join("-"))).toEqual(words.map(word => word.toUpperCase()));
  expect(asked).toEqual(words);
});

test("a text beyond ASCII is left to others", () => {
  expect(answersFor(newSpellings(String), "naïve")).toBeUndefined();
});
