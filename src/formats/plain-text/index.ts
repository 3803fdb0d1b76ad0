import type { Complaint, Conversation, Format, Written } from "../../model/index.js";
import { no, yes } from "../shared/sniff.js";
import { unfolded } from "../shared/unfolded.js";
import { aboutOf } from "./facts.js";
import { factIn, type Header, headerOf, isRule } from "./header.js";
import { isEvent, isInternal, isRoleLike, type Lead, leadOf } from "./leads.js";
import { namesIn } from "./names.js";
import { areOfDay, type Stamp, sinceFirst } from "./stamps.js";

/** Text with a speaker at the beginning of each turn: `Agent: Hello`, with or without times. */
export const plainText: Format = {
  name: "plain-text",
  title: "Plain text (`Speaker: text`)",
  status: "fixture",
  surest: 0.71,
  about: {
    recognised: "lines that begin with a name or a role, with a colon, a dash or a time",
    roles: "where the speaker is a word for a role",
    times: "starts, where written: `[00:01:02]`, `(00:12)`, `00:01`, `10:05 AM`",
    overlap: "no",
    traps:
      'colons inside speech, "10:30" and links; turns over several lines; Date: and Participants: above; forms filled in by customers; marks of broken-off speech kept',
  },

  sniff({ text, json }) {
    if (json !== undefined || /^(?:WEBVTT|<|@UTF8)/.test(text)) return no;
    const { leads, names, lines } = shapeOf(unfolded(text.slice(0, 12_000)));
    const own = leads.filter(lead => lead !== undefined && names.has(lead.name)) as readonly Lead[];
    const share = own.length / Math.max(1, lines);
    const because = `${own.length} of ${lines} lines begin with a speaker`;
    if (own.length === 0 || (share < 0.1 && own.length < 4)) return no;
    const roles = own.some(({ name }) => isRoleLike(name));
    // A single turn is worth saying so; settings and facts have many colons too.
    if (own.length === 1) return roles && leads.filter(Boolean).length === 1 ? yes(0.35, because) : no;
    return yes(0.4 + (roles ? 0.15 : 0) + Math.min(0.15, share * 0.15), because);
  },

  read(document) {
    const text = unfolded(document.text);
    const { leads, names, all, header } = shapeOf(text);
    const step = text === document.text ? 1 : 0;
    const into: Read = { rows: [], above: [], lost: [] };
    const end = trailerOf(all, leads, names);
    for (let index = header.until; index < end; index++)
      put(into, all[index] ?? "", leads[index], names, document.line + index * step);
    if (into.rows.length === 0) return { conversations: [], problems: [] };
    const title = into.above.length <= TITLE ? into.above.map(([, text]) => text).join(" ") : "";
    const lost = title === "" ? [...into.above.map(([line]) => line), ...into.lost] : into.lost;
    const about = aboutOf(header.facts, all.slice(end), title);
    return { conversations: [{ ...about, ...timed(into.rows) }], problems: lostLines(lost) };
  },
};

/** More lines than this above the first turn are no title. */
const TITLE = 2;

interface Shape {
  readonly all: readonly string[];
  readonly header: Header;
  /** A lead for each line; none in the header. */
  readonly leads: readonly (Lead | undefined)[];
  readonly names: ReadonlySet<string>;
  /** Lines with words, header left out. */
  readonly lines: number;
}

function shapeOf(text: string): Shape {
  const written = text.split("\n");
  const all = text.includes('"""')
    ? written.map(line => line.replace(/^\s*"""\s*|\s*"""\s*$/g, ""))
    : written;
  const header = headerOf(all);
  const leads = all.map((line, index) =>
    index < header.until || line.trim() === "" ? undefined : leadOf(line),
  );
  const lines = all.filter(
    (line, index) => index >= header.until && line.trim() !== "" && !isRule(line),
  ).length;
  return { all, header, leads, names: namesIn(leads, lines), lines };
}

/** What has been read so far: rows, lines above the first of them, and lines of nobody between them. */
interface Read {
  readonly rows: Open<Row>[];
  readonly above: (readonly [number, string])[];
  readonly lost: number[];
}

type Row = Omit<Written, "start" | "end"> & { readonly from?: Stamp; readonly to?: Stamp };

function put(
  into: Read,
  line: string,
  lead: Lead | undefined,
  names: ReadonlySet<string>,
  place: number,
): void {
  const { rows } = into;
  const text = line.trim();
  const last = rows[rows.length - 1];
  if (text === "" || isRule(text)) return;
  const bare = lead?.name === "" ? lead.text : text;
  if (isEvent(bare))
    rows.push({ speaker: "", role: "system", kind: "event", text: bare, line: place, ...from(lead) });
  else if (lead !== undefined && names.has(lead.name)) rows.push(rowOf(lead, place));
  else if (lead !== undefined && isInternal(lead.name)) rows.push({ ...rowOf(lead, place), kind: "note" });
  else if (last === undefined) into.above.push([place, text]);
  else if (last.kind === "event") into.lost.push(place);
  else if (lead?.name === "")
    rows.push({ speaker: last.speaker, text: lead.text, line: place, ...from(lead) });
  else last.text = last.text === "" ? text : `${last.text}\n${text}`;
}

type Open<T> = { -readonly [K in keyof T]: T[K] };

function rowOf({ name, text, start, end }: Lead, line: number): Row {
  const row: Open<Row> = { speaker: name, text, line };
  if (start !== undefined) row.from = start;
  if (end !== undefined) row.to = end;
  return row;
}

function from(lead: Lead | undefined): Pick<Row, "from" | "to"> {
  return { ...(lead?.start && { from: lead.start }), ...(lead?.end && { to: lead.end }) };
}

/** Facts and «end of transcript» below the last turn, behind a blank line. */
function trailerOf(
  all: readonly string[],
  leads: readonly (Lead | undefined)[],
  names: ReadonlySet<string>,
): number {
  let last = all.length - 1;
  while (last >= 0 && !names.has(leads[last]?.name ?? "")) last--;
  for (let index = last + 1; index < all.length; index++) {
    if ((all[index] ?? "").trim() !== "") continue;
    const below = all.slice(index).filter(line => line.trim() !== "" && !isRule(line.trim()));
    const all_ = below.every(
      line => factIn(line) !== undefined || /^\W*end of\b|^transcribed by\b/i.test(line),
    );
    if (below.length > 0 && all_) return index;
  }
  return all.length;
}

function timed(rows: readonly Row[]): Pick<Conversation, "rows" | "channel" | "overlaps"> {
  const stamps = rows.flatMap(({ from }) => from ?? []);
  const ofDay = areOfDay(stamps);
  const since = sinceFirst(stamps);
  const ms = (stamp: Stamp) => (ofDay ? since(stamp) : stamp.ms);
  const internal = new Set([...new Set(rows.map(({ speaker }) => speaker))].filter(isInternal));
  const written = rows.map(({ from, to, speaker, text, role, kind, line }): Written => {
    const row: Open<Written> = { speaker, text };
    if (role !== undefined) row.role = role;
    if (kind !== undefined) row.kind = kind;
    else if (internal.has(speaker)) row.kind = "note";
    if (line !== undefined) row.line = line;
    if (from?.at !== undefined) row.at = from.at;
    else if (from !== undefined) row.start = ms(from);
    if (to !== undefined) row.end = ms(to);
    return row;
  });
  // People write the time of day beside messages, and the second beside what was said.
  const ends = written.some(({ end }) => end !== undefined);
  return { rows: written, ...(!ends && { overlaps: false }), ...(ofDay && { channel: "chat" as const }) };
}

function lostLines(lines: readonly number[]): readonly Complaint[] {
  if (lines.length === 0) return [];
  const message = `Unexpected line that belongs to no speaker (${lines.length} in all), expected \`Speaker: text\``;
  return [{ line: lines[0] ?? 1, code: "lost-lines", message, effect: "partial" }];
}
