import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Page, Place, Transcript, Turn } from "../../src/model/index.js";
import { excerptOf, quoteOf } from "../../src/safety/index.js";

const page: Page = { width: 80, color: false, mask: true, quotes: true };

function conversation(...texts: readonly string[]): Transcript {
  const turns: readonly Turn[] = texts.map((text, index) => ({
    index,
    speaker: index % 2 ? "Customer" : "Agent",
    role: index % 2 ? "customer" : "agent",
    kind: "speech",
    text,
    pieces: [],
  }));
  return {
    id: "x",
    source: "x",
    format: "dialog",
    channel: "chat",
    overlaps: false,
    metadata: {},
    measured: [],
    turns,
  };
}

const all = (turn: number, transcript: Transcript): Place => ({
  turn,
  from: 0,
  to: transcript.turns[turn]?.text.length ?? 0,
});

function words(text: string, wanted: string): Place {
  const from = text.indexOf(wanted);
  return { turn: 0, from, to: from + wanted.length };
}

describe("quotes", () => {
  const text = "Write to jane.doe@example.com, I mean it.";

  test.each([
    ["the words of the place, nothing added", "I mean it", "I mean it"],
    ["an address is masked", "jane.doe@example.com", "[email]"],
    ["a span that begins inside it leaks nothing", "doe@example.com, I", "[email], I"],
    ["nor one that ends inside it", "to jane.d", "to [email]"],
    ["nor one that lies inside it", "doe", "[email]"],
  ])("%s", (_, wanted, expected) =>
    expect(quoteOf(conversation(text), words(text, wanted), page)).toBe(expected),
  );

  test("--no-mask is explicit", () => {
    expect(quoteOf(conversation(text), words(text, "doe"), { ...page, mask: false })).toBe("doe");
  });

  test("a page without quotes has none", () => {
    expect(quoteOf(conversation(text), words(text, "doe"), { ...page, quotes: false })).toBe("");
  });

  test("the question before tells what the answer holds", () => {
    const transcript = conversation("And your phone number?", "555 0142");
    expect(quoteOf(transcript, all(1, transcript), page)).toBe("[phone]");
    const other = conversation("And your order number?", "555 0142");
    expect(quoteOf(other, all(1, other), page)).toBe("555 0142");
  });

  test("very long words keep beginning and end", () => {
    const long = `Begin ${"and then it went on ".repeat(40)}end.`;
    const quote = quoteOf(conversation(long), { turn: 0, from: 0, to: long.length }, page);
    expect(quote.length).toBeLessThan(290);
    expect(quote).toMatch(/^Begin and then .*… ….* it went on end\.$/);
  });

  test("a place outside the transcript is empty, not an error", () => {
    expect(quoteOf(conversation("a"), { turn: 7, from: 0, to: 1 }, page)).toBe("");
  });
});

describe("excerpts", () => {
  const text = `${"I came in on Monday. ".repeat(10)}You told me it was ready, and my number is 555-0142. ${"Nobody rang. ".repeat(20)}`;

  test("words stand in the middle of what was said, cut at words", () => {
    const {
      before,
      words: said,
      after,
    } = excerptOf(conversation(text), words(text, "it was ready"), page, 80);
    expect(before).toBe("…I came in on Monday. You told me ");
    expect(said).toBe("it was ready");
    expect(after).toBe(", and my number is [phone].…");
  });

  test("a short turn is shown whole", () => {
    const short = "Oh no, I'm so sorry.";
    expect(excerptOf(conversation(short), words(short, "sorry"), page, 80)).toEqual({
      before: "Oh no, I'm so ",
      words: "sorry",
      after: ".",
    });
  });

  test("room left on one side is given to the other", () => {
    const late = `${"word ".repeat(40)}end`;
    expect(excerptOf(conversation(late), words(late, "end"), page, 60).before).toMatch(/^…(word ){10,11}$/);
  });
});

test("no cut ever shows a part of what is masked, or half a character", () => {
  const piece = fc.constantFrom("word ", "jane.doe@example.com ", "😀", "4111 1111 1111 1111, ", "no. ");
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 60 }),
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 20, max: 300 }),
      (pieces, a, b, room) => {
        const text = pieces.join("");
        const [from, to] = [a % text.length, b % text.length].sort((x, y) => x - y) as [number, number];
        const place = { turn: 0, from, to };
        const { before, words: said, after } = excerptOf(conversation(text), place, page, room);
        for (const shown of [quoteOf(conversation(text), place, page), before + said + after])
          expect(shown).not.toMatch(/doe|example|41|11/);
        expect(before + after).not.toMatch(/\p{Cs}/u);
      },
    ),
    { numRuns: 500 },
  );
});
