import { expect, test } from "vitest";
import { otter } from "../../src/formats/otter.js";
import { sbv } from "../../src/formats/sbv.js";
import { srt } from "../../src/formats/srt.js";
import { webvtt } from "../../src/formats/webvtt.js";
import { documentOf, told } from "./document-of.js";

const vtt = (...lines: readonly string[]) => documentOf(`WEBVTT\n\n${lines.join("\n")}\n`);
const A = "00:00:01.000 --> 00:00:02.000";
const B = "00:00:02.000 --> 00:00:03.000";
const C = "00:00:03.000 --> 00:00:04.000";

// biome-ignore format: one row, one case
test.each([
  ["a voice tag names the speaker", [A, "<v Ana>Hello</v>"], ["Ana 1000-2000: Hello"]],
  ["its end may be missing", [A, "<v Ana>Hello"], ["Ana 1000-2000: Hello"]],
  ["it may have classes", [A, "<v.first.loud Ana Reis>Hello</v>"], ["Ana Reis 1000-2000: Hello"]],
  ["two voices in a cue share its start only", [A, "<v Ana>Hello</v>", "<v Tom>Hi</v>"], ["Ana 1000-: Hello", "Tom: Hi"]],
  ["a cue without a voice is nobody's, and told", [A, "<v Ana>Hello</v>", "", B, "And then?"], ["Ana 1000-2000: Hello", "? 2000-3000: And then?", "! no-speaker 7"]],
  ["hours are optional", ["00:01.500 --> 01:02.000", "<v Ana>Hello</v>"], ["Ana 1500-62000: Hello"]],
  ["a cue may have settings and a name", ["first cue", `${A} align:start position:0%`, "<v Ana>Hello</v>"], ["Ana 1000-2000: Hello"]],
  ["notes, styles and regions are no speech", ["NOTE <v Ana>not said", "", "STYLE", "::cue { }", "", "REGION", "id:1", "", A, "<v Ana>Hello</v>"], ["Ana 1000-2000: Hello"]],
  ["tags and times inside go, a bare < stays", [A, "<v Ana>a <i>b</i> <00:01.500><c.x>c</c> 2 < 3</v>"], ["Ana 1000-2000: a b c 2 < 3"]],
  ["entities of texts are left to be decoded once", [A, "<v Tom &amp; Co>R&amp;D</v>"], ["Tom & Co 1000-2000: R&amp;D"]],
  ["a broken time line loses its cue, and is told", ["00:00:01 -> 00:00:02", "x", "", B, "<v Ana>Hello</v>", "", "00:00:03.000 --> soon", "y"], ["Ana 2000-3000: Hello", "! lost-cue 3", "! lost-cue 9"]],
  ["a cue ends at the next time line too", [A, "<v Ana>Hello</v>", B, "<v Tom>Hi</v>"], ["Ana 1000-2000: Hello", "Tom 2000-3000: Hi"]],
  ["an end before its start is left for the engine to tell", ["00:00:05.000 --> 00:00:02.000", "<v Ana>Hello</v>"], ["Ana 5000-2000: Hello"]],
  ["a noise alone is an event", [A, "<v Ana>[music]</v>", "", B, "<v Ana>[PII]</v>"], ["Ana <event> 1000-2000: [music]", "Ana 2000-3000: [PII]"]],
  ["nothing said is no transcript", [A, "<v Ana> </v>"], ["! no-turns"]],
])("webvtt: %s", (_, lines, expected) => {
  expect(told(webvtt, vtt(...lines))).toEqual(expected);
});

// biome-ignore format: one row, one case
test.each([
  ["a prefix names the speaker", [A, "Ana: Hello", "", B, "Tom: Hi", "", C, "Ana: So"], ["Ana 1000-2000: Hello", "Tom 2000-3000: Hi", "Ana 3000-4000: So"]],
  ["who is named goes on until the next name", [A, "Ana: Hello", "", B, "and welcome", "", C, "Ana: So"], ["Ana 1000-2000: Hello", "Ana 2000-3000: and welcome", "Ana 3000-4000: So"]],
  ["a colon inside speech names nobody", [A, "Ana: Hello", "", B, "So here's the thing: no", "", C, "Ana: At 10:30: yes"], ["Ana 1000-2000: Hello", "Ana 2000-3000: So here's the thing: no", "Ana 3000-4000: At 10:30: yes"]],
  ["a link, a time of day and a sentence name nobody", [A, "https://example.com", "", B, "10:30 it was", "", C, "I said no. Then: yes"], ["? 1000-2000: https://example.com", "? 2000-3000: 10:30 it was", "? 3000-4000: I said no. Then: yes"]],
  ["a role word needs no second time", [A, "Agent: Hello", "", B, "Customer: Hi"], ["Agent 1000-2000: Hello", "Customer 2000-3000: Hi"]],
  ["guests and telephone numbers are names", [A, "Lee (Guest): Hello", "", B, "+1 555-0142: Hi"], ["Lee (Guest) 1000-2000: Hello", "+1 555-0142 2000-3000: Hi"]],
  ["two names in a cue are two turns", [A, "Ana: Hello", "Tom: Hi", "", B, "Ana: So", "", C, "Tom: Yes"], ["Ana 1000-: Hello", "Tom: Hi", "Ana 2000-3000: So", "Tom 3000-4000: Yes"]],
  ["people who repeat themselves are let be", [A, "Ana: Yes", "", B, "Tom: Yes", "", C, "Ana: Yes"], ["Ana 1000-2000: Yes", "Tom 2000-3000: Yes", "Ana 3000-4000: Yes"]],
])("webvtt: %s", (_, lines, expected) => {
  expect(told(webvtt, vtt(...lines))).toEqual(expected);
});

// biome-ignore format: one row, one case
test.each([
  ["cues that follow each other cannot show overlap", B, false],
  ["rounding is no overlap", "00:00:01.900 --> 00:00:03.000", false],
  ["a voice that starts before the other ended can", "00:00:01.400 --> 00:00:03.000", true],
])("webvtt: %s", (_, second, overlaps) => {
  const { conversations } = webvtt.read(vtt(A, "<v Ana>Hello</v>", "", second, "<v Tom>Hi</v>"));
  expect(conversations.map(each => each.overlaps)).toEqual([overlaps]);
});

// biome-ignore format: one row, one case
test.each([
  ["names in brackets", "1\n00:00:01,000 --> 00:00:02,000\n[Ana] Hello\n\n2\n00:00:02,000 --> 00:00:03,000\n[Ana] So\n", ["Ana 1000-2000: Hello", "Ana 2000-3000: So"]],
  ["names in capitals after >>", "1\n00:00:01,000 --> 00:00:02,000\n>> ANA: Hello\n\n2\n00:00:02,000 --> 00:00:03,000\n>> TOM: Hi\n", ["ANA 1000-2000: Hello", "TOM 2000-3000: Hi"]],
  ["a dash names nobody", "1\n00:00:01,000 --> 00:00:02,000\n- Hello\n- Hi\n", ["? 1000-2000: - Hello - Hi"]],
  ["a cue without its time line is told", "1\n00:00:01,000 --> 00:00:02,000\nAgent: Hello\n\n2\nAgent: lost\n", ["Agent 1000-2000: Hello", "! lost-cue 5"]],
  ["no blank lines between cues", "1\n00:00:01,000 --> 00:00:02,000\nAgent: Hello\n2\n00:00:02,000 --> 00:00:03,000\nAgent: So\n", ["Agent 1000-2000: Hello", "Agent 2000-3000: So"]],
  ["CRLF", "1\r\n00:00:01,000 --> 00:00:02,000\r\nAgent: Hello\r\n", ["Agent 1000-2000: Hello"]],
])("srt: %s", (_, text, expected) => {
  expect(told(srt, documentOf(text))).toEqual(expected);
});

test.each([
  ["a block each", "0:00:01.000,0:00:02.500\nAgent: Hello\n", ["Agent 1000-2500: Hello"]],
  [
    "text without a time is told",
    "0:00:01.000,0:00:02.500\nAgent: Hello\n\nlost\n",
    ["Agent 1000-2500: Hello", "! lost-cue 4"],
  ],
])("sbv: %s", (_, text, expected) => {
  expect(told(sbv, documentOf(text))).toEqual(expected);
});

// biome-ignore format: one row, one case
test.each([
  ["a name, a time, then words", "Ana  0:01\nHello\nthere\n\nTom  1:02:03\nHi\n", ["Ana 1000-: Hello there", "Tom 3723000-: Hi"]],
  ["a paragraph more is the same speaker", "Ana  0:01\nHello\n\nthere\n", ["Ana 1000-: Hello there"]],
  ["a title is nobody's, the footer neither", "Renewal call\n\nAna  0:01\nHello\n\nTranscribed by https://otter.ai\n", ["Ana 1000-: Hello", "! text-before-speaker 1"]],
  ["one space before a time of day is speech", "Ana  0:01\nI came at 10:30\n", ["Ana 1000-: I came at 10:30"]],
])("otter: %s", (_, text, expected) => {
  expect(told(otter, documentOf(text))).toEqual(expected);
});
