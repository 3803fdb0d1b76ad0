import type { Format, Written } from "../model/index.js";
import { given } from "./shared/chat-json.js";
import { entriesOf, type LogEntry, openings } from "./shared/chat-lines.js";
import { chatOf, lostRows, readingOf } from "./shared/chat-reading.js";
import { clockOf, fromFirst } from "./shared/chat-stamps.js";
import { no, yes } from "./shared/sniff.js";

const OPENS = /^(\d{2}):(\d{2}):(\d{2})[ \t]{1,4}From[ \t]{1,4}(?=\S)/;
const REACTION = /^(?:Reacted to "|Removed a .{1,20} reaction from ")/;
const REPLY = /^Replying to ".{0,200}"(?:\n|: ?|$)/;

/** The chat of a Zoom meeting as saved to text. */
export const zoomChat: Format = {
  name: "zoom-chat",
  title: "Zoom meeting chat",
  status: "fixture",
  surest: 0.95,
  about: {
    recognised: 'lines "hh:mm:ss From Name : text"',
    roles: "names alone: by content or --agent",
    times: "clock of each message, past midnight too",
    overlap: "none in a chat",
    traps:
      "messages to one person beside public ones are notes; reactions are events; the quotation in a reply is not its writer's",
  },

  sniff({ json, text }) {
    if (json !== undefined) return no;
    const { count, first } = openings(text, line => OPENS.test(line));
    return count > 0 && (first || count >= 3) ? yes(0.95, "Zoom chat: lines with clock and From") : no;
  },

  read({ text, line }) {
    const { entries, before } = entriesOf(text, line, headOf);
    const clocks = fromFirst(entries.map(({ head }) => head.clock));
    const open = entries.some(({ head }) => !head.direct);
    const rows = entries.map((entry, index) => rowOf(entry, clocks[index] ?? 0, open));
    const kept = rows.filter(row => row !== undefined);
    return readingOf([chatOf({ rows: kept, problems: lostRows(before + rows.length - kept.length) }, {})]);
  },
};

interface Head {
  readonly clock: number;
  readonly name: string;
  readonly direct: boolean;
  readonly text: string;
}

function headOf(line: string): Head | undefined {
  const match = line.charCodeAt(2) === 58 ? OPENS.exec(line) : null;
  if (match === null) return undefined;
  const [whole, hour, minute, second] = match;
  const rest = line.slice(whole.length);
  const colon = rest.indexOf(":");
  if (colon < 1) return undefined;
  const who = rest.slice(0, colon).trim();
  const to = who.search(/[ \t]to[ \t]/i);
  const receiver = to < 0 ? "" : who.slice(to + 4).trim();
  return {
    clock: clockOf(Number(hour), Number(minute), Number(second)),
    name: (to < 0 ? who : who.slice(0, to)).trim(),
    direct: /\((?:Direct Message|privately)\)/i.test(receiver),
    text: rest.slice(colon + 1).trim(),
  };
}

function rowOf({ head, line, more }: LogEntry<Head>, start: number, open: boolean): Written | undefined {
  const said = [head.text, ...more.map(part => part.trim())].join("\n").trim();
  const text = said.replace(REPLY, "").trim();
  if (text === "" || head.name === "") return undefined;
  const kind = REACTION.test(text) ? "event" : head.direct && open ? "note" : undefined;
  return { speaker: head.name, text, ...given({ kind }), start, line };
}
