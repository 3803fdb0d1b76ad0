import type { Complaint, Document, Format, Reading, Sniff } from "../model/index.js";
import { entries, get, isObject } from "./shared/json.js";
import { no, yes } from "./shared/sniff.js";
import { conversationOf, speakerKey, speakerOf, textKey } from "./shared/turn-keys.js";
import { aboutOf, roleFinder, rowOf } from "./shared/turn-values.js";

/** The generic turn list: `{id?, channel?, agent?, language?, turns: [{speaker, text, start?, end?, at?}]}`. */
export const turnList: Format = {
  name: "turn-list",
  title: "Generic turn list (JSON, JSONL)",
  status: "documented",
  surest: 0.9,
  about: {
    recognised: "`turns` with `speaker` and `text`; with less certainty other common names for these",
    roles: "where the speaker, or a `role` beside it, is a word for a role",
    times: "seconds, or ISO 8601",
    overlap: "yes",
    traps:
      "one conversation a line, one turn a line, speaker `system`, numbers as strings, keys unknown to us kept as metadata",
  },

  sniff({ json }) {
    const found = listsOf(json)[0];
    return found === undefined ? no : opinion(found);
  },

  read: document => joined(listsOf(document.json).map(list => readList(list, document))),
};

const LISTS = [
  "turns",
  "utterances",
  "messages",
  "transcript",
  "conversation",
  "dialogue",
  "dialog",
  "sentences",
  "segments",
  "lines",
  "entries",
  "chat",
  "history",
] as const;

/** Objects around the one that holds the turns: `{data: {transcript: {sentences: […]}}}`. */
const WRAPPED = 3;

/** A list of turns, the key it stands under (none for a bare list), and what stands beside it. */
interface List {
  readonly key?: string;
  readonly turns: readonly unknown[];
  readonly around: unknown;
}

/** One conversation, or those of an array of conversations. */
function listsOf(json: unknown): readonly List[] {
  const own = listIn(json);
  if (own !== undefined) return [own];
  if (!Array.isArray(json)) return listsUnder(json);
  const inner = json.slice(0, 3).some(item => listIn(item) !== undefined);
  return inner
    ? json.map(item => listIn(item) ?? { turns: [], around: item })
    : [{ turns: json, around: undefined }];
}

/** The conversations of `{conversations: […]}`, whatever the list is called. */
function listsUnder(json: unknown): readonly List[] {
  for (const [, inner] of entries(json).slice(0, 20))
    if (Array.isArray(inner) && inner.slice(0, 3).some(item => listIn(item) !== undefined))
      return listsOf(inner);
  return [];
}

function listIn(value: unknown, wrapped = 0): List | undefined {
  if (!isObject(value)) return undefined;
  const key = LISTS.find(name => Array.isArray(value[name]));
  if (key !== undefined) return { key, turns: value[key] as readonly unknown[], around: value };
  if (wrapped === WRAPPED) return undefined;
  const inner = entries(value)
    .slice(0, 20)
    .map(([, one]) => listIn(one, wrapped + 1))
    .find(list => list?.turns.some(turn => textKey(turn) !== undefined && speakerKey(turn) !== undefined));
  return inner && { ...inner, around: { ...plainIn(value), ...plainIn(inner.around) } };
}

/** What stands beside the turns, and beside what they are wrapped in. */
function plainIn(value: unknown): object {
  return Object.fromEntries(entries(value).filter(([, one]) => typeof one !== "object"));
}

/** Sure of our own keys; a list with other names may well be another format's. */
function opinion({ key, turns }: List): Sniff {
  const sample = turns.slice(0, 8);
  const told = sample.filter(turn => textKey(turn) !== undefined);
  if (told.length * 2 < sample.length || (sample.length === 0 && key !== "turns")) return no;
  if (sample.length === 0) return yes(0.4, "`turns` with nothing in it");
  const said = told.filter(turn => speakerKey(turn) !== undefined);
  if (said.length === 0) return key === "turns" ? yes(0.5, "`turns` without speakers") : no;
  const keys = `\`${speakerKey(said[0])}\` and \`${textKey(said[0])}\``;
  const ours = said.every(turn => speakerOf(get(turn, "speaker")) !== "" && textKey(turn) === "text");
  if (ours && key === "turns") return yes(0.9, `\`turns\` with ${keys}`);
  return yes(ours ? 0.55 : 0.4, `a list of turns with ${keys}`);
}

function readList({ turns, around }: List, { line, lines }: Document): Reading {
  const problems: Complaint[] = [];
  const roles = roleFinder();
  const rows = turns.map((turn, index) => {
    const place = lines?.[index];
    const row = rowOf(turn, roles, (code, met) => {
      const message = `Unexpected ${met} in turn ${index}, expected ${EXPECTED[code]}`;
      problems.push({ line: place ?? line, code, message, effect: "partial" });
    });
    return place === undefined ? row : { ...row, line: place };
  });
  if (rows.length === 0) {
    const message = "Unexpected conversation without turns, expected a list of `{speaker, text}`";
    return { conversations: [], problems: [{ line, code: "no-turns", message, effect: "unreadable" }] };
  }
  const id = conversationOf(turns[0]);
  return { conversations: [{ ...(id !== "" && { id }), ...aboutOf(around, rows), rows }], problems };
}

const EXPECTED = {
  "lost-turn": "`speaker` and `text`",
  "lost-speaker": "the name or role of who speaks",
  "lost-time": "seconds from the start, or ISO 8601 in `at`",
} as const;

function joined(readings: readonly Reading[]): Reading {
  return {
    conversations: readings.flatMap(({ conversations }) => conversations),
    problems: readings.flatMap(({ problems }) => problems),
  };
}
