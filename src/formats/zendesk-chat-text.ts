import type { Format, Role, Written } from "../model/index.js";
import { given } from "./shared/chat-json.js";
import { chatOf, lostRows, readingOf } from "./shared/chat-reading.js";
import { fromFirst, type StampedLine, stampedChat, stampOf } from "./shared/chat-stamps.js";
import { momentOf } from "./shared/chat-time.js";
import { no, yes } from "./shared/sniff.js";

/** Zendesk Chat (Zopim) as text, as it is mailed and put into tickets. */
export const zendeskChatText: Format = {
  name: "zendesk-chat-text",
  title: "Zendesk Chat transcript as text",
  status: "documented",
  surest: 0.95,
  about: {
    recognised: 'lines "(10:05:03 AM) Name: text" and "*** Name joined the chat ***"',
    roles: "only the name Visitor tells; the rest by content or --agent",
    times: "clock of each line, past midnight too",
    overlap: "none in a chat",
    traps:
      "starred lines are events; lines without a stamp continue the message above; header lines are no speakers",
  },

  sniff({ json, text }) {
    if (json !== undefined || !stampedChat(text)) return no;
    return yes(0.95, 'Zendesk Chat text: lines "(10:05:03 AM) Name: text"');
  },

  read({ text, line: first }) {
    const entries = entriesOf(text, first);
    const clocks = fromFirst(entries.map(({ stamp }) => stamp.clock));
    const sides = sidesOf(entries);
    const rows = entries.map((entry, index) => rowOf(entry, clocks[index] ?? 0, sides));
    const kept = rows.filter(row => row !== undefined);
    return readingOf([
      chatOf({ rows: kept, problems: lostRows(rows.length - kept.length) }, { startedAt: startedAt(text) }),
    ]);
  },
};

interface Entry {
  readonly stamp: StampedLine;
  readonly line: number;
  readonly more: string[];
}

function entriesOf(text: string, first: number): readonly Entry[] {
  const entries: Entry[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const stamp = stampOf(line);
    if (stamp !== undefined) entries.push({ stamp, line: first + index, more: [] });
    else entries.at(-1)?.more.push(line);
  }
  return entries;
}

function nameIn({ rest }: StampedLine): string {
  const colon = rest.indexOf(":");
  return rest.startsWith("***") || colon < 1 || colon > 80 ? "" : rest.slice(0, colon).trim();
}

/** The visitor by name; and the other side where it is one person alone. */
function sidesOf(entries: readonly Entry[]): ReadonlyMap<string, Role> {
  const names = new Set(entries.map(({ stamp }) => nameIn(stamp)).filter(name => name !== ""));
  const visitor = [...names].find(name => /^visitor(?: \d{1,12})?$/i.test(name));
  if (visitor === undefined) return new Map();
  const others = [...names].filter(name => name !== visitor);
  return new Map<string, Role>([
    [visitor, "customer"],
    ...others.slice(0, others.length === 1 ? 1 : 0).map(name => [name, "agent"] as const),
  ]);
}

function rowOf(
  { stamp, line, more }: Entry,
  start: number,
  sides: ReadonlyMap<string, Role>,
): Written | undefined {
  const name = nameIn(stamp);
  const said =
    name === ""
      ? stamp.rest.replace(/^\*{3} ?| ?\*{3}$/g, "")
      : stamp.rest.slice(stamp.rest.indexOf(":") + 1);
  const text = [said, ...more].join("\n").trim();
  if (text === "") return undefined;
  if (name === "") return { speaker: "system", role: "system", kind: "event", text, start, line };
  return { speaker: name, text, ...given({ role: sides.get(name) }), start, line };
}

/** "Chat started on 2026-03-02 10:05 UTC" and "Timestamp: …", where the date is one that every machine reads alike. */
function startedAt(text: string): number | undefined {
  const header = text
    .slice(0, 2_000)
    .split(/\r?\n/)
    .find(line => /^(?:chat started(?: on)?|timestamp) ?:? /i.test(line));
  return momentOf((header ?? "").replace(/^(?:chat started(?: on)?|timestamp) ?:? ?/i, "").trim());
}
