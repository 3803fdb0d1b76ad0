import { entries, get, isObject, said, str } from "./json.js";
import { roleWord } from "./turn-roles.js";
import { textKey } from "./turn-text.js";
import { timesOf } from "./turn-times.js";
import { speakerKey } from "./turn-who.js";

/** Of a list so many elements tell what it is. */
const SAMPLE = 8;
const LONGEST_LABEL = 40;
const LABELLED = /^\s*([^:\n]{1,40}?)\s?:\s+(?=\S)/;

interface Form {
  readonly speaker: string;
  readonly text: string;
}

/** A list whose turns are no objects with keys for speaker and words, as such a list: pairs, `{agent: "words"}`, "Agent: words"; undefined for any other. */
export function turnsOfForm(list: readonly unknown[]): readonly unknown[] | undefined {
  const [first] = list;
  const words = isObject(first) && textKey(first) === undefined && Array.isArray(first.words);
  if (words) return list.some(turn => inWords(turn) === undefined) ? undefined : list.map(inWords);
  const form = Array.isArray(first)
    ? pair
    : typeof first === "string"
      ? line
      : isObject(first)
        ? keyed
        : undefined;
  if (form === undefined || list.length < 2) return undefined;
  const sample = list.slice(0, SAMPLE).map(form);
  const speakers = new Set(sample.map(turn => turn?.speaker));
  const told =
    sample.every(turn => turn !== undefined) && (speakers.size < sample.length || sample.length === 2);
  return told ? list.map(turn => form(turn) ?? turn) : undefined;
}

/** Somebody and their words, one by one, each with its times. */
function inWords(turn: unknown): unknown {
  if (!isObject(turn) || speakerKey(turn) === undefined || !Array.isArray(turn.words)) return undefined;
  const words = turn.words.map(
    word => str(get(word, "text")) || str(get(word, "word")) || str(get(word, "punctuated_word")),
  );
  if (words.length === 0 || words.some(word => word === "")) return undefined;
  const [first, last] = [turn.words[0], turn.words.at(-1)];
  const start =
    get(first, "start") ?? get(get(first, "start_timestamp"), "relative") ?? get(first, "start_time");
  const end = get(last, "end") ?? get(get(last, "end_timestamp"), "relative") ?? get(last, "end_time");
  return { start, end, ...turn, text: words.join(" ").replace(/ {2,}/g, " ") };
}

function pair(turn: unknown): Form | undefined {
  if (!Array.isArray(turn) || turn.length !== 2) return undefined;
  const [speaker, text] = turn as readonly unknown[];
  return typeof speaker === "string" &&
    typeof text === "string" &&
    speaker !== "" &&
    speaker.length <= LONGEST_LABEL
    ? { speaker, text }
    : undefined;
}

/** `{agent: "words"}`, the role for a key. */
function keyed(turn: unknown): Form | undefined {
  const [[speaker, text] = ["", undefined], ...more] = entries(turn);
  return more.length === 0 && typeof text === "string" && roleWord(speaker) !== undefined
    ? { speaker, text }
    : undefined;
}

function line(turn: unknown): Form | undefined {
  const found = typeof turn === "string" ? LABELLED.exec(turn) : null;
  return found === null
    ? undefined
    : { speaker: said(found[1]) ?? "", text: String(turn).slice(found[0].length) };
}

/** A list of turns for each side, `{agent: […], customer: […]}`, as one; undefined where they are none, or no times tell their order. */
export function sidesOf(value: object): readonly unknown[] | undefined {
  const sides = Object.entries(value).filter(([key, list]) => roleWord(key) !== undefined && isSide(list));
  if (sides.length < 2) return undefined;
  const turns = sides.flatMap(([key, list]) =>
    (list as readonly object[]).map(turn => ({ speaker: key, ...turn })),
  );
  return turns.every(turn => timesOf(turn).start !== undefined || timesOf(turn).at !== undefined)
    ? turns
    : undefined;
}

function isSide(list: unknown): boolean {
  return (
    Array.isArray(list) &&
    list.length > 0 &&
    list.every(turn => isObject(turn) && textKey(turn) !== undefined)
  );
}

/** A list that is written as an object, `{"0": …, "1": …}`. */
export function listInKeys(value: object): readonly unknown[] | undefined {
  const keys = Object.keys(value);
  if (
    keys.length < 2 ||
    !keys.slice(0, SAMPLE).every((key, index) => key === String(index) || key === String(index + 1))
  )
    return undefined;
  const all = Object.values(value);
  return all.every(isObject) ? all : undefined;
}
