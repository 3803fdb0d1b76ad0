import type { Format, Written } from "../model/index.js";
import { given } from "./shared/chat-json.js";
import { entriesOf, type LogEntry, openings } from "./shared/chat-lines.js";
import { chatOf, lostRows, readingOf } from "./shared/chat-reading.js";
import { momentOf } from "./shared/chat-time.js";
import { no, yes } from "./shared/sniff.js";

const HEAD = /^\[(\d{4}-\d\d-\d\d), (\d\d:\d\d)\] ([^:]{1,80}):(?: (.*))?$/;

/** Signal chats as exported to text. */
export const signal: Format = {
  name: "signal",
  title: "Signal chat export",
  status: "fixture",
  about: {
    recognised: 'lines "[yyyy-mm-dd, hh:mm] Name: text"',
    roles: "names alone: by content or --agent",
    times: "date and minute of each message",
    overlap: "none in a chat",
    traps: "messages of several lines; no seconds, so pauses under a minute cannot be seen",
  },

  sniff({ json, text }) {
    if (json !== undefined) return no;
    const { count, first } = openings(text, line => HEAD.test(line));
    return count > 0 && (first || count >= 3)
      ? yes(0.93, "Signal: lines with ISO date, minute and name")
      : no;
  },

  read({ text, line }) {
    const { entries, before } = entriesOf(text, line, one => HEAD.exec(one) ?? undefined);
    const rows = entries.map(rowOf).filter(row => row !== undefined);
    return readingOf([
      chatOf({ rows, problems: lostRows(before, "a date and a name before the first message") }, {}),
    ]);
  },
};

function rowOf({ head, line, more }: LogEntry<RegExpExecArray>): Written | undefined {
  const [, date = "", clock = "", name = "", first = ""] = head;
  const text = [first, ...more].join("\n").trim();
  return text === ""
    ? undefined
    : { speaker: name.trim(), text, ...given({ at: momentOf(`${date} ${clock}`) }), line };
}
