import type { Format } from "../model/index.js";
import { get, isObject, list } from "./shared/json.js";
import { no, yes } from "./shared/sniff.js";
import { readTurns } from "./shared/turn-reading.js";

/** The download of one's own messages from Facebook Messenger and Instagram: a page whose inbox was served by people. */
export const messenger: Format = {
  name: "messenger",
  title: "Facebook Messenger, Instagram (download)",
  status: "documented",
  about: {
    recognised: "`messages[]` with `sender_name` and `timestamp_ms` beside `participants[]`",
    roles: "names alone: by content or --agent",
    times: "timestamp_ms",
    overlap: "none in a chat",
    traps:
      "UTF-8 written as if each byte were a letter («cafÃ©») is put right; newest first, so sorted by time; pictures, stickers and calls are events",
  },

  sniff({ json }) {
    const first = list(get(json, "messages"))[0];
    const own = isObject(first) && "sender_name" in first && "timestamp_ms" in first;
    return own && Array.isArray(get(json, "participants"))
      ? yes(0.95, "messages[] with sender_name and timestamp_ms")
      : no;
  },

  read(document) {
    const { json } = document;
    const turns = list(get(json, "messages")).filter(isObject).map(repaired);
    const about = { title: mended(get(json, "title")), thread: get(json, "thread_path") };
    return readTurns([{ path: "messages", key: "messages", turns, around: [about] }], document);
  },
};

/** A message in the letters that were meant. */
function repaired(message: Readonly<Record<string, unknown>>): unknown {
  return { ...message, sender_name: mended(message.sender_name), content: mended(message.content) };
}

/** Bytes of UTF-8 that were written as Latin-1 letters, read again; anything else stays as it is. */
function mended(value: unknown): unknown {
  if (typeof value !== "string" || !/[\u00c2-\u00f4][\u0080-\u00bf]/.test(value)) return value;
  if (/[^\0-\u00ff]/.test(value)) return value;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(
      Uint8Array.from(value, letter => letter.charCodeAt(0)),
    );
  } catch {
    return value;
  }
}
