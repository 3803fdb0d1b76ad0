import type { Complaint, Format, Written } from "../../model/index.js";
import { given } from "../shared/chat-json.js";
import { entriesOf, type LogEntry, openings } from "../shared/chat-lines.js";
import { chatOf, lostRows, readingOf } from "../shared/chat-reading.js";
import { no, yes } from "../shared/sniff.js";
import { dateOrder, momentIn, type Order } from "./dates.js";
import { type Head, headOf } from "./head.js";
import { isEvent, isOmitted } from "./system.js";

/** WhatsApp chats as exported to text, in every locale's layout. */
export const whatsapp: Format = {
  name: "whatsapp",
  title: "WhatsApp chat export",
  status: "fixture",
  surest: 0.94,
  about: {
    recognised: 'lines "[dd/mm/yy, hh:mm:ss] Name: text" or "dd/mm/yy, hh:mm - Name: text"',
    roles: "names alone: by content or --agent",
    times:
      "date and time of each message; the order of day and month by what no calendar allows, then by time running forward",
    overlap: "none in a chat",
    traps:
      "12 and 24 hours, two-digit years, messages of several lines, system lines without a name, omitted media, marks of direction",
  },

  sniff({ json, text }) {
    if (json !== undefined) return no;
    const { count, first } = openings(text, line => headOf(line) !== undefined);
    if (count === 0 || !(first || count >= 3)) return no;
    const iso = /^\[\d{4}-\d\d-\d\d, \d\d:\d\d\] /.test(text.trimStart());
    return iso
      ? yes(0.6, "lines with a date, as some WhatsApp exports have")
      : yes(0.94, "WhatsApp: lines with date, time and name");
  },

  read({ text, line }) {
    const { entries, before } = entriesOf(text, line, headOf);
    const order = dateOrder(entries.map(({ head }) => head));
    const rows = entries.map(entry => rowOf(entry, order.order)).filter(row => row !== undefined);
    const doubt: readonly Complaint[] = order.sure ? [] : [DOUBT];
    const problems = [...doubt, ...lostRows(before, "a date and a name before the first message")];
    return readingOf([chatOf({ rows, problems }, {})]);
  },
};

const DOUBT: Complaint = {
  code: "date-order",
  message: "Unexpected dates that could be day/month or month/day, expected one above 12: took day/month",
  effect: "note",
};

function rowOf({ head, line, more }: LogEntry<Head>, order: Order): Written | undefined {
  const said = more.length === 0 ? head.text : [head.text, ...more].join("\n").trim();
  const at = momentIn(head, order);
  if (head.name === "" || isEvent(head.name)) {
    const text = [head.name, said].filter(Boolean).join(": ");
    return text === ""
      ? undefined
      : { speaker: "system", role: "system", kind: "event", text, ...given({ at }), line };
  }
  const kind = head.marked || isOmitted(said) || said === "" ? ("event" as const) : undefined;
  return { speaker: head.name, text: said || "empty message", ...given({ kind, at }), line };
}
