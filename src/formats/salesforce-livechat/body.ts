import { htmlToText } from "../shared/html.js";

/** What the centred headers say. */
export interface Headers {
  /** As RFC 2822 would write it. */
  readonly started: string;
  readonly origin: string;
  readonly agents: readonly string[];
  /** Headers that tell of something: a transfer, a conference. */
  readonly events: readonly string[];
}

/** A line of the chat: how long after the start, who, what. */
export interface Said {
  /** Milliseconds. */
  readonly start: number;
  /** "" for a line that nobody speaks. */
  readonly name: string;
  readonly text: string;
}

const STAMP = /^\(\s?(?:(\d{1,4})d )?(?:(\d{1,4})h )?(?:(\d{1,4})m )?(\d{1,6})s ?\) ?/;
const STARTED =
  /^Chat Started: (?:[A-Z][a-z]{2,8}, )?([A-Z][a-z]{2,8}) (\d{1,2}), (\d{4}),? (\d{1,2}:\d{2}:\d{2}) ?\(?([+-]\d{4}|[A-Z]{1,4})?/i;
const TRANSFER = /^Chat (?:Transferred|Conferenced) From (.{1,80}) To (.{1,80})$/i;

/** Reads the centred paragraphs. */
export function headersOf(html: string): Headers {
  const lines = html.split(/<\/p>/i).map(piece => htmlToText(piece.slice(headerAt(piece))));
  const [, month = "", day = "", year = "", clock = "", zone = ""] =
    lines.map(line => STARTED.exec(line)).find(match => match !== null) ?? [];
  const transfers = lines.map(line => TRANSFER.exec(line)).filter(match => match !== null);
  const named = lines.filter(
    line => /^Agent /.test(line) && !/ (?:successfully|joined|left|declined|transferred)\b/i.test(line),
  );
  const agents = [
    ...named.map(line => line.slice(6).trim()),
    ...transfers.flatMap(([, from = "", to = ""]) => [from.trim(), to.trim()]),
  ];
  return {
    started: month === "" ? "" : `${day} ${month} ${year} ${clock} ${zone}`.trim(),
    origin:
      lines
        .find(line => line.startsWith("Chat Origin:"))
        ?.slice(12)
        .trim() ?? "",
    agents: [...new Set(agents)],
    events: transfers.map(([line]) => line),
  };
}

/**
 * Reads the lines of the chat. Only a stamp that is not before the last one begins a line:
 * "( 5s )" inside a message, and lines without any stamp, go on with the message above.
 */
export function linesOf(html: string): readonly Said[] {
  const said: { start: number; name: string; text: string[] }[] = [];
  const pieces = html.split(/<\/p>/i).map(piece => piece.slice(0, headerAt(piece)));
  for (const piece of pieces.join("<br>").split(/<br\s?\/?>/i)) {
    const line = htmlToText(piece);
    const last = said.at(-1);
    const stamp = STAMP.exec(line);
    const start = stamp === null ? -1 : offsetOf(stamp);
    if (stamp !== null && start >= (last?.start ?? 0)) said.push(opened(start, line.slice(stamp[0].length)));
    else last?.text.push(line);
  }
  return said
    .map(({ text, ...who }) => ({ ...who, text: text.join("\n").trim() }))
    .filter(({ text }) => text !== "");
}

function opened(start: number, rest: string): { start: number; name: string; text: string[] } {
  const { name, text } = splitName(rest);
  return { start, name, text: [text] };
}

/** Where a centred paragraph begins in a piece that its end closes; behind the piece where there is none. */
function headerAt(piece: string): number {
  const open = piece.lastIndexOf("<p align=");
  return open < 0 ? piece.length : open;
}

function offsetOf([, days = "0", hours = "0", minutes = "0", seconds = "0"]: readonly string[]): number {
  return (((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}

function splitName(rest: string): { readonly name: string; readonly text: string } {
  const colon = rest.indexOf(":");
  if (colon < 1 || colon > 80) return { name: "", text: rest.trim() };
  return { name: rest.slice(0, colon).trim(), text: rest.slice(colon + 1).trim() };
}
