import type { Channel, Piece, Role, Turn, Written } from "./transcript.js";

/** A row whose role is settled, with its place in the export. */
export interface Row extends Written {
  readonly role: Role;
  /** 0-based index of the utterance in the export as written; empty rows count. */
  readonly utterance: number;
}

/** Fields that are still being filled in; a turn is built a million times, and spreading costs more than setting. */
type Open<T> = { -readonly [K in keyof T]: T[K] };

/** Rows → turns: a voice in a row of its own utterances holds one turn; in a chat each message is one, and each event always. */
export function buildTurns(rows: readonly Row[], channel: Channel): readonly Turn[] {
  const turns: Turn[] = [];
  let held: Row[] = [];
  // The latest end of what is held, kept so that one voice that never stops costs no more than two.
  let latest: number | undefined;
  for (const row of rows) {
    const last = held[0];
    if (
      last !== undefined &&
      (channel === "chat" || !sameVoice(last, row) || fellSilent(held, latest, row))
    ) {
      turns.push(turnOf(held, turns.length));
      held = [];
      latest = undefined;
    }
    held.push(row);
    if (row.end !== undefined && (latest === undefined || row.end > latest)) latest = row.end;
  }
  if (held.length > 0) turns.push(turnOf(held, turns.length));
  return turns;
}

/** A silence of this length gives the floor away, ms: whoever speaks after a hold begins a new turn (techniques.md, updates). */
const HOLD = 30_000;

function fellSilent(held: readonly Row[], latest: number | undefined, next: Row): boolean {
  const ended = held[held.length - 1]?.end === undefined ? undefined : latest;
  return ended !== undefined && next.start !== undefined && next.start - ended >= HOLD;
}

/** Whether all that is said has a beginning and an end, without which nobody can be seen to speak at once. */
export function hasBothEnds(turns: readonly Turn[]): boolean {
  const spoken = turns.filter(turn => turn.kind === "speech");
  return spoken.length > 0 && spoken.every(turn => turn.start !== undefined && turn.end !== undefined);
}

function sameVoice(a: Row, b: Row): boolean {
  if (a.kind === "event") return false;
  return a.speaker === b.speaker && a.role === b.role && (a.kind ?? "speech") === (b.kind ?? "speech");
}

function turnOf(rows: readonly Row[], index: number): Turn {
  const first = rows[0] as Row;
  const last = rows[rows.length - 1] as Row;
  const turn: Open<Turn> = {
    index,
    speaker: first.speaker,
    role: first.role,
    kind: first.kind ?? "speech",
    text: rows.length === 1 ? first.text : rows.map(row => row.text).join(" "),
    pieces: piecesOf(rows),
  };
  const end = lastEnd(rows);
  if (first.start !== undefined) turn.start = first.start;
  if (end !== undefined) turn.end = end;
  if (last.cutOff) turn.cutOff = true;
  return turn;
}

/** Utterances of one voice may end out of order; without the end of the last there is none. */
function lastEnd(rows: readonly Row[]): number | undefined {
  let end = rows[rows.length - 1]?.end;
  if (end === undefined) return undefined;
  for (const row of rows) if (row.end !== undefined && row.end > end) end = row.end;
  return end;
}

function piecesOf(rows: readonly Row[]): readonly Piece[] {
  let from = 0;
  const pieces: Piece[] = [];
  for (const { utterance, text, start, end, line } of rows) {
    const piece: Open<Piece> = { utterance, from, to: from + text.length };
    if (start !== undefined) piece.start = start;
    if (end !== undefined) piece.end = end;
    if (line !== undefined) piece.line = line;
    pieces.push(piece);
    from = piece.to + 1;
  }
  return pieces;
}
