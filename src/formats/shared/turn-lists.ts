import { entries, isObject } from "./json.js";
import { namesIn } from "./names-in.js";
import { listInKeys, sidesOf, turnsOfForm } from "./turn-forms.js";
import { sideOf } from "./turn-sides.js";
import { textKey } from "./turn-text.js";
import { speakerKey } from "./turn-who.js";

/** A list of turns and where it stands. */
export interface TurnsFound {
  /** Keys down to it, as a path for people: "data.transcript.sentences"; "" for a bare list. */
  readonly path: string;
  /** The key it stands under; left out for a bare list. */
  readonly key?: string;
  /** The key that tells it from others like it, in an object of conversations. */
  readonly id?: string;
  readonly turns: readonly unknown[];
  /** The objects around it, outermost first. */
  readonly around: readonly unknown[];
}

/** Names that exports give to lists of turns, the likeliest first. */
const LISTS = namesIn(`
  turns utterances messages transcript conversation dialogue dialog sentences segments lines entries chat history
  phrases events items chunks timeline conversational_transcript transcripts monologues log
`);
const DEEPEST = 6;
const WIDEST = 40;
/** Of a list so many elements tell what it is; so many of them may be events without words. */
const SAMPLE = 24;
const WORDLESS = 4;
/** Values to look at before a document is none of ours. */
const PATIENCE = 400;

/** The lists of turns of a document: one for each conversation, an empty one for an element among them that holds none. */
export function turnListsIn(json: unknown): readonly TurnsFound[] {
  return search(json, [], [], { left: PATIENCE, most: Number.POSITIVE_INFINITY });
}

/** The first list of turns of a document, to recognise it by. */
export function firstTurnsIn(json: unknown): TurnsFound | undefined {
  return search(json, [], [], { left: PATIENCE, most: 3 }).find(({ turns }) => turns.length > 0);
}

/** Whether most of the first elements are turns: words, and somebody who says them. */
export function areTurns(list: readonly unknown[]): boolean {
  const sample = list.slice(0, SAMPLE).filter(isObject);
  if (sample.length === 0) return false;
  const told = sample.filter(turn => textKey(turn) !== undefined);
  const by = told.filter(turn => speakerKey(turn) !== undefined || sideOf(turn) !== undefined);
  return told.length * WORDLESS >= sample.length && by.length > 0 && !told.some(holdsTurns);
}

/** Whether an object holds a list of turns itself: then it is a conversation, whatever it says besides. */
export function holdsTurns(value: unknown): boolean {
  return entries(value).some(
    ([key, inner]) =>
      Array.isArray(inner) &&
      key !== "words" &&
      key !== "tool_calls" &&
      inner.slice(0, 2).some(item => textKey(item) !== undefined && speakerKey(item) !== undefined),
  );
}

interface Budget {
  left: number;
  /** Elements of a list of conversations to look into. */
  readonly most: number;
}

interface Under {
  readonly key: string;
  readonly found: readonly TurnsFound[];
}

function search(
  value: unknown,
  path: readonly string[],
  around: readonly unknown[],
  budget: Budget,
): readonly TurnsFound[] {
  budget.left--;
  if (budget.left < 0 || path.length > DEEPEST) return [];
  if (Array.isArray(value)) return inList(value, path, around, budget);
  if (!isObject(value)) return [];
  const numbered = listInKeys(value);
  if (numbered !== undefined) return inList(numbered, path, around, budget);
  const sides = sidesOf(value);
  if (sides !== undefined) return inList(sides, path, [...around, value], budget);
  const beside = [...around, value];
  const inner = entries(value)
    .slice(0, WIDEST)
    .filter(([, one]) => typeof one === "object" && one !== null)
    .map(([key, one]): Under => ({ key, found: search(one, [...path, key], beside, budget) }))
    .filter(({ found }) => found.length > 0);
  return inner.length < 2 ? (inner[0]?.found ?? []) : best(inner, value);
}

function inList(
  list: readonly unknown[],
  path: readonly string[],
  around: readonly unknown[],
  budget: Budget,
): readonly TurnsFound[] {
  const formed = turnsOfForm(list);
  if (formed !== undefined) return inList(formed, path, around, budget);
  const inside = wrapperOf(list);
  if (inside !== undefined)
    return inList(
      list.map(item => unwrapped(item, inside)),
      path,
      around,
      budget,
    );
  if (areTurns(list)) {
    const key = path.at(-1);
    return [{ path: path.join("."), ...(key !== undefined && { key }), turns: list, around }];
  }
  const seen = list.slice(0, 3).some(item => isObject(item) && search(item, path, around, budget).length > 0);
  if (!seen) return [];
  return list.slice(0, budget.most).flatMap((item): readonly TurnsFound[] => {
    const found = search(item, path, around, { left: PATIENCE, most: budget.most });
    return found.length > 0 ? found : [{ path: path.join("."), turns: [], around: [...around, item] }];
  });
}

/** What APIs and databases put around each record of a list. */
const WRAPPERS = ["attributes", "node", "_source"] as const;
type Wrapper = (typeof WRAPPERS)[number];

function wrapperOf(list: readonly unknown[]): Wrapper | undefined {
  const [first] = list;
  if (!isObject(first)) return undefined;
  return WRAPPERS.find(
    key => isObject(first[key]) && textKey(first) === undefined && textKey(first[key]) !== undefined,
  );
}

/** The record with what says what it is; it wraps nothing any more. */
function unwrapped(item: unknown, key: Wrapper): unknown {
  if (!isObject(item) || !isObject(item[key])) return item;
  const { [key]: inner, ...outer } = item;
  return { ...outer, ...(inner as object) };
}

/** Of several lists of turns in one object the named one, else the longest; unless its keys are the ids of conversations. */
function best(inner: readonly Under[], value: object): readonly TurnsFound[] {
  const ids =
    inner.length >= Object.keys(value).length * 0.9 && inner.every(({ key }) => rank(key) === LISTS.length);
  if (ids) return inner.flatMap(({ key, found }) => found.map(list => ({ ...list, id: key })));
  const size = ({ found }: Under) => found.reduce((sum, { turns }) => sum + turns.length, 0);
  const [first] = [...inner].sort((a, b) => rank(a.key) - rank(b.key) || size(b) - size(a));
  return first?.found ?? [];
}

function rank(key: string): number {
  const at = LISTS.indexOf(key.toLowerCase());
  return at < 0 ? LISTS.length : at;
}
