import { isRoleWord, looksLikeName } from "../shared/prefix.js";
import { roleByWords } from "../shared/role-words.js";
import { clock } from "../shared/times.js";
import { STAMP, type Stamp, stampOf } from "./stamps.js";

/** How a line begins: who speaks, and when. */
export interface Lead {
  /** "" where a line has a time alone. */
  readonly name: string;
  readonly text: string;
  readonly start?: Stamp;
  readonly end?: Stamp;
  /** The name is set off by more than a colon: a time, brackets. */
  readonly marked: boolean;
  /** The words follow the colon without a space, as in links and "10:30". */
  readonly tight: boolean;
}

const BEFORE = new RegExp(
  String.raw`^[[(]?\s?(${STAMP})(?:\s?(?:-->|[-–]|to)\s?(${STAMP}))?\s?[\])]?\s?(?:[-–|]\s)?\s{0,4}(.*)$`,
  "s",
);
/** What most lines have not, asked before the longer expressions. */
const BEGINS_TIMED = /^[[(]?\s?\d/;
const HAS_TIME = /\d:\d/;
const HAPPENS =
  /\b(?:joined|left|entered|ended|transferr(?:ed|ing)|connected|disconnected|on hold|off hold|hold music|recording|call started|chat started|started|begins|resumes|end of (?:call|chat|transcript|conversation)|music|queue)\b/i;

/** What stands around a line that is set off, before and behind it. */
const SETS_OFF: ReadonlySet<number> = new Set(Array.from("[]()*=-", mark => mark.charCodeAt(0)));

/** `*`, `-`, `<`, `→`, `←`. */
const MARKS: ReadonlySet<number> = new Set([42, 45, 60, 8592, 8594]);
/** What IRC writes beside the messages: `-!- tom has quit`, `* tom has joined`. */
const COMES_OR_GOES =
  /^(?:\*{1,3}|-!-|-->|<--|→|←) .{0,120}\b(?:has (?:quit|joined|left)|have joined|quit|joined|left|is now known as|sets? mode|mode\/|changed the topic|was kicked|kicked)\b/i;

/** A line about the call, set off from what is said: `[Call ended]`, `*** Ana joined ***`; `[interrupted]` belongs to the words. */
export function isEvent(line: string): boolean {
  if (MARKS.has(line.charCodeAt(0)) && COMES_OR_GOES.test(line)) return true;
  if (!SETS_OFF.has(line.charCodeAt(0)) || !SETS_OFF.has(line.charCodeAt(line.length - 1))) return false;
  const set = /^(?:\[.{1,120}\]|\(.{1,120}\)|\*.{1,120}\*|-{2,}.{1,120}-{2,}|={2,}.{1,120}={2,})$/.test(line);
  return set && HAPPENS.test(line);
}

const INTERNAL =
  /\b(?:internal|private|agent|staff|supervisor)[ -](?:notes?|comments?|memo)\b|\bwhisper(?:ed)?\b|\((?:internal|private)\)/i;

/** Whether a label says that the customer never saw the line: «Internal note (Mina)», «Mina (internal)». */
export function isInternal(name: string): boolean {
  return INTERNAL.test(name);
}

const BRACKETED = /^[[(]/;
const NAME_TIME = new RegExp(
  String.raw`^([^:[(]{1,50}?)\s{0,3}(?:[-–,]\s)?[[(]?(${STAMP})(?:\s?(?:-->|[-–])\s?(${STAMP}))?[\])]?\s?[:：]\s{0,4}(.*)$`,
  "s",
);
const NAME_OVER = new RegExp(String.raw`^([^:[(|]{1,50}?)\s{1,10}(?:[-–|]\s)?[[(]?(${STAMP})[\])]?$`);
const UNDER = new RegExp(String.raw`^${STAMP}\s[-–|]\s(.{1,60})$`);
/** Characters of a name before its colon, at most. */
const LONGEST = 50;
const DASHED = /^([\p{L}][\p{L}\p{N} _.]{0,30}?)\s[-–—]\s(.+)$/su;
/** What `DASHED` must have among its first 66 characters (letters of two among them). */
const DASH = /\s[-–—]\s/;
const TAGGED = /^(?:\[([^\]:]{1,40})\]|<([^>:]{1,40})>)\s?:?\s(.+)$/s;

/** The beginning of a line, if it can be that of a turn at all; whether the name is one, the whole text decides. */
export function leadOf(line: string): Lead | undefined {
  const trimmed = line.trim();
  const bare = isLetter(trimmed.charCodeAt(0)) ? trimmed : trimmed.replace(/^(?:>{1,2}|[-–—•*])\s/, "");
  const usual = usualLead(bare);
  if (usual !== undefined) return usual;
  const timed = BEGINS_TIMED.test(bare) ? BEFORE.exec(bare) : null;
  if (timed !== null) {
    const [, from = "", to, rest = ""] = timed;
    const start = stampOf(from);
    const end = to === undefined ? undefined : stampOf(to);
    const inner =
      start === undefined
        ? undefined
        : (namedIn(rest) ?? under(bare) ?? (BRACKETED.test(bare) || isEvent(rest) ? alone(rest) : undefined));
    if (inner !== undefined && start !== undefined)
      return { ...inner, start, ...(end && { end }), marked: inner.name !== "" };
    return undefined;
  }
  return (HAS_TIME.test(bare.slice(0, 90)) ? withTime(bare) : undefined) ?? namedIn(bare);
}

/** «[00:01:02] Ana: Hello», as most have it who write times, without the longer expressions. */
function usualLead(bare: string): Lead | undefined {
  if (bare.charCodeAt(0) !== 91 || bare.charCodeAt(9) !== 93 || bare.charCodeAt(10) !== 32) return undefined;
  const ms = isLetter(bare.charCodeAt(11)) ? clock(bare.slice(1, 9)) : undefined;
  if (ms === undefined || bare.charCodeAt(3) !== 58 || bare.charCodeAt(6) !== 58) return undefined;
  if (bare.charCodeAt(4) > 53) return undefined;
  const rest = bare.slice(11);
  const { name, text, tight } = namedIn(rest) ?? alone(rest);
  return { name, text, marked: name !== "", tight, start: { ms, parts: 3, ofDay: false } };
}

function isLetter(code: number): boolean {
  const small = code | 32;
  return code < 128 && small > 96 && small < 123;
}

/** «0:07 - Ana Moss (Brightwell)», the words below it. */
function under(line: string): Lead | undefined {
  const name = UNDER.exec(line)?.at(-1)?.trim() ?? "";
  return looksLikeName(name.replace(/\s?\([^()]*\)$/, ""))
    ? { name, text: "", marked: true, tight: false }
    : undefined;
}

function alone(text: string): Lead {
  return { name: "", text, marked: false, tight: false };
}

function withTime(line: string): Lead | undefined {
  const match = NAME_TIME.exec(line) ?? NAME_OVER.exec(line);
  if (match === null) return undefined;
  const [, name = "", from = "", to, text = ""] = match;
  const start = stampOf(from);
  const end = to === undefined ? undefined : stampOf(to);
  if (start === undefined || !isName(name.trim())) return undefined;
  return { name: name.trim(), text: text.trim(), start, ...(end && { end }), marked: true, tight: false };
}

function namedIn(line: string): Lead | undefined {
  const tagged = line.startsWith("[") || line.startsWith("<") ? TAGGED.exec(line) : null;
  if (tagged !== null) {
    const name = (tagged[1] ?? tagged[2] ?? "").trim();
    return isName(name) ? { name, text: tagged[3]?.trim() ?? "", marked: true, tight: false } : undefined;
  }
  const colon = colonIn(line);
  if (colon > 0) {
    const name = known(line.slice(0, colon).trim());
    const text = line.slice(colon + 1);
    if (name !== undefined) return { name, text: text.trim(), marked: false, tight: /^\S/.test(text) };
  }
  const [, side = "", words = ""] = DASH.test(line.slice(0, 66)) ? (DASHED.exec(line) ?? []) : [];
  return isDashed(side) ? { name: side, text: words.trim(), marked: false, tight: false } : undefined;
}

/** Where the first colon stands, if what is before it can be a name at all; else -1. */
function colonIn(line: string): number {
  const most = Math.min(line.length, LONGEST + 1);
  for (let at = 0; at < most; at++) {
    const code = line.charCodeAt(at);
    if (code === 58 || code === 0xff1a) return at;
  }
  return -1;
}

/** «AGENT - Hello»: a dash parts so much that only a word for a role or capitals may stand before it. */
function isDashed(name: string): boolean {
  return name !== "" && (isRoleWord(name) || (/^[^\p{Ll}]{2,}$/u.test(name) && looksLikeName(name)));
}

/** A call has two names and a thousand lines: what was judged last is not judged again, and is one text for all lines. */
let judged = new Map<string, { readonly name: string | undefined }>();

/** The words as a name; undefined where they can be none. */
function known(words: string): string | undefined {
  let found = judged.get(words);
  if (found !== undefined) return found.name;
  found = { name: canBeName(words) ? words : undefined };
  if (judged.size >= 200) judged = new Map();
  judged.set(words, found);
  return found.name;
}

function isName(words: string): boolean {
  return known(words) !== undefined;
}

function canBeName(words: string): boolean {
  if (words === "" || words.length > 50 || /[?!;"“”{}=/\\|]/.test(words)) return false;
  return (
    /\p{L}/u.test(words) &&
    words.split(/\s+/).length <= 6 &&
    !/[.,]$/.test(words.replace(/\b\p{L}{1,3}\.$/u, ""))
  );
}

/** Whether a name is a word for a role, alone or beside a name («Agent Ana»), and not a sentence with such a word in it. */
export function isRoleLike(name: string): boolean {
  if (isRoleWord(name)) return true;
  return name.split(/\s+/).length <= 4 && looksLikeName(name) && roleByWords(name) !== undefined;
}
