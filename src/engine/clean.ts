import { decodeEntities } from "../formats/shared/entities.js";
import type { Channel } from "../model/index.js";
import { compose } from "./decode.js";

/** Tags that exports leave in words; others, such as the redaction `<PERSON>`, are words. */
const TAG =
  /<(\/?)(a|abbr|b|big|blockquote|body|br|c|center|code|div|em|font|h[1-6]|hr|html|i|img|lang|li|mark|ol|p|pre|rt|ruby|s|small|span|strike|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul|v)(?:[\s./][^<>]{0,2000})?>/gi;
const BREAK = /^(?:blockquote|br|div|h\d|hr|li|ol|p|pre|table|tr|ul)$/i;

/** Anything that the words of an ordinary utterance do not hold. */
const UNTIDY =
  /[<&\0\t-\r\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]|[\u0300-\u036f]| {2}|^ | $/;
const SPACES = /[ \t\v\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;
const LINES = / ?(?:\r\n|[\n\r\u0085\u2028\u2029]) ?/g;

/**
 * Words as they are judged and quoted: tags out, entities decoded once, white space single, NULs gone. In writing the lines stay; in
 * speech they mean nothing. Other control characters stay, for the way out to neutralise.
 */
export function cleanText(text: string, channel: Channel, plain = false): string {
  const { read, written } = ENCODER.encodeInto(text, BYTES);
  const ascii = read === text.length && written === read;
  const state = ascii ? stateOf(written) : UNTIDY.test(text) ? MARKED : TIDY;
  if (state === TIDY) return text;
  if (state === SPACED) return spacesSingle(written, channel === "voice");
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
  return cleanText(name, "voice");
}

const ENCODER = new TextEncoder();
const BYTES = Buffer.alloc(4096);

/** What has to be done to a text: nothing, spaces and lines alone, or all that there is. */
const [TIDY, SPACED, MARKED] = [0, 1, 2];
const STATES = Uint8Array.from({ length: 128 }, (_, code) => {
  if (!UNTIDY.test(`a${String.fromCharCode(code)}a`)) return TIDY;
  return code > 8 && code < 14 ? SPACED : MARKED;
});

/** What has to be done to so many bytes of plain ASCII. */
function stateOf(length: number): number {
  const [bytes, states] = [BYTES, STATES];
  let worst = TIDY;
  let space = length > 0;
  for (let i = 0; i < length; i++) {
    const code = bytes[i] as number;
    const state = states[code] as number;
    if (state > worst) worst = state;
    if (space && code === SPACE && worst === TIDY) worst = SPACED;
    space = code === SPACE;
  }
  return space && worst === TIDY ? SPACED : worst;
}

const SPACE = 32;
const LINE = 10;
const RETURN = 13;

/** The same as the expressions make of it, in one pass over plain ASCII: a run of white space is a space, or where it holds lines one or two of them. */
function spacesSingle(length: number, oneLine: boolean): string {
  const bytes = BYTES;
  let to = 0;
  let run = false;
  let lines = 0;
  for (let i = 0; i < length; i++) {
    const code = bytes[i] as number;
    if (code === SPACE || (code > 8 && code < 14)) {
      if (code === LINE || code === RETURN) {
        lines++;
        if (code === RETURN && bytes[i + 1] === LINE && i + 1 < length) i++;
      }
      run = true;
      continue;
    }
    if (run && to > 0) {
      if (lines === 0 || oneLine) bytes[to++] = SPACE;
      else {
        bytes[to++] = LINE;
        if (lines > 1) bytes[to++] = LINE;
      }
    }
    run = false;
    lines = 0;
    bytes[to++] = code;
  }
  return bytes.toString("latin1", 0, to);
}

function withoutTags(text: string): string {
  if (!text.includes("<")) return text;
  return text.replace(TAG, (_, close: string, name: string) =>
    BREAK.test(name) && !(close && name === "p") ? "\n" : "",
  );
}
