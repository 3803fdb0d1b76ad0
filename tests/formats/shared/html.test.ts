import { expect, test } from "vitest";
import { htmlToText, looksHtml } from "../../../src/formats/shared/html.js";

// biome-ignore format: one row, one line
test.each([
  ["paragraphs are lines", "<p>Hello</p><p>there</p>", "Hello\n\nthere"],
  ["a break is a line", "one<br/>two<BR>three", "one\ntwo\nthree"],
  ["inline marks vanish", "so <b>very</b> <i>sorry</i>", "so very sorry"],
  ["entities are decoded once", "&amp;lt;b&amp;gt; &lt;b&gt; I&#39;ll &#x27;ok&#x27; &pound;5&nbsp;off", "&lt;b&gt; <b> I'll 'ok' £5 off"],
  ["what old editors wrote", "it&#146;s", "it’s"],
  ["a less-than sign is no tag", "i <3 you, a < b", "i <3 you, a < b"],
  ["an open tag that never closes stays", "price <b 5", "price <b 5"],
  ["a greater-than sign inside an attribute", '<a title="a>b">go</a> on', "go on"],
  ["an attribute left open", '<a title="x>go</a> on', "go on"],
  ["style, script and comments are nobody's words", "<style>p{}</style><!-- no -->Hi<script>x<b>1</b></script>!", "Hi!"],
  ["quoted words are marked", "Yes.<blockquote>Is it <b>so</b>?<br>Now?</blockquote>", "Yes.\n> Is it so?\n> Now?"],
  ["list items are lines", "<ul><li>one</li><li>two</li></ul>", "one\n\ntwo"],
  ["an unknown entity stays", "Q&A; R&D", "Q&A; R&D"],
  ["nothing is nothing", "<p></p>", ""],
])("%s", (_, html, text) => {
  expect(htmlToText(html)).toBe(text);
});

test.each(["<", '<a "', "<a =\"'", "<!--", "&", "<p>", "<blockquote>", "> <"])(
  "a long run of %s ends soon",
  piece => {
    const began = performance.now();
    htmlToText(piece.repeat(200_000));
    htmlToText(`<a ="${piece.repeat(200_000)}`);
    expect(performance.now() - began).toBeLessThan(3_000);
  },
);

test.each([
  ["<p>Hi</p>", true],
  ["a <br> b", true],
  ["i <3 u", false],
  ["List<String>", false],
])("%s is HTML: %s", (text, html) => {
  expect(looksHtml(text)).toBe(html);
});
