import type { Channel, Piece, Role, Turn, Written } from "./transcript.js";

/** A row whose role is settled, with its place in the export. */
export interface Row extends Written {
  readonly role: Role;
  /** 0-based index of the utterance in the export as written; empty rows count. */
  readonly utterance: number;
}

/** Rows → turns: a voice in a row of its own utterances holds one turn; in a chat each message is one. */
export function buildTurns(rows: readonly Row[], channel: Channel): readonly Turn[] {
  const turns: Turn[] = [];
  let held: Row[] = [];
  for (const row of rows) {
    const last = held[0];
    if (last !== undefined && (channel === "chat" || !sameVoice(last, row))) {
      turns.push(turnOf(held, turns.length));
      held = [];
    }
    held.push(row);
  }
  if (held.length > 0) turns.push(turnOf(held, turns.length));
  return turns;
}

/** Whether all that is said has a beginning and an end, without which nobody can be seen to speak at once. */
export function hasBothEnds(turns: readonly Turn[]): boolean {
  const spoken = turns.filter(turn => turn.kind === "speech");
  return spoken.length > 0 && spoken.every(turn => turn.start !== undefined && turn.end !== undefined);
}

function sameVoice(a: Row, b: Row): boolean {
  return a.speaker === b.speaker && a.role === b.role && (a.kind ?? "speech") === (b.kind ?? "speech");
}

function turnOf(rows: readonly Row[], index: number): Turn {
  const first = rows[0] as Row;
  const last = rows[rows.length - 1] as Row;
  const { speaker, role, start } = first;
  const text = rows.length === 1 ? first.text : rows.map(row => row.text).join(" ");
  const end = lastEnd(rows);
  return {
    index,
    speaker,
    role,
    kind: first.kind ?? "speech",
    text,
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    ...(last.cutOff && { cutOff: true }),
    pieces: piecesOf(rows),
  };
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
  return rows.map(({ utterance, text, start, end, line }) => {
    const piece = {
      utterance,
      from,
      to: from + text.length,
      ...(start !== undefined && { start }),
      ...(end !== undefined && { end }),
      ...(line !== undefined && { line }),
    };
    from = piece.to + 1;
    return piece;
  });
}
