import { spokenDigits } from "./digits.js";
import { matchesOf } from "./matches.js";
import type { Range } from "./ranges.js";

const ANCHOR = /@|[([]at[)\]]|(?<![\p{L}\p{N}'])at(?![\p{L}\p{N}'])/giu;
const LOCAL = /[\p{L}\p{M}\p{N}.!#$%&*+/=?^_`{|}~'-]/u;
const HOST = /[\p{L}\p{M}\p{N}.-]/u;
/** Farthest that a spoken address is followed, in characters. */
const REACH = 96;

/** Endings that make «at example.com» an address; a spoken «dot» needs none of them. */
const ENDINGS = new Set(
  "com net org edu gov uk us ca au nz ie de fr es it nl eu ch at be in io co info biz me app dev online shop test example".split(
    " ",
  ),
);

/** Words before «at» that are no mailbox: «look at example.com». */
const NO_MAILBOX = new Set(
  (
    "i me us you we it him her them they he she this that there here look looks looking looked in on up out over back off " +
    "is are was were am be been being do did done have had live lives work works worked working shop shopped shopping bought buy " +
    "order ordered ordering find found finding see saw seen online available website site page store sign signed log logged login " +
    "visit visiting account and or not just now only even stay stayed arrive arrived meet met book booked"
  ).split(" "),
);

/** E-mail addresses, written or spoken («jane dot doe at example dot com»). */
export function emails(text: string): readonly Range[] {
  const found: Range[] = [];
  let free = 0;
  for (const anchor of matchesOf(ANCHOR, text)) {
    if (anchor.index < free) continue;
    const range =
      anchor[0] === "@"
        ? (written(text, anchor.index, free) ?? spoken(text, anchor, free))
        : spoken(text, anchor, free);
    if (range === undefined) continue;
    found.push(range);
    free = range[1];
  }
  return found;
}

function written(text: string, at: number, free: number): Range | undefined {
  let from = at;
  while (from > free && LOCAL.test(text[from - 1] as string)) from -= 1;
  let to = at + 1;
  while (to < text.length && HOST.test(text[to] as string)) to += 1;
  while (to > at && /[.-]/.test(text[to - 1] as string)) to -= 1;
  while (from < at && /[.'`*!?=/&]/.test(text[from] as string)) from += 1;
  // «3@10.50» is a price; a host without a dot still gives somebody away («jane.doe@gmail»).
  if (from === at || !/\p{L}{2}$/u.test(text.slice(at + 1, to))) return undefined;
  return [beforeSeparators(text, from, free), endingAfter(text, to) ?? to];
}

function spoken(text: string, anchor: RegExpExecArray, free: number): Range | undefined {
  const to = hostEnd(text, anchor.index + anchor[0].length);
  if (to === undefined) return undefined;
  const from = mailboxStart(text, anchor.index, free);
  return from === undefined ? undefined : [from, to];
}

const HOST_WORD = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/uy;
const DOT = /\s{0,2}(?:([([]dot[)\]]|(?:dot|period|point)(?![\p{L}\p{N}]))|\.)(\s{0,2})/iuy;

function stick(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(text);
}

/** End of the host behind «at», which may be several words: «at g mail dot com». */
function hostEnd(text: string, after: number): number | undefined {
  let at = after;
  for (let words = 0; words < 3; words++) {
    while (text[at] === " " && at - after < 3 + words) at += 1;
    const word = stick(HOST_WORD, text, at);
    if (word === null || word[0].length > REACH) return undefined;
    at += word[0].length;
    if (stick(DOT, text, at)) return endingAfter(text, at);
  }
  return undefined;
}

/** End of «.example.com» or «dot com» at a position; undefined where no ending that closes an address follows. */
function endingAfter(text: string, start: number): number | undefined {
  let end: number | undefined;
  for (let at = start; at - start < REACH; ) {
    const dot = stick(DOT, text, at);
    const label = dot && stick(HOST_WORD, text, at + dot[0].length);
    if (!dot || !label) return end;
    const [, said, space] = dot;
    if (said === undefined && space !== "" && !/^(?:com|net|org|edu|gov|co|uk)$/.test(label[0])) return end;
    at += dot[0].length + label[0].length;
    if (said === undefined ? ENDINGS.has(label[0].toLowerCase()) : /^\p{L}{2,}$/u.test(label[0])) end = at;
  }
  return end;
}

const SEPARATOR = /^(?:dot|underscore|dash|hyphen|plus|period)$/i;
/** A letter, figures or a number word: what people spell one by one, so that the word before belongs to it. */
const isSpelt = (word: string): boolean => /^(?:\p{L}|\d+)$/u.test(word) || spokenDigits(word) !== undefined;

function mailboxStart(text: string, anchor: number, free: number): number | undefined {
  const first = wordBefore(text, anchor, free);
  if (first === undefined) return undefined;
  const word = text.slice(first, anchor).trim();
  const spelt = speltFrom(text, first, anchor, free);
  const from = beforeSeparators(text, spelt, free);
  return from === first && NO_MAILBOX.has(word.toLowerCase().replace(/'\p{L}{1,2}$/u, "")) ? undefined : from;
}

/** From the word at a position back over what was spelt with it: «j a n e», «smith forty two». */
function speltFrom(text: string, start: number, end: number, free: number): number {
  let from = start;
  let word = text.slice(start, end).trim();
  while (isSpelt(word) && start - from < REACH) {
    const earlier = wordBefore(text, from, free);
    if (earlier === undefined) break;
    const next = text.slice(earlier, from).trim();
    if (
      NO_MAILBOX.has(next.toLowerCase()) ||
      SEPARATOR.test(next) ||
      (/^\p{L}$/u.test(word) && !isSpelt(next))
    )
      break;
    [from, word] = [earlier, next];
  }
  return from;
}

/** Takes in «jane dot» before «doe at». */
function beforeSeparators(text: string, start: number, free: number): number {
  let from = start;
  while (start - from < REACH) {
    const separator = wordBefore(text, from, free);
    if (separator === undefined || !SEPARATOR.test(text.slice(separator, from).trim())) return from;
    const word = wordBefore(text, separator, free);
    if (word === undefined) return from;
    from = speltFrom(text, word, separator, free);
  }
  return from;
}

/** Where the word before a position begins, at most three spaces away. */
function wordBefore(text: string, at: number, free: number): number | undefined {
  let end = at;
  while (end > free && at - end < 3 && text[end - 1] === " ") end -= 1;
  let from = end;
  while (from > free && end - from < REACH && LOCAL.test(text[from - 1] as string)) from -= 1;
  return from === end ? undefined : from;
}
