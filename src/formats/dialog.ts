import type { Channel, Document, Format, Sniff, Transcript } from "../model/index.js";
import { buildTurns, hasBothEnds } from "../model/turns.js";
import { readDialogLines } from "./shared/dialog-lines.js";

/** Our own notation for made-up conversations: `agent 0-2s: One moment`, a turn a line. */
export const dialogFormat: Format = {
  name: "dialog",
  title: "attune's notation for examples",
  status: "documented",
  surest: 0.95,
  about: {
    recognised: "lines such as `agent 0-2s: One moment`",
    roles: "yes, as the first word of a line",
    times: "optional, seconds",
    overlap: "yes",
    traps: "lines without a role are reported, not guessed at",
  },

  sniff: sniffDialog,

  read(document) {
    const lines = document.text.split("\n");
    const { rows, strange, channel } = readDialogLines(lines);
    const line = document.line - 1;
    const placed = rows.map(row => ({ ...row, line: (row.line ?? 1) + line }));
    const problems = strange.map(index => ({
      line: index + 1 + line,
      code: "lost-line",
      message: "Unexpected line, expected a role, a colon and words, such as `agent 0-2s: One moment`",
      effect: "partial" as const,
    }));
    return { conversations: [{ rows: placed, ...(channel !== undefined && { channel }) }], problems };
  },
};

/** A made-up conversation in our notation as a transcript, for tests and for the examples of checklists. */
export function dialog(lines: readonly string[], channel?: Channel): Transcript {
  const read = readDialogLines(lines.flatMap(line => line.split("\n")));
  if (read.strange.length > 0)
    throw new Error(`Unexpected line in a dialog, expected \`agent 0-2s: …\`: ${lines.join(" / ")}`);
  const medium = channel ?? read.channel ?? "voice";
  const rows = read.rows.map((row, utterance) => ({
    ...row,
    role: row.role ?? ("other" as const),
    utterance,
  }));
  const turns = buildTurns(rows, medium);
  return {
    id: "dialog",
    source: "dialog",
    format: "dialog",
    channel: medium,
    overlaps: hasBothEnds(turns),
    metadata: {},
    measured: [],
    turns,
  };
}

/** Sure only where times or a header show that it is the notation, since `agent: Hi` is plain text too. */
function sniffDialog({ text, json }: Document): Sniff {
  if (json !== undefined) return { confidence: 0, because: "" };
  const lines = text.slice(0, 20_000).split("\n", 60);
  const { rows, strange, channel } = readDialogLines(lines);
  const ours = rows.length / Math.max(1, rows.length + strange.length);
  if (rows.length < 2 || ours < 0.8) return { confidence: 0, because: "" };
  const marked = channel !== undefined || rows.some(row => row.start !== undefined);
  return { confidence: marked ? 0.95 : 0.1, because: `${rows.length} lines such as \`agent 0-2s:\`` };
}
