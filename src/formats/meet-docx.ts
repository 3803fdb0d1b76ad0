import type { Document, Format, Written } from "../model/index.js";
import { call, row } from "./shared/call.js";
import { type Notes, notes } from "./shared/notes.js";
import { prefixed } from "./shared/prefix.js";
import { no, yes } from "./shared/sniff.js";
import { clock } from "./shared/times.js";

/** The document in which Google Meet keeps notes and transcript: only what stands under a time is speech. */
export const meetDocx: Format = {
  name: "meet-docx",
  title: "Google Meet transcript (.docx)",
  status: "documented",
  about: {
    recognised: "paragraphs of a Word document that are a time alone, with «Name: text» below",
    roles: "names only",
    times: "none for turns: a time stands every few minutes only",
    overlap: "no",
    traps:
      "the notes, the summary and the list of those present come first in the same document and are nobody's words; «Transcription ended after …» closes it; a colon inside speech",
  },

  sniff({ paragraphs }) {
    if (paragraphs === undefined) return no;
    const times = timesIn(paragraphs.slice(0, 5_000));
    return times.length > 0 ? yes(0.96, "a time alone over «Name: text» in a Word document") : no;
  },

  read(document) {
    const found = notes();
    return call(rowsOf(document, found), found, { overlaps: false });
  },
};

/** Numbers of the paragraphs that are a time with speech below. */
function timesIn(paragraphs: readonly string[]): readonly number[] {
  return paragraphs.flatMap((text, at) => (isTime(text) && speechIn(nextOf(paragraphs, at)) ? [at] : []));
}

function isTime(text: string): boolean {
  return /^\s{0,9}\d\d:\d\d:\d\d\s{0,9}$/.test(text.slice(0, 40)) && clock(text.trim()) !== undefined;
}

function nextOf(paragraphs: readonly string[], at: number): string {
  for (let next = at + 1; next < Math.min(at + 5, paragraphs.length); next++)
    if ((paragraphs[next] ?? "").trim() !== "") return paragraphs[next] ?? "";
  return "";
}

function speechIn(text: string): boolean {
  return prefixed(text.trim().split("\n")[0] ?? "") !== undefined;
}

const END = /^\s{0,9}(?:Transcription ended after|This editable transcript was computer generated)/i;

function rowsOf({ paragraphs = [] }: Document, found: Notes): readonly Written[] {
  const [first = paragraphs.length] = timesIn(paragraphs);
  const before = paragraphs.slice(0, first).filter(text => text.trim() !== "").length;
  if (before > 0) {
    const met = `${before} ${before === 1 ? "paragraph" : "paragraphs"} of notes`;
    found.add("not-speech", `Unexpected ${met} before the transcript, expected speech: left out`, 1, "note");
  }
  const rows: { speaker: string; text: string; line: number }[] = [];
  for (let at = first; at < paragraphs.length; at++) {
    const paragraph = paragraphs[at] ?? "";
    if (END.test(paragraph)) break;
    if (isTime(paragraph)) continue;
    for (const line of paragraph.split("\n")) take(rows, line.trim(), at + 1);
  }
  return rows.map(row);
}

/** A new name begins a turn; a line without one goes on with the last. */
function take(rows: { speaker: string; text: string; line: number }[], text: string, line: number): void {
  if (text === "") return;
  const named = prefixed(text);
  const last = rows.at(-1);
  if (named !== undefined) rows.push({ speaker: named.name, text: named.text, line });
  else if (last !== undefined) last.text = `${last.text} ${text}`.trim();
}
