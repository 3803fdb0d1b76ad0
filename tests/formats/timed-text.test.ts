import { expect, test } from "vitest";
import { ass } from "../../src/formats/ass.js";
import { transcriber } from "../../src/formats/transcriber.js";
import { ttml } from "../../src/formats/ttml.js";
import { documentOf, told } from "./document-of.js";

const tt = (body: string, head = "", more = "") =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<tt xmlns="http://www.w3.org/ns/ttml" ${more}>${head}<body><div>${body}</div></body></tt>\n`;
const AGENTS =
  '<head><metadata><ttm:agent xml:id="p1" type="person"><ttm:name type="full">Ana &amp; Co</ttm:name></ttm:agent></metadata></head>';

// biome-ignore format: one row, one case
test.each([
  ["speakers listed in the head", tt('<p begin="00:00:01.000" end="00:00:02.500" ttm:agent="p1">Hello</p>', AGENTS), ["Ana & Co 1000-2500: Hello"]],
  ["names before the words, in seconds", tt('<p begin="1.5s" end="2s">Ana: Hello</p><p begin="2s" dur="1500ms">Tom: Hi</p>'), ["Ana 1500-2000: Hello", "Tom 2000-3500: Hi"]],
  ["ticks", tt('<p begin="10000000t" end="25000000t">Ana: Hello</p><p begin="30000000t" end="40000000t">Tom: Hi</p>', "", 'ttp:tickRate="10000000"'), ["Ana 1000-2500: Hello", "Tom 3000-4000: Hi"]],
  ["a prefix on every element, spans and breaks", tt('<tt:p begin="0:00:01.0" end="0:00:02.0"><tt:span style="s1">Ana: Hello<tt:br/>you</tt:span></tt:p><tt:p begin="0:00:02.0" end="0:00:03.0">Tom: Hi</tt:p>').replaceAll("<tt ", "<tt:tt "), ["Ana 1000-2000: Hello you", "Tom 2000-3000: Hi"]],
  ["frames are dropped", tt('<p begin="00:00:01:12" end="00:00:02:00">Ana: Hello</p><p begin="00:00:03:00" end="00:00:04:00">Tom: Hi</p>'), ["Ana 1000-2000: Hello", "Tom 3000-4000: Hi"]],
  ["a paragraph without times is told", tt('<p>Ana: Hello</p>\n<p begin="2s" end="3s">Tom: Hi</p><p begin="3s" end="4s">Tom: Yes</p>'), ["Tom 2000-3000: Hi", "Tom 3000-4000: Yes", "! lost-cue 2"]],
])("TTML: %s", (_, text, expected) => {
  expect(ttml.sniff(documentOf(text)).confidence).toBeGreaterThan(0.9);
  expect(told(ttml, documentOf(text))).toEqual(expected);
});

const ssa = (...lines: readonly string[]) =>
  `[Script Info]\nTitle: Lamps\nScriptType: v4.00+\n\n[V4+ Styles]\nFormat: Name, Fontname\nStyle: Default,Arial\n\n[Events]\n${lines.join("\n")}\n`;

// biome-ignore format: one row, one case
test.each([
  ["the column Name, commas in the words", ssa("Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text", "Dialogue: 0,0:00:01.00,0:00:02.50,Default,Ana,0,0,0,,Hello, you"), ["Ana 1000-2500: Hello, you"]],
  ["columns in another order", ssa("Format: Marked, Start, End, Style, Actor, Text", "Dialogue: Marked=0,0:00:01.00,0:00:02.00,Default,Ana,Hello"), ["Ana 1000-2000: Hello"]],
  ["names before the words, codes and line breaks", ssa("Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{\\i1}Ana: Hello{\\i0}\\Nyou", "Dialogue: 0,0:00:02.00,0:00:03.00,Default,,0,0,0,,Tom: Hi"), ["Ana 1000-2000: Hello you", "Tom 2000-3000: Hi"]],
  ["comments and drawings are no speech", ssa("Comment: 0,0:00:00.00,0:00:01.00,Default,Ana,0,0,0,,Check this", "Dialogue: 0,0:00:00.00,0:00:09.00,Default,Ana,0,0,0,,{\\p1}m 0 0 l 9 9{\\p0}", "Dialogue: 0,0:00:01.00,0:00:02.00,Default,Ana,0,0,0,,Hello"), ["Ana 1000-2000: Hello"]],
  ["a line without times is told", ssa("Dialogue: 0,soon,later,Default,Ana,0,0,0,,Hello", "Dialogue: 0,0:00:01.00,0:00:02.00,Default,Ana,0,0,0,,Hi"), ["Ana 1000-2000: Hi", "! lost-cue 10"]],
])("SubStation Alpha: %s", (_, text, expected) => {
  expect(ass.sniff(documentOf(text)).confidence).toBeGreaterThan(0.9);
  expect(told(ass, documentOf(text))).toEqual(expected);
});

test("Transcriber is refused by its name", () => {
  const document = documentOf(
    '<?xml version="1.0"?>\n<!DOCTYPE Trans SYSTEM "trans-14.dtd">\n<Trans version="1"></Trans>\n',
  );
  expect(transcriber.sniff(document).confidence).toBeGreaterThan(0.9);
  expect(told(transcriber, document)).toEqual(["! refused-format 1"]);
});
