import type { Channel } from "../../model/index.js";

const MEDIA: readonly (readonly [RegExp, Channel])[] = [
  [/^(?:voice|call|phone|phone_call|telephone|telephony|audio|inbound call|outbound call)$/i, "voice"],
  [/^(?:chat|messaging|message|sms|whatsapp|web chat|webchat|live_?chat|messenger|text)$/i, "chat"],
  [/^(?:e-?mail)$/i, "email"],
];

/** The medium that a word of an export names. */
export function mediumOf(word: string): Channel | undefined {
  return MEDIA.find(([words]) => words.test(word.trim()))?.[1];
}
