import { decodeEntities } from "../formats/shared/entities.js";
import type { Channel } from "../model/index.js";
import { compose } from "./decode.js";

/** Tags that exports leave in words; others, such as the redaction `<PERSON>`, are words. */
const TAG =
  /<(\/?)(a|abbr|b|big|blockquote|body|br|c|center|code|div|em|font|h[1-6]|hr|html|i|img|lang|li|mark|ol|p|pre|rt|ruby|s|small|span|strike|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul|v)(?:[\s./][^<>]{0,2000})?>/gi;
const BREAK = /^(?:blockquote|br|div|h\d|hr|li|ol|p|pre|table|tr|ul)$/i;

/** Anything that the words of an ordinary utterance do not hold: first what plain letters rule out at once. */
const ODD = /[<&\0-\x1f\x7f-\uffff]/;
const UNTIDY = /[<&\0\t-\r\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]|[\u0300-\u036f]/;
const SPACES = /[ \t\v\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;
const LINES = / ?(?:\r\n|[\n\r\u0085\u2028\u2029]) ?/g;

/**
 * Words as they are judged and quoted: tags out, entities decoded once, white space single, NULs gone. In writing the lines stay; in
 * speech they mean nothing. Other control characters stay, for the way out to neutralise.
 */
export function cleanText(text: string, channel: Channel, plain = false): string {
  if (isTidy(text)) return text;
  const bare = plain ? text : decodeEntities(withoutTags(text));
  const single = compose(bare).replaceAll("\0", "").replace(SPACES, " ");
  if (channel === "voice") return single.replace(LINES, " ").replace(/ {2,}/g, " ").trim();
  return single
    .replace(LINES, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** A speaker's name in one line. */
export function cleanName(name: string): string {
  return isTidy(name) ? name : cleanText(name, "voice");
}

const ENCODER = new TextEncoder();
const BYTES = new Uint8Array(4096);
/** Bytes of plain text that `UNTIDY` looks for. */
const DIRT = Uint8Array.from({ length: 128 }, (_, code) => (UNTIDY.test(String.fromCharCode(code)) ? 1 : 0));

function isTidy(text: string): boolean {
  const { read, written } = ENCODER.encodeInto(text, BYTES);
  if (read === text.length && written === read) return areTidy(written);
  if (ODD.test(text) && UNTIDY.test(text)) return false;
  return !text.includes("  ") && text.charCodeAt(0) !== 32 && text.charCodeAt(text.length - 1) !== 32;
}

/** The same of so many bytes of plain ASCII, which takes half as long. */
function areTidy(length: number): boolean {
  const [bytes, dirt] = [BYTES, DIRT];
  let space = length > 0;
  for (let i = 0; i < length; i++) {
    const code = bytes[i] as number;
    if (dirt[code] === 1 || (space && code === 32)) return false;
    space = code === 32;
  }
  return !space;
}

function withoutTags(text: string): string {
  if (!text.includes("<")) return text;
  return text.replace(TAG, (_, close: string, name: string) =>
    BREAK.test(name) && !(close && name === "p") ? "\n" : "",
  );
}
