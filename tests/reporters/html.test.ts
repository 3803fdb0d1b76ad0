import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import type { Page } from "../../src/model/index.js";
import { timingOf } from "../../src/reporters/html/timing.js";
import { html as entry } from "../../src/reporters/index.js";
import { wilson } from "../../src/reporters/shared/wilson.js";
import { cases, loaded, page, type Run, transcriptOf, written } from "./cases.js";

const html = await loaded(entry);
const run = (situation: string): Run => cases.get(situation) as Run;
const whole = (situation: string, on: Page = page): string => written(html, run(situation), on);

/** Many conversations, so that the later ones are wrapped. */
const many: Run = {
  ...run("several"),
  audits: Array.from({ length: 30 }, (_, i) => run("several").audits[i % 3]!),
};

const validator = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:a11y", "html-validate:document"],
  rules: {
    // It knows no render-blocking by `rel=expect` yet, nor that React writes void elements as XML does.
    "void-style": "off",
    "no-inline-style": "error",
    "long-title": "off",
    "script-type": "off",
  },
});

describe("the page is valid HTML", () => {
  test.each([...cases.keys()])("%s", async situation => {
    const { results } = await validator.validateString(whole(situation));
    expect(
      results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
      ),
    ).toEqual([]);
  });

  test("also what is wrapped", async () => {
    const { results } = await validator.validateString(written(html, many).replace(/<\/?noscript>/g, ""));
    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
    ).toEqual([]);
  });
});

describe("one file that stands alone", () => {
  test.each([...cases.keys()])("%s names no other place", situation => {
    const text = whole(situation).replace(/>[^<]*</g, "><");
    expect(text).not.toMatch(/(?:src|srcset|action|data)="|url\(|@import/);
    for (const [, href] of text.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^(?:#|data:,$)/);
  });

  test("the policy lets nothing in, and allows the one style and script by their hashes", () => {
    expect(whole("all-well")).toMatch(
      /content="default-src 'none'; style-src 'sha256-[\w+/]+=*'; script-src 'sha256-[\w+/]+=*'; img-src data:; base-uri 'none'; form-action 'none'"/,
    );
    expect(whole("hostile").match(/<script/g)).toHaveLength(1);
    expect(whole("hostile")).not.toMatch(/ on\w+=| style="|javascript:/);
  });

  test("every link leads somewhere, and every id is one of a kind", () => {
    for (const text of [...cases.keys()].map(situation => whole(situation)).concat(written(html, many))) {
      const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id as string);
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
      const known = new Set(ids);
      for (const [, target = ""] of text.matchAll(/href="#([^"]*)"/g)) expect(known).toContain(target);
    }
  });
});

describe("what it shows", () => {
  const text = whole("several");

  test("the overview: outcomes, scores, techniques with n and interval, what to look at first", () => {
    for (const words of ["What to look at first", "Techniques by pass rate", "ten points a bar", "too few"])
      expect(text).toContain(words);
    expect(text).toContain(
      '<a href="#a2"><bdi>exports/night/lost-parcel.json</bdi></a>: auto-fail: Says that the chat is recorded',
    );
  });

  test("evidence is marked, and leads to its checks as they lead to it", () => {
    expect(text).toContain("<mark>I&#x27;d be upset too</mark>");
    expect(text).toMatch(/<li id="a1-t3">.*?<a href="#a1-f2" class="pass">✓ Shows empathy<\/a>/);
    expect(text).toMatch(/<li id="a1-f2">.*?<a href="#a1-t3">0:13<\/a>/);
  });

  test("a timeline by time where there are times, else by words, and says so", () => {
    expect(whole("all-well")).toContain(
      "Drawn to time, 49 s in all; no silence; no overlap; below, the customer’s feeling",
    );
    expect(whole("auto-fail")).toContain("This export has no times: drawn by words");
  });

  test("a table behind the timeline and the scores", () => {
    expect(text).toContain("<summary>The timeline as a table</summary>");
    expect(text).toContain("<summary>The scores as a table</summary>");
  });

  test("the twenty-sixth conversation and those behind it are wrapped, so that the page opens at once", () => {
    expect(written(html, many).match(/<noscript>/g)).toHaveLength(5);
    expect(text).not.toContain("<noscript>");
  });
});

describe("privacy", () => {
  test("personal data is masked unless the page says otherwise", () => {
    expect(whole("hostile")).not.toMatch(/jane|4111|555-?01/);
    expect(whole("all-well")).not.toMatch(/555-0142|doe@/);
    expect(whole("hostile", { ...page, mask: false })).toContain("4111 1111 1111 1111");
    expect(whole("hostile", { ...page, mask: false })).toContain("Personal data is not masked");
  });

  test.each([...cases.keys()])("without quotes no word of the conversation is left: %s", situation => {
    const bare = whole(situation, { ...page, quotes: false });
    const said = run(situation).audits.flatMap(({ transcript }) => transcript.turns.map(({ text }) => text));
    const shingles = said.flatMap(
      text => text.match(/\p{L}+(?:['’]\p{L}+)? \p{L}+(?:['’]\p{L}+)? \p{L}+/gu) ?? [],
    );
    for (const words of shingles) expect(bare).not.toContain(words.replaceAll("'", "&#x27;"));
    expect(bare).not.toMatch(/<mark>[^<]|Say instead/);
  });

  test("no character acts", () => {
    expect(whole("hostile")).not.toMatch(
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/u,
    );
  });
});

test.each([
  ["none counted", 0, 0, undefined],
  ["one of one is no certainty", 1, 1, [1, 0.207, 1]],
  ["none of ten", 0, 10, [0, 0, 0.278]],
  ["half of a hundred", 50, 100, [0.5, 0.404, 0.596]],
])("Wilson: %s", (_, hits, n, expected) => {
  const found = wilson(hits, n);
  expect(found && [found.rate, found.low, found.high].map(value => Math.round(value * 1000) / 1000)).toEqual(
    expected,
  );
});

describe("where turns are drawn", () => {
  const gaps = (...lines: readonly string[]) =>
    [...timingOf(transcriptOf("a.vtt", lines)).gaps].map(([turn, { kind, ms }]) => [turn, kind, ms]);
  test.each([
    ["a short pause is natural", ["Ana 0-2: One moment", "Bo 4-5: Sure"], []],
    [
      "a longer one is drawn before the turn that ends it",
      ["Ana 0-2: One moment", "Ana 9-11: Found it"],
      [[1, "silence", 7000]],
    ],
    ["an overlap from where it begins", ["Ana 0-4: So the", "Bo 3-5: No"], [[1, "overlap", 1000]]],
    [
      "a noise inside a long turn ends no silence",
      ["Ana 0-20: So the", "Bo 3-4: Mm", "Bo 20.5-21: Yes"],
      [[1, "overlap", 1000]],
    ],
    ["without times there is neither", ["Ana: One moment", "Bo: Sure"], []],
  ])("%s", (_, lines, expected) => expect(gaps(...lines)).toEqual(expected));

  test("one turn without a time, and all are drawn by words", () => {
    expect(timingOf(transcriptOf("a.txt", ["Ana 0-4: So the", "Bo: No"])).by).toBe("words");
  });
});
