import type { Kind, Role, Written } from "../../model/index.js";
import { get, isObject, said, str } from "./json.js";
import { speakerLabel } from "./labels.js";
import { KIND_KEYS, kindIn, saysMessage, wordless } from "./turn-kinds.js";
import type { Person } from "./turn-people.js";
import { rolesAmong, roleWord } from "./turn-roles.js";
import { SIDE_KEYS, type Side, sideOf } from "./turn-sides.js";
import { TEXT_KEYS, textKey, wordsIn } from "./turn-text.js";
import { timesOf } from "./turn-times.js";
import {
  ID_KEYS,
  isChannelKey,
  personWords,
  ROLE_KEYS,
  SPEAKER_KEYS,
  speakerKey,
  speakerOf,
} from "./turn-who.js";

/** Told what a turn could not give: a code, and what was met instead. */
export type Wrong = (code: "lost-turn" | "lost-speaker" | "lost-time", met: string, turn: number) => void;

/** The keys of a list of turns by what they hold, those alone that stand in it. */
interface Keys {
  readonly text: readonly string[];
  readonly speaker: readonly string[];
  readonly id: readonly string[];
  readonly role: readonly string[];
  readonly side: readonly string[];
  readonly kind: readonly string[];
  /** Rows call themselves messages. */
  readonly chatty: boolean;
}

interface Draft {
  readonly row: { -readonly [K in keyof Written]: Written[K] };
  readonly word: string | undefined;
  readonly side: Side | undefined;
  readonly until: number | undefined;
}

/** Reads the turns of a list; a row comes back for each, so that all keep their numbers. Roles are settled by all rows together. */
export function rowsIn(
  turns: readonly unknown[],
  people: ReadonlyMap<string, Person>,
  unit: number,
  wrong: Wrong,
): readonly Written[] {
  const keys = keysOf(turns);
  const words = wordFinder();
  const drafts = turns.map((turn, index) =>
    draftOf(turn, keys, people, words, unit, (code, met) => wrong(code, met, index)),
  );
  const counts = new Map<string, number>();
  for (const { word, row } of drafts)
    if (word !== undefined && row.text !== "") counts.set(word, (counts.get(word) ?? 0) + 1);
  const roleOf = cached(rolesAmong(counts));
  const ways = new Set(drafts.map(({ side }) => side));
  const told = ways.has("in") && ways.has("out");
  drafts.forEach(({ row, word, side }, index) => {
    const role = (word === undefined ? undefined : roleOf(word)) ?? (told ? roleOfSide(side) : undefined);
    if (role !== undefined) row.role = role;
    if (role === "system" && row.kind === undefined && get(turns[index], "kind") !== "speech")
      row.kind = "event";
    if (row.speaker === "" && role !== undefined) row.speaker = role;
    if (row.speaker === "" && row.kind === undefined && row.text.trim() !== "")
      wrong("lost-speaker", "words without a speaker", index);
  });
  dated(drafts);
  return shared(drafts.map(({ row }) => row));
}

/** Where the ends are dates too, all times count from the first: nothing else puts an end on the clock of the call. */
function dated(drafts: readonly Draft[]): void {
  if (!drafts.some(({ until }) => until !== undefined)) return;
  let zero = Number.POSITIVE_INFINITY;
  for (const { row } of drafts) if (row.at !== undefined && row.at < zero) zero = row.at;
  for (const { row, until } of drafts) if (until !== undefined && until - zero < DAY) row.end = until - zero;
}

/** An end further from the first words than this belongs to something else. */
const DAY = 86_400_000;

/** Who has one role wherever a role is given has it in the other rows too. */
function shared(rows: readonly Draft["row"][]): readonly Written[] {
  const roles = new Map<string, Role | undefined>();
  for (const { speaker, role } of rows)
    if (role !== undefined)
      roles.set(speaker, roles.has(speaker) && roles.get(speaker) !== role ? undefined : role);
  for (const row of rows) {
    const role = row.role ?? roles.get(row.speaker);
    if (role !== undefined) row.role = role;
  }
  return rows;
}

function roleOfSide(side: Side | undefined): Role | undefined {
  return side === undefined ? undefined : side === "in" ? "customer" : "agent";
}

/** More turns than any conversation has are looked at here and there. */
const MOST = 5_000;

function keysOf(turns: readonly unknown[]): Keys {
  const seen = new Set<string>();
  const step = Math.ceil(turns.length / MOST) || 1;
  let chatty = false;
  for (let index = 0; index < turns.length; index += step) {
    const turn = turns[index];
    if (!isObject(turn)) continue;
    for (const key in turn) seen.add(key);
    chatty ||= saysMessage(turn);
  }
  const among = (keys: readonly string[]) => keys.filter(key => seen.has(key));
  return {
    text: among(TEXT_KEYS),
    speaker: among(SPEAKER_KEYS),
    id: among(ID_KEYS),
    role: among(ROLE_KEYS),
    side: among(SIDE_KEYS),
    kind: among(KIND_KEYS),
    chatty,
  };
}

function draftOf(
  turn: unknown,
  keys: Keys,
  people: ReadonlyMap<string, Person>,
  words: (label: unknown) => string | undefined,
  unit: number,
  wrong: (code: "lost-turn" | "lost-time", met: string) => void,
): Draft {
  const key = textKey(turn, keys.text);
  const by = speakerKey(turn, keys.speaker) ?? "";
  const who = get(turn, by);
  const person = people.size === 0 ? undefined : personOf(turn, keys.id, people);
  // What is written as a text under our own key is what people call them, be it «9».
  const speaker = person?.name || (by === "speaker" ? said(str(who)) : undefined) || labelOf(who, by);
  const word = wordOf(turn, who, keys.role, words) ?? person?.word;
  const side = keys.side.length === 0 ? undefined : sideOf(turn, keys.side);
  const row: Draft["row"] = { speaker, text: key === undefined ? "" : wordsIn(get(turn, key)) };
  const kind = keys.kind.length === 0 ? undefined : kindIn(turn, keys.kind, keys.chatty);
  if (kind !== undefined) row.kind = kind;
  if (row.text.trim() === "") silent(turn, key, row, wrong);
  const { lost, start, end, at, until } = timesOf(turn, unit);
  if (lost !== undefined) wrong("lost-time", `time ${(JSON.stringify(lost) ?? "").slice(0, 40)}`);
  if (start !== undefined) row.start = start;
  if (end !== undefined) row.end = end;
  if (at !== undefined) row.at = at;
  if (get(turn, "cutOff") === true || get(turn, "interrupted") === true) row.cutOff = true;
  return { row, word, side, until };
}

function labelOf(who: unknown, key: string): string {
  return isChannelKey(key) ? speakerLabel(who, "Channel") : speakerOf(who);
}

/** A row without words is an event where it says of what; else something is lost. */
function silent(
  turn: unknown,
  key: string | undefined,
  row: Draft["row"],
  wrong: (code: "lost-turn", met: string) => void,
): void {
  const what = wordless(turn);
  if (what !== undefined) {
    row.text = what;
    row.kind ??= "event" satisfies Kind;
  } else if (key === undefined) wrong("lost-turn", "entry without a text");
  else if (Array.isArray(get(turn, key))) wrong("lost-turn", "parts without a text");
}

function personOf(
  turn: unknown,
  ids: readonly string[],
  people: ReadonlyMap<string, Person>,
): Person | undefined {
  for (const key of ids) {
    const id = said(get(turn, key));
    const person = id === undefined ? undefined : people.get(id);
    if (person !== undefined) return person;
  }
  return undefined;
}

function wordOf(
  turn: unknown,
  who: unknown,
  keys: readonly string[],
  words: (label: unknown) => string | undefined,
): string | undefined {
  for (const key of keys) {
    const value = get(turn, key);
    if (value === undefined || value === null) continue;
    const word = typeof value === "object" ? inPerson(value, words) : words(value);
    if (word !== undefined) return word;
  }
  return typeof who === "object" ? inPerson(who, words) : undefined;
}

function inPerson(person: unknown, words: (label: unknown) => string | undefined): string | undefined {
  for (const value of personWords(person)) {
    const word = words(value);
    if (word !== undefined) return word;
  }
  return words(speakerOf(person));
}

/** The role word of a label, each label once. */
function wordFinder(): (label: unknown) => string | undefined {
  const known = new Map<unknown, string | undefined>();
  return label => {
    if (label === undefined || typeof label === "object") return undefined;
    if (!known.has(label)) known.set(label, roleWord(label));
    return known.get(label);
  };
}

function cached(find: (word: string) => Role | undefined): (word: string) => Role | undefined {
  const known = new Map<string, Role | undefined>();
  return word => {
    if (!known.has(word)) known.set(word, find(word));
    return known.get(word);
  };
}
