import type { Complaint, Written } from "../../model/index.js";
import { firstText, given, type Json, objectOf, textOf } from "../shared/chat-json.js";
import { type Chat, chatOf, rowsOf } from "../shared/chat-reading.js";
import { momentOf } from "../shared/chat-time.js";
import { htmlToText } from "../shared/html.js";
import { list } from "../shared/json.js";
import { withoutHistory } from "../shared/mail-history.js";
import { bodyOf } from "./body.js";
import { type Party, partyAt } from "./parties.js";

/** The conversation written in the dialog itself: one text for each message; undefined where there is none. */
export function dialogOf(container: Json, parties: readonly Party[]): Chat | undefined {
  const dialog = list(container.dialog);
  if (!dialog.some(one => objectOf(one).type === "text")) return undefined;
  const mail = dialog.some(one => /rfc822|email/.test(mediaOf(objectOf(one))));
  const rows = rowsOf(dialog, item => rowOf(item, parties));
  const away = dialog.filter(
    one => objectOf(one).type === "text" && bodyOf(objectOf(one)) === undefined && "url" in objectOf(one),
  );
  return chatOf(
    { rows: rows.rows, problems: [...rows.problems, ...elsewhere(away.length)] },
    {
      id: textOf(container.uuid),
      channel: mail ? "email" : "chat",
      plain: true,
      facts: { uuid: container.uuid, subject: container.subject },
    },
  );
}

/** When a dialog began. */
export function startOf(container: Json, index: unknown): number | undefined {
  const dialog = list(container.dialog);
  const at = Array.isArray(index) ? index[0] : index;
  const item = objectOf(typeof at === "number" ? dialog[at] : dialog[0]);
  return momentOf(item.start) ?? momentOf(container.created_at);
}

function mediaOf(item: Json): string {
  return firstText(item.mediatype, item.mimetype).toLowerCase();
}

function rowOf(item: Json, parties: readonly Party[]): Written | "nothing" | undefined {
  const type = textOf(item.type);
  const at = momentOf(item.start);
  const party = partyAt(parties, item.originator ?? item.parties) ?? { name: "", role: undefined };
  const who = { speaker: party.name || (party.role ?? ""), ...given({ role: party.role, at }) };
  if (type === "transfer" || type === "incomplete") {
    const text = [type, textOf(item.disposition)].filter(Boolean).join(": ");
    return { ...who, role: party.role ?? "system", kind: "event", text };
  }
  if (type !== "text") return "nothing";
  const text = wordsIn(item);
  if (text === "") return "url" in item ? "nothing" : undefined;
  return { ...who, text };
}

function wordsIn(item: Json): string {
  const body = bodyOf(item);
  if (body === undefined) return "";
  const text =
    "text" in body
      ? body.text
      : firstText(objectOf(body.json).text, objectOf(body.json).body, JSON.stringify(body.json));
  const media = mediaOf(item);
  const plain = media.includes("html") ? htmlToText(text) : text.trim();
  return /rfc822|email/.test(media) ? withoutHistory(plain) : plain;
}

function elsewhere(count: number): readonly Complaint[] {
  if (count === 0) return [];
  const message = `Unexpected ${count} ${count === 1 ? "message" : "messages"} kept at a url, expected the words: nothing is fetched`;
  return [{ code: "lost-rows", message, effect: "partial" }];
}
