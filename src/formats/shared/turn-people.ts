import { entries, isObject, said } from "./json.js";
import { namesIn } from "./names-in.js";
import { roleWord } from "./turn-roles.js";
import { personWords, speakerOf } from "./turn-who.js";

/** Somebody of a table of participants. */
export interface Person {
  readonly name: string;
  /** The word for their role, where the table gives one. */
  readonly word: string | undefined;
}

const TABLES =
  /^(?:participants?|participant_?list|speakers?|speaker_?info|users|members|parties|people|contacts|agents|authors|attendees|personas)$/i;
const IDS = namesIn(
  "id speakerId speaker_id participantId participant_id userId user_id actorId sid uuid speaker label key",
);
/** More are no conversation's participants. */
const MOST = 500;

/** The participants that the export lists beside the turns, by id: in the order that the objects around them are given, the nearest wins. */
export function peopleAround(around: readonly unknown[]): ReadonlyMap<string, Person> {
  const people = new Map<string, Person>();
  for (const value of around)
    for (const [key, table] of entries(value)) if (TABLES.test(key)) addAll(people, table);
  return people;
}

function addAll(people: Map<string, Person>, table: unknown): void {
  if (Array.isArray(table))
    for (const one of table.slice(0, MOST)) for (const id of idsOf(one)) add(people, id, one);
  else for (const [id, one] of entries(table).slice(0, MOST)) add(people, id, one);
}

function idsOf(person: unknown): readonly string[] {
  if (!isObject(person)) return [];
  return IDS.flatMap(key => said(person[key]) ?? []);
}

function add(people: Map<string, Person>, id: string, one: unknown): void {
  const named = isObject(one) ? one : { name: one };
  const word = wordOf(named);
  const name = speakerOf(named);
  if (name !== "" || word !== undefined) people.set(id, { name, word });
}

function wordOf(person: Readonly<Record<string, unknown>>): string | undefined {
  const flags = person.isAgent === true || person.is_agent === true ? ["agent"] : [];
  for (const value of [...flags, ...personWords(person), person.name, person.participantPurpose]) {
    const word = roleWord(value);
    if (word !== undefined) return word;
  }
  return undefined;
}
