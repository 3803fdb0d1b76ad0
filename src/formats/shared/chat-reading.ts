import type {
  Complaint,
  Conversation,
  Document,
  Embedded,
  Measured,
  Reading,
  Written,
} from "../../model/index.js";
import { factsOf, given, type Json } from "./chat-json.js";
import { onlyAgent } from "./chat-speakers.js";
import { isObject, list } from "./json.js";

/** One conversation of an export, with what could not be read of it. */
export interface Chat {
  readonly conversation: Conversation;
  readonly problems?: readonly Complaint[];
  /** Texts inside it that are transcripts of their own. */
  readonly embedded?: readonly Embedded[];
}

/** What an export says of a conversation beside its rows; "" and undefined mean that it says nothing. */
export interface About {
  readonly id?: string;
  readonly channel?: Conversation["channel"];
  readonly language?: string;
  readonly agent?: string | undefined;
  readonly startedAt?: number | undefined;
  /** Markup and entities are out of the texts already. */
  readonly plain?: boolean;
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Given the moment from which times count. */
  readonly measured?: (origin: number) => readonly Measured[];
}

/** A conversation of rows as read: sorted, begun at its first moment, its only agent named. */
export function chatOf(rows: Rows, about: About): Chat {
  const sorted = inOrder(rows.rows);
  const startedAt = about.startedAt ?? firstMoment(sorted);
  const measured = about.measured?.(startedAt ?? 0) ?? [];
  const fields = given({
    id: about.id || undefined,
    channel: about.channel ?? "chat",
    language: about.language || undefined,
    agent: about.agent || onlyAgent(sorted),
    startedAt,
    plain: about.plain,
    metadata: factsOf(about.facts ?? {}),
    measured: measured.length > 0 ? measured : undefined,
  });
  return { conversation: { ...fields, rows: sorted }, problems: rows.problems };
}

/** How a vendor's JSON holds conversations, and how one of them is read. */
export interface ChatShape {
  /** Keys under which the export lists several conversations. */
  readonly lists: readonly string[];
  /** Whether an object is one conversation of this vendor. */
  is(item: Json): boolean;
  read(item: Json, document: Document): Chat;
}

/** Whether the JSON is one conversation, an array of them, or a list of them under one of the keys. */
export function holds(json: unknown, shape: ChatShape): boolean {
  if (isObject(json) && shape.is(json)) return true;
  return itemsOf(json, shape)
    .slice(0, 3)
    .some(item => isObject(item) && shape.is(item));
}

/** Reads every conversation of the JSON; what is no conversation is complained of, and the rest read. */
export function readChats(document: Document, shape: ChatShape): Reading {
  const { json } = document;
  if (isObject(json) && shape.is(json)) return readingOf([shape.read(json, document)], 0);
  const items = itemsOf(json, shape);
  const known = items.filter(isObject).filter(item => shape.is(item));
  return readingOf(
    known.map(item => shape.read(item, document)),
    items.length - known.length,
  );
}

function itemsOf(json: unknown, shape: ChatShape): readonly unknown[] {
  if (Array.isArray(json)) return json;
  if (!isObject(json)) return [];
  return shape.lists.map(key => listIn(json[key])).find(list => list.length > 0) ?? [];
}

/** A list, or an object that holds its entries by id. */
function listIn(value: unknown): readonly unknown[] {
  return isObject(value) ? Object.values(value) : list(value);
}

/** A reading of conversations; the empty ones become complaints. */
export function readingOf(chats: readonly Chat[], strangers = 0): Reading {
  if (chats.length === 0) return { conversations: [], problems: [NONE] };
  const full = chats.filter(({ conversation }) => conversation.rows.length > 0);
  const embedded = chats.flatMap(chat => chat.embedded ?? []);
  const empty = chats.filter(
    ({ conversation, embedded: inner = [] }) => conversation.rows.length + inner.length === 0,
  );
  const problems = chats.flatMap(chat => chat.problems ?? []);
  return {
    conversations: full.map(({ conversation }) => conversation),
    problems: [...problems, ...strangersIn(strangers), ...emptyIn(empty.length, chats.length - empty.length)],
    ...(embedded.length > 0 && { embedded }),
  };
}

const NONE: Complaint = {
  code: "no-conversation",
  message: "Unexpected content without a conversation of this format, expected at least one",
  effect: "unreadable",
};

function strangersIn(count: number): readonly Complaint[] {
  if (count === 0) return [];
  const message = `Unexpected ${count} ${count === 1 ? "entry" : "entries"} of another shape, expected conversations`;
  return [{ code: "lost-conversation", message, effect: "partial" }];
}

function emptyIn(count: number, others: number): readonly Complaint[] {
  if (count === 0) return [];
  const message = `Unexpected ${count === 1 ? "conversation" : `${count} conversations`} without messages, expected at least one`;
  return [{ code: "no-turns", message, effect: others === 0 ? "unreadable" : "partial" }];
}

/** Rows, and what was wrong with those left out. */
export interface Rows {
  readonly rows: readonly Written[];
  readonly problems: readonly Complaint[];
}

/** Rows of a list, in order, each read by one function; those it cannot read are counted in one complaint. */
export function rowsOf(value: unknown, read: (item: Json) => Written | "nothing" | undefined): Rows {
  const rows: Written[] = [];
  let lost = 0;
  for (const item of list(value)) {
    const row = isObject(item) ? read(item) : undefined;
    if (row === undefined) lost += 1;
    else if (row !== "nothing") rows.push(row);
  }
  return { rows, problems: lostRows(lost) };
}

/** The complaint about rows that could not be read; none for none. */
export function lostRows(count: number, expected = "messages with a text"): readonly Complaint[] {
  if (count === 0) return [];
  const message = `Unexpected ${count} ${count === 1 ? "row" : "rows"} without what a message needs, expected ${expected}`;
  return [{ code: "lost-rows", message, effect: "partial" }];
}

/** Rows by their moment, those of one moment (and those without one) in the order of the export. */
export function inOrder(rows: readonly Written[]): readonly Written[] {
  let last = 0;
  let ordered = true;
  const placed = rows.map((row, index) => {
    const moment = row.at ?? row.start ?? last;
    if (moment < last) ordered = false;
    last = moment;
    return { row, moment, index };
  });
  if (ordered) return rows;
  return placed.sort((a, b) => a.moment - b.moment || a.index - b.index).map(({ row }) => row);
}

/** The first moment among rows: where a chat begins. */
export function firstMoment(rows: readonly Written[]): number | undefined {
  let first: number | undefined;
  for (const { at } of rows) if (at !== undefined && (first === undefined || at < first)) first = at;
  return first;
}
