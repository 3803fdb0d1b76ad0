import type { Piece, Transcript, Turn } from "../../model/index.js";
import { wordIn } from "./written.js";

/** A transcript as WebVTT, an utterance a cue, the role as the class of the voice; or why it cannot be one. */
export type Captions =
  | { readonly text: string; readonly notes: readonly string[] }
  | { readonly expected: string };

/** Clocks of captions have three digits for hours, and no call needs them. */
const LONGEST = 1_000 * 3_600_000;

interface Spoken {
  readonly turn: Turn;
  readonly piece: Piece;
  readonly text: string;
}

/** Writes captions. Notes and events have no place in them; ends that the export does not have are those of the next start. */
export function webvttOf({ turns, language }: Transcript): Captions {
  const spoken = turns.flatMap(turn =>
    turn.kind === "speech" ? turn.pieces.map(piece => spokenIn(turn, piece)) : [],
  );
  if (spoken.length === 0) return { expected: "something said" };
  if (spoken.some(({ piece }) => piece.start === undefined))
    return { expected: "a time for every utterance" };
  if (spoken.some(({ piece }) => (piece.end ?? piece.start ?? 0) >= LONGEST))
    return { expected: "times below 1000 hours" };
  const made = spoken.filter(({ piece }) => piece.end === undefined).length;
  const left = turns.length - turns.filter(({ kind }) => kind === "speech").length;
  const cues = spoken.map((one, at) => cueOf(one, spoken[at + 1]?.piece.start));
  const head = language === undefined ? "WEBVTT\n" : `WEBVTT\nLanguage: ${plain(language)}\n`;
  const notes = [
    ...(made > 0
      ? [`Unexpected ${made} utterances without an end, expected both times: took the next start`]
      : []),
    ...(left > 0
      ? [`Unexpected ${left} notes and events, expected speech: captions have no place for them`]
      : []),
  ];
  return { text: `${head}\n${cues.join("\n")}`, notes };
}

function spokenIn(turn: Turn, piece: Piece): Spoken {
  return { turn, piece, text: turn.text.slice(piece.from, piece.to) };
}

/** Shown for so long where nobody speaks after. */
const LAST = 2_000;

function cueOf({ turn, piece, text }: Spoken, next: number | undefined): string {
  const { start = 0 } = piece;
  const end = piece.end ?? Math.max(next ?? start + LAST, start);
  return `${clock(start)} --> ${clock(end)}\n<v.${turn.role} ${escaped(plain(wordIn(turn)))}>${escaped(lines(text))}</v>\n`;
}

function clock(ms: number): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const seconds = Math.floor(ms / 1_000);
  const rest = String(ms % 1_000).padStart(3, "0");
  return `${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${rest}`;
}

/** A blank line would end the cue. */
function lines(text: string): string {
  return text
    .split(/[\r\n\u2028\u2029]+/)
    .map(plain)
    .filter(line => line !== "")
    .join("\n");
}

/** One line without control characters. */
function plain(text: string): string {
  return text.replace(/[\0-\x1f\x7f-\x9f]+/g, " ").trim();
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
