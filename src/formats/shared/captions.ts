import type { Reading, Written } from "../../model/index.js";
import { type About, call, overlapSeen, row } from "./call.js";
import { voiced } from "./cue-text.js";
import type { Cue } from "./cues.js";
import type { Notes } from "./notes.js";
import { namesAmong, prefixed } from "./prefix.js";
import { unrolled } from "./rolling.js";
import { soundOnly } from "./sounds.js";

/** One line (or voice) of a cue, tags removed. */
interface Piece {
  readonly cue: Cue;
  readonly voice?: string;
  readonly text: string;
  readonly line: number;
}

/** Cues → one conversation: speakers by voice tag, else by prefix, else none. */
export function captions(cues: readonly Cue[], found: Notes, about: About = {}): Reading {
  const pieces = unrolled(cues).flatMap(piecesOf);
  const rows = pieces.some(({ voice }) => voice) ? byVoice(pieces, found) : byPrefix(pieces);
  const merged = perCue(rows);
  return call(merged, found, { ...about, overlaps: overlapSeen(merged) });
}

function piecesOf(cue: Cue): readonly Piece[] {
  const tagged = cue.lines.some(line => line.includes("<v"));
  if (tagged) return voiced(cue.lines.join("\n")).map(part => ({ cue, ...part, line: cue.line }));
  return cue.lines.map((line, index) => ({ cue, text: textOf(line), line: cue.line + index }));
}

function textOf(line: string): string {
  return voiced(line)
    .map(({ text }) => text)
    .join("");
}

interface Row extends Written {
  readonly cue: Cue;
}

/** Voice tags name the speaker; a cue without one (a known fault of Teams) is credited to nobody. */
function byVoice(pieces: readonly Piece[], found: Notes): readonly Row[] {
  const voices = new Set(pieces.map(({ voice }) => voice));
  return pieces.flatMap(({ cue, voice, text, line }) => {
    if (text.trim() === "") return [];
    if (voice) return [rowOf(cue, voice, text, line)];
    const named = prefixed(text);
    if (named && voices.has(named.name)) return [rowOf(cue, named.name, named.text, line)];
    found.add("no-speaker", "Unexpected cue without `<v Name>`, expected to see who speaks", line, "partial");
    return [rowOf(cue, "", text, line)];
  });
}

/** «Name: text» names the speaker, who goes on until the next name. */
function byPrefix(pieces: readonly Piece[]): readonly Row[] {
  const names = namesAmong(pieces.filter(({ cue, line }) => line === cue.line).map(({ text }) => text));
  let speaker = "";
  return pieces.flatMap(({ cue, text, line }) => {
    if (text.trim() === "") return [];
    const named = names.size > 0 ? prefixed(text) : undefined;
    if (!named || !names.has(named.name)) return [rowOf(cue, speaker, text, line)];
    speaker = named.name;
    return named.text === "" ? [] : [rowOf(cue, speaker, named.text, line)];
  });
}

function rowOf(cue: Cue, speaker: string, text: string, line: number): Row {
  const kind = soundOnly(text) ? "event" : undefined;
  return {
    ...row({ speaker, kind, text: text.trim().replaceAll("\n", " "), start: cue.start, end: cue.end, line }),
    cue,
  };
}

/** Lines of one cue by one speaker are one utterance; of several speakers only the first has a time, its start. */
function perCue(rows: readonly Row[]): readonly Written[] {
  const merged: Row[] = [];
  for (const next of rows) {
    const before = merged.at(-1);
    const same = before?.cue === next.cue;
    if (before && same && before.speaker === next.speaker && before.kind === next.kind) {
      merged[merged.length - 1] = { ...before, text: `${before.text} ${next.text}` };
    } else if (before && same && before.speaker !== next.speaker) {
      merged[merged.length - 1] = untimed(before, before.start);
      merged.push(untimed(next, undefined));
    } else merged.push(next);
  }
  return merged.map(({ cue: _, ...written }) => written);
}

function untimed(from: Row, start: number | undefined): Row {
  return { ...row({ ...from, start, end: undefined }), cue: from.cue };
}
