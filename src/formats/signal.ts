import type { Format, Written } from "../model/index.js";
import { given } from "./shared/chat-json.js";
import { entriesOf, type LogEntry, openings } from "./shared/chat-lines.js";
import { chatOf, lostRows, readingOf } from "./shared/chat-reading.js";
import { dateOf } from "./shared/chat-time.js";
import { no, yes } from "./shared/sniff.js";

const STAMP = /^\[\d{4}-\d\d-\d\d, \d\d:\d\d\] /;
/** Characters of "[yyyy-mm-dd, hh:mm] ". */
const STAMP_LENGTH = 20;

/** Signal chats as exported to text. */
export const signal: Format = {
  name: "signal",
  title: "Signal chat export",
  status: "fixture",
  surest: 0.93,
  about: {
    recognised: 'lines "[yyyy-mm-dd, hh:mm] Name: text"',
    roles: "names alone: by content or --agent",
    times: "date and minute of each message",
    overlap: "none in a chat",
    traps: "messages of several lines; no seconds, so pauses under a minute cannot be seen",
  },

  sniff({ json, text }) {
    if (json !== undefined) return no;
    const { count, first } = openings(text, line => headOf(line) !== undefined);
    return count > 0 && (first || count >= 3)
      ? yes(0.93, "Signal: lines with ISO date, minute and name")
      : no;
  },

  read({ text, line }) {
    const { entries, before } = entriesOf(text, line, headOf);
    const rows = entries.map(rowOf).filter(row => row !== undefined);
    return readingOf([
      chatOf({ rows, problems: lostRows(before, "a date and a name before the first message") }, {}),
    ]);
  },
};

interface Head {
  readonly at: number | undefined;
  readonly name: string;
  readonly text: string;
}

function headOf(line: string): Head | undefined {
  if (line.charCodeAt(0) !== 91 || !STAMP.test(line)) return undefined;
  const colon = line.indexOf(":", STAMP_LENGTH);
  if (colon < 0 || colon === STAMP_LENGTH || colon > STAMP_LENGTH + 80) return undefined;
  const [year, month, day] = [Number(line.slice(1, 5)), Number(line.slice(6, 8)), Number(line.slice(9, 11))];
  const at = dateOf(year, month, day, Number(line.slice(13, 15)), Number(line.slice(16, 18)));
  return { at, name: line.slice(STAMP_LENGTH, colon).trim(), text: line.slice(colon + 1) };
}

function rowOf({ head, line, more }: LogEntry<Head>): Written | undefined {
  const text = (more.length === 0 ? head.text : [head.text, ...more].join("\n")).trim();
  return text === "" ? undefined : { speaker: head.name, text, ...given({ at: head.at }), line };
}
