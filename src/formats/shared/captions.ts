import type { Reading, Role, Written } from "../../model/index.js";
import { type About, call, overlapSeen, row } from "./call.js";
import { bare, voiced } from "./cue-text.js";
import type { Cue } from "./cues.js";
import type { Notes } from "./notes.js";
import { type Judged, namesAmong, prefixed } from "./prefix.js";
import { unrolled } from "./rolling.js";
import { soundOnly } from "./sounds.js";

/** One line (or voice) of a cue, tags removed; `speaker` is settled later. */
interface Piece {
  readonly cue: Cue;
  readonly voice?: string;
  readonly role?: Role;
  readonly line: number;
  readonly text: string;
  speaker: string;
}

/** Cues → one conversation: speakers by voice tag, else by prefix, else none. */
export function captions(cues: readonly Cue[], found: Notes, about: About = {}): Reading {
  // Captions with voices never roll: who says the same twice has said it twice.
  const named = cues.some(({ lines }) => lines.some(line => line.includes("<v")));
  const pieces = (named ? cues : unrolled(cues)).flatMap(piecesOf);
  const said = pieces.some(({ voice }) => voice) ? byVoice(pieces, found) : byPrefix(pieces);
  const rows = perCue(said);
  return call(rows, found, { ...about, overlaps: overlapSeen(rows) });
}

function piecesOf(cue: Cue): readonly Piece[] {
  const [first = ""] = cue.lines;
  if (cue.lines.length === 1 && !first.includes("<"))
    return [{ cue, text: first, line: cue.line, speaker: "" }];
  if (cue.lines.some(line => line.includes("<v"))) {
    return voiced(cue.lines.join("\n")).map(part => ({ cue, ...part, line: cue.line, speaker: "" }));
  }
  return cue.lines.map((line, index) => ({ cue, text: bare(line), line: cue.line + index, speaker: "" }));
}

/** Voice tags name the speaker; a cue without one (a known fault of Teams) is credited to nobody. */
function byVoice(pieces: readonly Piece[], found: Notes): readonly Piece[] {
  const voices = new Set(pieces.map(({ voice }) => voice));
  return pieces.flatMap(piece => {
    const { voice, text, line } = piece;
    if (text.trim() === "") return [];
    if (voice) piece.speaker = voice;
    else {
      const named = prefixed(text);
      if (named && voices.has(named.name)) return [{ ...piece, speaker: named.name, text: named.text }];
      found.add(
        "no-speaker",
        "Unexpected cue without `<v Name>`, expected to see who speaks",
        line,
        "partial",
      );
    }
    return [piece];
  });
}

/** «Name: text» names the speaker, who goes on until the next name. */
function byPrefix(pieces: readonly Piece[]): readonly Piece[] {
  const judged: Judged = new Map();
  const firsts = pieces.filter(({ cue, line }) => line === cue.line).map(({ text }) => text);
  const names = namesAmong(firsts, judged);
  let speaker = "";
  return pieces.flatMap(piece => {
    const named = names.size > 0 ? prefixed(piece.text, judged) : undefined;
    const text = named && names.has(named.name) ? named.text : piece.text;
    if (named && names.has(named.name)) speaker = named.name;
    return text.trim() === "" ? [] : [{ ...piece, speaker, text }];
  });
}

/** Lines of one cue by one speaker are one utterance; of several speakers only the first has a time, its start. */
function perCue(pieces: readonly Piece[]): readonly Written[] {
  const rows: Written[] = [];
  for (let at = 0; at < pieces.length; ) {
    const first = at;
    const cue = pieces[at]?.cue;
    while (at < pieces.length && pieces[at]?.cue === cue) at += 1;
    if (at === first + 1) rows.push(rowOf(pieces[first] as Piece, (pieces[first] as Piece).text, true, cue));
    else rows.push(...severalRows(pieces.slice(first, at), cue));
  }
  return rows;
}

function severalRows(pieces: readonly Piece[], cue: Cue | undefined): readonly Written[] {
  const alone = pieces.every(({ speaker }) => speaker === pieces[0]?.speaker);
  const groups: { readonly piece: Piece; readonly texts: string[] }[] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (last?.piece.speaker === piece.speaker && soundOnly(last.piece.text) === soundOnly(piece.text))
      last.texts.push(piece.text);
    else groups.push({ piece, texts: [piece.text] });
  }
  return groups.map(({ piece, texts }, index) => {
    const text = texts.map(each => each.trim()).join(" ");
    return rowOf(piece, text, alone, alone || index === 0 ? cue : undefined);
  });
}

function rowOf({ speaker, role, line }: Piece, text: string, ends: boolean, cue: Cue | undefined): Written {
  const words = text.includes("\n") ? text.replaceAll("\n", " ") : text;
  return row({
    speaker,
    role,
    kind: soundOnly(words) ? "event" : undefined,
    text: words.trim(),
    start: cue?.start,
    end: ends ? cue?.end : undefined,
    line,
  });
}
