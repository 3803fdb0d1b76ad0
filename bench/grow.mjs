// Small exports made as long as a call or a chat is: what is said in them is said again and again, each time later and in other words.
import { readFileSync } from "node:fs";
import { corpus } from "./corpus.mjs";

/** Lists of who takes part or of what was recorded, which grow by what is inside them. */
const FEW =
  /^(?:channels|speakers|participants|parties|members|users|agents|tracks|alternatives|profiles|customers|transcripts|recognizedSpeakers|attachments)$/i;
/** Fields that hold a moment or an offset. */
const TIME =
  /(?:^|_)(?:start|end|begin|ts|t|from|to|at|time|offset)(?:$|_)|time|offset|start|end$|end(?=[A-Z_]|ms)|begin/i;
/** Words in a turn of speech or of a long message. */
const WORDS = 12;

/** Turns of speech in ordinary words, of the length that turns have; without end. */
export function* sentences() {
  const texts = readFileSync(corpus(100).path, "utf8")
    .trimEnd()
    .split("\n")
    .flatMap(line => JSON.parse(line).turns.map(({ text }) => text.replace(/\s+/g, " ")));
  for (let at = 0; ; ) {
    let said = texts[at++ % texts.length];
    while (said.split(" ").length < WORDS) said += ` ${texts[at++ % texts.length]}`;
    yield said;
  }
}

/** The same export with so many bytes at least, and whether it is `json`, `jsonl` or `text`; `said` holds the texts of its turns. */
export function grown(bytes, size, said, words) {
  const text = bytes.toString();
  const json = parsed(text);
  if (json !== undefined)
    return { kind: "json", bytes: Buffer.from(grownJson(json, text, size, said, words)) };
  const lines = text.replaceAll("\r\n", "\n").trimEnd().split("\n");
  if (lines.every(line => parsed(line) !== undefined))
    return { kind: "jsonl", bytes: Buffer.from(grownLines(lines, size, said, words)) };
  return { kind: "text", bytes: Buffer.from(grownText(lines, size, said, words)) };
}

function parsed(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Its lists of turns and words repeated; indented where it was. */
function grownJson(json, text, size, said, words) {
  const lists = outerLists(json);
  const indent = text.length > JSON.stringify(json).length * 1.05 ? 1 : 0;
  const spans = lists.map(spansOf);
  const span = merged(spans);
  const parts = lists.map(list => [...list]);
  const length = () => JSON.stringify(lists, undefined, indent).length;
  for (let lap = 1, long = 0; lists.length > 0 && long < size; lap++) {
    if (lap === 1) for (const list of lists) list.length = 0;
    for (const [i, part] of parts.entries())
      for (const item of part) lists[i].push(later(item, lap - 1, span, said, words));
    long = lap % 4 === 0 || lap < 3 ? length() : long;
    if (lap > 1e5) break;
  }
  return JSON.stringify(json, undefined, indent);
}

/** Lists of objects that lie in no other such list; those of people and channels are looked into. */
function outerLists(json) {
  const lists = [];
  const look = (value, key, depth) => {
    if (typeof value !== "object" || value === null || depth > 10) return;
    if (Array.isArray(value) && value.length > 1 && !FEW.test(key) && value.every(isObject))
      lists.push(value);
    else
      for (const [name, inner] of Object.entries(value))
        look(inner, Array.isArray(value) ? key : name, depth + 1);
  };
  look(json, "", 0);
  return lists;
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function grownLines(lines, size, said, words) {
  const items = lines.map(line => JSON.parse(line));
  const span = spansOf(items);
  const out = [];
  for (let lap = 0, long = 0; long < size; lap++)
    for (const item of items) {
      const line = JSON.stringify(later(item, lap, span, said, words));
      out.push(line);
      long += line.length + 1;
    }
  return `${out.join("\n")}\n`;
}

/** How long the times go on, by how they are written: numbers, digits in a text, lengths («PT1.5S», «1.5s») and moments. */
function spansOf(items) {
  const span = { number: 0, digits: 0, length: 0, first: Number.POSITIVE_INFINITY, last: 0 };
  const look = (value, key) => {
    if (typeof value === "number" && TIME.test(key)) span.number = Math.max(span.number, value);
    else if (typeof value === "string") {
      const { form, amount } = timeIn(value, key);
      if (form === "moment")
        [span.first, span.last] = [Math.min(span.first, amount), Math.max(span.last, amount)];
      else if (form !== undefined) span[form] = Math.max(span[form], amount);
    } else if (typeof value === "object" && value !== null)
      for (const [name, inner] of Object.entries(value)) look(inner, Array.isArray(value) ? key : name);
  };
  look(items, "");
  // Of a date in numbers only the seconds or milliseconds of a turn.
  if (span.number > 1e9) span.number = span.number > 1e11 ? 1e4 : 10;
  if (span.digits > 1e9) span.digits = span.digits > 1e11 ? 1e4 : 10;
  return span;
}

function merged(spans) {
  const most = key => Math.max(0, ...spans.map(span => span[key]));
  const first = Math.min(...spans.map(span => span.first));
  return {
    number: most("number"),
    digits: most("digits"),
    length: most("length"),
    first,
    last: most("last"),
  };
}

function timeIn(value, key) {
  if (value.length > 40) return {};
  if (TIME.test(key) && /^\d+(?:\.\d+)?$/.test(value)) return { form: "digits", amount: Number(value) };
  const [, length] = /^(?:PT)?(\d+(?:\.\d+)?)S$/i.exec(value) ?? [];
  if (length !== undefined) return { form: "length", amount: Number(length) };
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value) ? { form: "moment", amount: Date.parse(value) } : {};
}

/** One item of a list, so many laps later, in the next words. */
function later(value, lap, span, said, words, key = "") {
  if (typeof value === "number") return TIME.test(key) ? round(value + lap * span.number) : value;
  if (typeof value === "string") return laterText(value, lap, span, said, words, key);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(inner => later(inner, lap, span, said, words, key));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, later(inner, lap, span, said, words, name)]),
  );
}

function laterText(value, lap, span, said, words, key) {
  if (said.has(value.trim()) && value.includes(" ")) return words.next().value;
  const { form, amount } = timeIn(value, key);
  if (form === undefined) return value;
  if (form === "moment") return new Date(amount + lap * (span.last - span.first + 5e3)).toISOString();
  const next = String(round(amount + lap * span[form]));
  return form === "digits" ? next : value.replace(/\d+(?:\.\d+)?/, next);
}

function round(value) {
  return Math.round(value * 1e3) / 1e3;
}

/** What follows the head (or the first line, where there is none) again and again. */
function grownText(lines, size, said, words) {
  const blank = lines.findIndex(line => line.trim() === "");
  const headed = blank > 0 && blank < lines.length / 2;
  const head = headed ? lines.slice(0, blank + 1) : lines.slice(0, 1);
  const body = headed ? lines.slice(blank + 1) : lines.slice(1);
  if (lines.some(line => line.trim() === "")) body.push("");
  // A page in one line goes on by its line breaks.
  if (body.length < 2) body.push(...lines.join("\n").split(/(?<=<br>)/));
  const span = Math.max(
    0,
    ...body.flatMap(line => [...line.matchAll(CLOCK)].map(([clock]) => secondsOf(clock))),
  );
  const texts = [...said].filter(text => text.length > 1).sort((a, b) => b.length - a.length);
  const out = [...head];
  for (let lap = 0, long = 0; long < size; lap++)
    for (const line of body) {
      const next = clocksLater(spoken(line, texts, words), lap * (span < 4 * 3600 ? span : 0));
      out.push(next);
      long += next.length + 1;
    }
  return `${out.join("\n")}\n`;
}

/** The line with other words in the place of those it says. */
function spoken(line, texts, words) {
  const whole = texts.find(text => line.includes(text));
  if (whole !== undefined) return line.replace(whole, () => words.next().value);
  const part = line.trim();
  return part.includes(" ") && texts.some(text => text.includes(part)) ? words.next().value : line;
}

const CLOCK = /(?<![\d:])(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?(?![\d:])/g;

function secondsOf(clock) {
  return clock
    .replace(",", ".")
    .split(":")
    .reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** Clocks in the same form, so many seconds later. */
function clocksLater(line, seconds) {
  if (seconds === 0) return line;
  const marked = line.replace(
    /(\d+)_(\d+)/g,
    (_, from, to) => `${+from + seconds * 1e3}_${+to + seconds * 1e3}`,
  );
  return marked.replace(CLOCK, clock => {
    const parts = clock.split(":").length;
    const [, mark = "", fraction = ""] = /([.,])(\d+)$/.exec(clock) ?? [];
    const all = secondsOf(clock) + seconds;
    const two = number => String(Math.floor(number)).padStart(2, "0");
    const end = fraction === "" ? "" : `${mark}${(all % 1).toFixed(fraction.length).slice(2)}`;
    const hours = parts === 3 || all >= 3600 ? `${two(all / 3600)}:` : "";
    return `${hours}${two((all / 60) % 60)}:${two(all % 60)}${end}`;
  });
}
