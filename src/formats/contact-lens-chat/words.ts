import { firstText, type Json, objectOf, objectsOf, textOf } from "../shared/chat-json.js";

const EVENT = "application/vnd.amazonaws.connect.event.";
const INTERACTIVE = /^application\/vnd\.amazonaws\.connect\.message\.interactive/;

/** What a message says; of an interactive one the title and subtitle that the customer saw, or the choice made. */
export function wordsIn(item: Json): string {
  const content = textOf(item.Content);
  return INTERACTIVE.test(textOf(item.ContentType)) ? interactiveIn(content) : content;
}

/** What an event was, in words: "participant joined", "chat ended". */
export function eventIn(item: Json): string {
  const kind = firstText(item.EventType, item.ContentType);
  const what = kind.startsWith(EVENT) ? kind.slice(EVENT.length) : firstText(item.Type, kind);
  const said = textOf(item.Content);
  return [what.replace(/[._]/g, " ").toLowerCase(), said].filter(Boolean).join(": ");
}

/** The files that were sent, by name; "" where none was. */
export function attachmentsIn(item: Json): string {
  const names = objectsOf(item.Attachments).map(file => firstText(file.AttachmentName, file.AttachmentId));
  return names.length === 0 ? "" : `attachment: ${names.join(", ")}`;
}

function interactiveIn(content: string): string {
  try {
    const { data } = objectOf(JSON.parse(content));
    const shown = objectOf(objectOf(data).content);
    const reply = objectOf(objectOf(data).replyMessage);
    return [shown.title, shown.subtitle, reply.title].map(textOf).filter(Boolean).join(" ") || content;
  } catch {
    return content;
  }
}
