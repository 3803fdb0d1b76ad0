import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  csvField,
  csvRow,
  github,
  githubProperty,
  html,
  json,
  markdown,
  neutral,
  terminal,
  toJson,
  xml,
} from "../../src/safety/index.js";

/** What acts instead of being read, by any other spelling than the one under test. */
const ACTING =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|[\u{e0000}-\u{e0fff}]|\p{Cs}/u;

describe("characters", () => {
  test.each([
    ["plain text is left alone", "Hello, Ana — “yes”.", "Hello, Ana — “yes”."],
    ["line feed and tab are read", "a\n\tb", "a\n\tb"],
    ["escape sequences show their escape", "\u001b[31mred\u001b[0m", "␛[31mred␛[0m"],
    ["a window title stays text", "\u001b]0;pwned\u0007", "␛]0;pwned␇"],
    ["bell, backspace, delete, null", "\u0007\b\u007f\u0000", "␇␈␡␀"],
    ["C1 controls, the one-byte CSI among them", "\u009b31m\u0085", "�31m�"],
    ["carriage returns cannot overwrite", "safe\rEVIL\r\nnext", "safe\nEVIL\nnext"],
    ["bidi overrides", "abc\u202egnp.exe\u202c", "abcgnp.exe"],
    ["bidi isolates and marks", "\u2066a\u2069\u200eb\u200fc\u061cd", "abcd"],
    ["zero-width characters", "pay\u200bpal\u200c.\u2060com\ufeff", "paypal.com"],
    ["a joiner between letters", "a\u200db", "ab"],
    ["soft hyphen and grapheme joiner", "in\u00advisi\u034fble", "invisible"],
    ["fillers that look like nothing", "\u115f\u3164\uffa0x", "x"],
    ["tag characters", "hi\u{e0068}\u{e0069}", "hi"],
    ["variation selectors as a hidden channel", "a\ufe00\u{e0101}", "a"],
    ["line and paragraph separators", "a\u2028b\u2029c", "a\nb\nc"],
    ["lone surrogates", "a\ud800b\udc00", "a�b�"],
    ["interlinear marks and non-characters", "a\ufff9b\ufffac\ufffb\ufffe\u{1ffff}", "abc"],
    ["emoji are people: families, hearts, skin", "👨‍👩‍👧 ❤️ 👍🏽", "👨‍👩‍👧 ❤️ 👍🏽"],
    ["other scripts are read", "שלום 你好 नमस्ते สวัสดี", "שלום 你好 नमस्ते สวัสดี"],
    ["accents stay on their letters", "e\u0301", "e\u0301"],
  ])("%s", (_, given, expected) => expect(neutral(given)).toBe(expected));

  const hostile = fc.constantFrom(
    ..."\u001b\u009b\u0000\r\n\u202e\u2066\u200b\u200d\ufe0f\u00ad\ud800\udc00👩👍🏽❤ab",
    "\u{e0041}",
    "\u{e0101}",
  );

  test("whatever comes in, nothing acting goes out, and twice is once", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(hostile, fc.string({ unit: "binary", maxLength: 5 })), { maxLength: 20 }),
        pieces => {
          const out = neutral(pieces.join(""));
          expect(out.replaceAll(/\p{Extended_Pictographic}[\ufe0f\u200d]/gu, "")).not.toMatch(ACTING);
          expect(neutral(out)).toBe(out);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  test("a long row of joined emoji takes no more than linear time", () => {
    expect(neutral("👩\u200d".repeat(50_000)).length).toBeLessThan(200_000);
  });
});

describe("terminal", () => {
  test.each([
    ["one line", "a\nb\tc\r\nd", "a b c d"],
    ["no command for a build log", "::error::pwned", ": :error: :pwned"],
    [
      "nor for another",
      "##vso[task.complete] ##[error] ##teamcity[x]",
      "# #vso[task.complete] # #[error] # #teamcity[x]",
    ],
    ["a time and a ratio are none", "at 10:30, 2::1, Foo:: bar", "at 10:30, 2::1, Foo:: bar"],
    ["a hyperlink stays text", "\u001b]8;;https://example.com\u0007x", "␛]8;;https://example.com␇x"],
  ])("%s", (_, given, expected) => expect(terminal`${given}`).toBe(expected));

  test("literals are trusted, values are not, and nothing is nothing", () => {
    expect(terminal`\u001b[1m${"\u001b[2m"}${undefined}${null}${0}${false}\u001b[0m`).toBe(
      "\u001b[1m␛[2m0false\u001b[0m",
    );
  });
});

describe("json", () => {
  test.each([
    ["strings inside anything", { a: ["\u001b", { b: "\u202e" }] }, '{"a":["␛",{"b":""}]}'],
    ["keys too", { "a\u001b": 1 }, '{"a␛":1}'],
    ["numbers and null", [1, null, true], "[1,null,true]"],
    ["separators that end a line in scripts", "a\u2028b", '"a\\nb"'],
    ["quotes and backslashes", '"\\', '"\\"\\\\"'],
    ["nothing is null", undefined, "null"],
  ])("%s", (_, given, expected) => expect(toJson(given)).toBe(expected));

  test("a prototype key stays a key", () => {
    const parsed: unknown = JSON.parse('{"__proto__":{"x\\u0007":1}}');
    expect(toJson(parsed)).toBe('{"__proto__":{"x␇":1}}');
  });

  test("the template writes strings", () => expect(json`{"a":${'"\n'}}`).toBe('{"a":"\\"\\n"}'));

  test("megabytes of text are no trouble", () => {
    const long = "word ".repeat(2_000_000);
    expect(toJson({ long })).toBe(JSON.stringify({ long }));
  });
  test("order is as given", () => expect(toJson({ b: 1, a: 2 })).toBe('{"b":1,"a":2}'));
});

describe("csv", () => {
  test.each([
    ["plain", "yes", '"yes"'],
    ["quotes are doubled", 'she said "no"', '"she said ""no"""'],
    ["commas and lines stay inside", "a,b\nc", '"a,b\nc"'],
    ["a formula", "=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\""],
    ["plus, minus, at", "+1", '"\'+1"'],
    ["minus", "-2+3", '"\'-2+3"'],
    ["at", "@SUM(A1)", '"\'@SUM(A1)"'],
    ["behind a space", "  =1+1", '"\'  =1+1"'],
    ["behind a tab", "\t=1+1", '"\' =1+1"'],
    ["behind a line end", "\r\n=1+1", '"\'\n=1+1"'],
    ["in full width", "＝1+1", '"\'＝1+1"'],
    ["behind what cannot be seen", "\u200b=1+1", '"\'=1+1"'],
    ["in the middle it is text", "2=2", '"2=2"'],
  ])("%s", (_, given, expected) => expect(csvField(given)).toBe(expected));

  test("numbers stay numbers, nothing stays empty", () => {
    expect(csvRow(["a", -1.5, null, undefined, ""])).toBe('"a",-1.5,,,""\r\n');
  });
});

describe("markdown", () => {
  test.each([
    ["markup", "*a* _b_ `c` [d](e) ~f~", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\~f\\~"],
    ["html", "<img src=x onerror=alert(1)>&amp;", "\\<img src=x onerror=alert(1)\\>\\&amp;"],
    ["tables", "a|b", "a\\|b"],
    ["headings and lists at the beginning", "# a", "\\# a"],
    ["a list", "- a", "\\- a"],
    ["a numbered list", "1. a", "1\\. a"],
    ["a price is no list", "3.50", "3.50"],
    ["nobody is called", "@octocat and @team/x", "@<!-- -->octocat and @<!-- -->team/x"],
    ["no number becomes a link", "see #12", "see #<!-- -->12"],
    ["no link of itself", "https://example.com www.example.com", "https\\://example.com www\\.example.com"],
    ["one line", "a\n\n# b", "a # b"],
    ["images", "![x](y)", "\\!\\[x\\](y)"],
  ])("%s", (_, given, expected) => expect(markdown`${given}`).toBe(expected));
});

describe("html and xml", () => {
  test.each([
    ["tags and attributes", `<b a="1" b='2'>&</b>`, "&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;&lt;/b&gt;"],
    ["the end of a CDATA section", "]]>", "]]&gt;"],
    ["characters XML has not", "a\u0000\u000b\ufffe", "a␀␋"],
    ["entities are not read twice", "&lt;", "&amp;lt;"],
  ])("%s", (_, given, expected) => {
    expect(html`${given}`).toBe(expected);
    expect(xml`${given}`).toBe(expected);
  });

  test("attributes keep their lines in XML", () =>
    expect(xml`<a b="${"1\n2\t3"}"/>`).toBe('<a b="1&#10;2&#9;3"/>'));
});

describe("github", () => {
  test.each([
    ["a second command in the message", "a\n::error::b", "a%0A::error::b"],
    ["percent signs", "100%0A", "100%250A"],
    ["carriage returns", "a\rb", "a%0Ab"],
  ])("%s", (_, given, expected) => expect(github`${given}`).toBe(expected));

  test("a property cannot add another", () => {
    expect(githubProperty`file=${"a,line=1::x"}`).toBe("file=a%2Cline=1%3A%3Ax");
  });
});
