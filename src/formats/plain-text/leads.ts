import { isRoleWord, looksLikeName } from "../shared/prefix.js";
import { roleByWords } from "../shared/role-words.js";
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

/** A line about the call, set off from what is said: `[Call ended]`, `*** Ana joined ***`; `[interrupted]` belongs to the words. */
export function isEvent(line: string): boolean {
  if (!/^[[(*=-]/.test(line)) return false;
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
const NAME_OVER = new RegExp(String.raw`^([^:[(]{1,50}?)\s{1,10}[[(]?(${STAMP})[\])]?$`);
const NAME = /^([^:：]{1,50})[:：](.*)$/s;
const DASHED = /^([\p{L}][\p{L}\p{N} _.]{0,30}?)\s[-–—]\s(.+)$/su;
const TAGGED = /^(?:\[([^\]:]{1,40})\]|<([^>:]{1,40})>)\s?:?\s(.+)$/s;

/** The beginning of a line, if it can be that of a turn at all; whether the name is one, the whole text decides. */
export function leadOf(line: string): Lead | undefined {
  const bare = line.trim().replace(/^(?:>{1,2}|[-–—•*])\s/, "");
  const timed = BEGINS_TIMED.test(bare) ? BEFORE.exec(bare) : null;
  if (timed !== null) {
    const [, from = "", to, rest = ""] = timed;
    const start = stampOf(from);
    const end = to === undefined ? undefined : stampOf(to);
    const inner =
      start === undefined
        ? undefined
        : (namedIn(rest) ?? (BRACKETED.test(bare) || isEvent(rest) ? alone(rest) : undefined));
    if (inner !== undefined && start !== undefined)
      return { ...inner, start, ...(end && { end }), marked: inner.name !== "" };
    return undefined;
  }
  return (HAS_TIME.test(bare.slice(0, 90)) ? withTime(bare) : undefined) ?? namedIn(bare);
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
  const [, name = "", text = ""] = NAME.exec(line) ?? [];
  if (name !== "" && isName(name.trim())) {
    return { name: name.trim(), text: text.trim(), marked: false, tight: /^\S/.test(text) };
  }
  const [, side = "", words = ""] = DASHED.exec(line) ?? [];
  return isDashed(side) ? { name: side, text: words.trim(), marked: false, tight: false } : undefined;
}

/** «AGENT - Hello»: a dash parts so much that only a word for a role or capitals may stand before it. */
function isDashed(name: string): boolean {
  return name !== "" && (isRoleWord(name) || (/^[^\p{Ll}]{2,}$/u.test(name) && looksLikeName(name)));
}

/** A call has two names and a thousand lines: what was judged last is not judged again. */
let judged = new Map<string, boolean>();

function isName(words: string): boolean {
  let known = judged.get(words);
  if (known !== undefined) return known;
  known = canBeName(words);
  if (judged.size >= 200) judged = new Map();
  judged.set(words, known);
  return known;
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
