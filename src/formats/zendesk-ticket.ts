import type { Channel, Complaint, Embedded, Format, Role, Written } from "../model/index.js";
import {
  factsOf,
  firstText,
  given,
  type Json,
  objectOf,
  objectsOf,
  startsLike,
  textOf,
} from "./shared/chat-json.js";
import { type Chat, type ChatShape, chatOf, holds, readChats, rowsOf } from "./shared/chat-reading.js";
import { type Namer, namer } from "./shared/chat-speakers.js";
import { stampedChat } from "./shared/chat-stamps.js";
import { momentOf } from "./shared/chat-time.js";
import { decodeEntities } from "./shared/entities.js";
import { htmlToText } from "./shared/html.js";
import { withoutHistory } from "./shared/mail-history.js";
import { no, yes } from "./shared/sniff.js";

const CHATS = new Set([
  "chat",
  "native_messaging",
  "messaging",
  "whatsapp",
  "facebook",
  "sms",
  "line",
  "wechat",
]);

/** Zendesk tickets: their comments, with the users beside them. */
export const zendeskTicket: Format = {
  name: "zendesk-ticket",
  title: "Zendesk ticket comments",
  status: "documented",
  about: {
    recognised: "comments[] with author_id and public",
    roles: "users[] beside the comments, else author_id against requester_id",
    times: "created_at of each comment",
    overlap: "none in writing",
    traps:
      "comments that are not public are notes; quoted mail is cut; the transcript of a call or chat inside a comment is read by itself",
  },

  sniff({ json }) {
    return holds(json, shape) ? yes(0.97, "Zendesk ticket: comments[] with author_id and public") : no;
  },

  read: document => readChats(document, shape),
};

const shape: ChatShape = {
  lists: ["tickets", "results"],
  is: ticket =>
    startsLike(
      ticket.comments,
      comment => "author_id" in comment && ("public" in comment || "body" in comment),
    ),
  read: readTicket,
};

function readTicket(holder: Json): Chat {
  const ticket = "ticket" in holder ? objectOf(holder.ticket) : holder;
  const people = peopleIn(holder);
  const requester = textOf(ticket.requester_id);
  const call = namer();
  const chat = chatOf(
    rowsOf(holder.comments, comment => rowOf(comment, people, requester, call)),
    {
      id: textOf(ticket.id),
      plain: true,
      channel: channelOf(holder.comments),
      facts: {
        ticketId: ticket.id,
        subject: ticket.subject,
        queue: ticket.group_id,
        satisfaction: objectOf(ticket.satisfaction_rating).score,
      },
    },
  );
  const embedded = embeddedIn(holder.comments, textOf(ticket.id));
  const spoken = chat.conversation.rows.some(({ kind }) => kind === undefined);
  return embedded.length > 0 && !spoken ? { ...withoutRows(chat), embedded } : { ...chat, embedded };
}

/** Beside the chat that stands in one comment, notes alone are no conversation. */
function withoutRows({ conversation, problems = [] }: Chat): Chat {
  const { rows } = conversation;
  const message = `Unexpected ${rows.length} ${rows.length === 1 ? "note" : "notes"} beside a chat, expected nothing else: left out`;
  const left: Complaint = { code: "notes-beside", message, effect: "note" };
  return {
    conversation: { ...conversation, rows: [] },
    problems: rows.length > 0 ? [...problems, left] : problems,
  };
}

function channelOf(comments: unknown): Channel {
  const [first] = objectsOf(comments);
  return CHATS.has(viaOf(objectOf(first))) ? "chat" : "email";
}

function viaOf(comment: Json): string {
  return textOf(objectOf(comment.via).channel);
}

interface Person {
  readonly name: string;
  readonly role: Role | undefined;
}

function peopleIn(holder: Json): ReadonlyMap<string, Person> {
  const words = new Map<string, Role>([
    ["end-user", "customer"],
    ["agent", "agent"],
    ["admin", "agent"],
  ]);
  return new Map(
    objectsOf(holder.users).map(user => [
      textOf(user.id),
      { name: textOf(user.name), role: words.get(textOf(user.role)) },
    ]),
  );
}

function rowOf(
  comment: Json,
  people: ReadonlyMap<string, Person>,
  requester: string,
  call: Namer,
): Written | "nothing" | undefined {
  if (embeddedOf(comment)?.channel === "chat") return "nothing";
  const id = textOf(comment.author_id);
  const person = people.get(id);
  const ruled = viaOf(comment) === "rule" || id === "-1";
  const role = ruled
    ? "bot"
    : (person?.role ?? (requester === "" ? undefined : id === requester ? "customer" : "agent"));
  const words = wordsIn(comment);
  const text = words || eventIn(comment);
  if (text === "") return undefined;
  const kind = words === "" ? "event" : comment.public === false ? "note" : undefined;
  const at = momentOf(comment.created_at);
  return { speaker: call(id, person?.name ?? "", role), text, ...given({ role, kind, at }) };
}

/** A call, or files sent without a word. */
function eventIn(comment: Json): string {
  if (isCall(comment)) return "voice call";
  const files = objectsOf(comment.attachments).map(file => textOf(file.file_name));
  return files.length > 0 ? `attachment: ${files.join(", ")}` : "";
}

function isCall(comment: Json): boolean {
  return comment.type === "VoiceComment" || comment.type === "TpeVoiceComment";
}

function wordsIn(comment: Json): string {
  if (isCall(comment)) return "";
  const html = textOf(comment.html_body);
  const plain = firstText(decodeEntities(textOf(comment.plain_body)), comment.body);
  return withoutHistory(html === "" ? plain : htmlToText(html));
}

function embeddedIn(comments: unknown, id: string): readonly Embedded[] {
  return objectsOf(comments).flatMap(comment => {
    const inner = embeddedOf(comment);
    if (inner === undefined) return [];
    const about = given({
      id: id || undefined,
      startedAt: momentOf(comment.created_at),
      metadata: factsOf({ ticketId: id }),
    });
    return [{ text: inner.text, about: { ...about, channel: inner.channel } }];
  });
}

/** The transcript of a call, or of a whole chat, that stands in one comment. */
function embeddedOf(comment: Json): { readonly text: string; readonly channel: Channel } | undefined {
  const call = textOf(objectOf(comment.data).transcription_text);
  if (call.trim() !== "") return { text: call, channel: "voice" };
  const body = textOf(comment.body);
  return stampedChat(body) ? { text: body, channel: "chat" } : undefined;
}
