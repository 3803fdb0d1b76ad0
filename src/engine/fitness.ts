import type { Complaint, Transcript, Written } from "../model/index.js";
import { type Limits, limitReached } from "./limits.js";

/** More rows or speakers than any conversation has: somebody's whole year, or a trick. */
export function tooMany(rows: readonly Written[], limits: Limits): Complaint | undefined {
  if (rows.length > limits.turns) return limitReached("turns", limits, `conversation of ${rows.length} rows`);
  const speakers = new Set(rows.filter(isSpoken).map(({ speaker }) => speaker));
  return speakers.size > limits.speakers
    ? limitReached("speakers", limits, `conversation of ${speakers.size} speakers`)
    : undefined;
}

/** What keeps rows from being judged before anybody asks who is who: nobody is named. */
export function withoutSpeakers(rows: readonly Written[]): Complaint | undefined {
  const spoken = rows.filter(isSpoken);
  if (spoken.length === 0) {
    return refuse(
      "no-turns",
      "Unexpected conversation in which nobody says anything, expected an agent and a customer",
      rows[0],
    );
  }
  const nameless = spoken.every(({ speaker, role }) => speaker === "" && role === undefined);
  return nameless
    ? refuse("no-speakers", "Unexpected words without speakers, expected to see who says what", spoken[0])
    : undefined;
}

/** What keeps a transcript from being judged: a single turn, or one side alone. */
export function notAConversation({ turns }: Transcript): Complaint | undefined {
  const spoken = turns.filter(({ kind }) => kind === "speech");
  const place = { line: spoken[0]?.pieces[0]?.line };
  if (spoken.length === 1 && spoken[0]?.pieces.length === 1) {
    return refuse("too-short", "Unexpected transcript of a single turn, expected a conversation", place);
  }
  const roles = new Set(spoken.map(({ role }) => role));
  const agent = roles.has("agent") || roles.has("supervisor");
  if (agent && roles.has("customer")) return undefined;
  const heard = [
    ...new Set(spoken.map(({ role, speaker }) => (role === "other" ? `\`${speaker}\`` : role))),
  ].join(" and ");
  const missing = agent ? "a customer" : roles.has("customer") ? "an agent" : "an agent and a customer";
  return refuse(
    "one-sided",
    `Unexpected one-sided transcript (heard ${heard} only), expected ${missing} too`,
    place,
  );
}

function isSpoken({ kind }: Written): boolean {
  return kind === undefined || kind === "speech";
}

function refuse(code: string, message: string, place?: { readonly line?: number | undefined }): Complaint {
  return { code, message, effect: "unreadable", ...(place?.line !== undefined && { line: place.line }) };
}
