import type { Transcript, Turn } from "../model/index.js";
import { everydayAgain, namesAgain, wordsAgain } from "./again.js";
import { mayHold } from "./beginnings.js";
import { SECRET } from "./figures.js";
import { fold } from "./fold.js";
import { SILENT } from "./mask.js";
import { isEveryday, NAME_ASKED, NAME_HINT, names, partsOf } from "./names.js";
import type { Masked } from "./ranges.js";
import { SECRET_HINT, secrets } from "./secrets.js";
import { hintsOfTurn } from "./turn-hints.js";

/** What a conversation gave away once and may say again: a customer's name, a password. */
export interface Known {
  /** Where a text says it again. */
  find(text: string): readonly Masked[];
}

const NONE: readonly Masked[] = [];
const NOTHING: Known = { find: () => NONE };
const seen = new WeakMap<readonly Turn[], Known>();
let of: readonly Turn[] | undefined;
let last: Known = NOTHING;

/** What is known in a conversation; it is looked through once, when something of it goes out. */
export function knownIn(transcript: Pick<Transcript, "turns" | "agent">): Known {
  const { turns } = transcript;
  if (turns === of) return last;
  last = seen.get(turns) ?? lookFor(transcript);
  seen.set(turns, last);
  of = turns;
  return last;
}

/** Whether anything at all is known. */
export const isNothing = (known: Known): boolean => known === NOTHING;

function lookFor({ turns, agent = "" }: Pick<Transcript, "turns" | "agent">): Known {
  const told = new Set<string>();
  const kept = new Set<string>();
  let asked = SILENT;
  for (const [i, turn] of turns.entries()) {
    const said = hintsOfTurn(turns, i);
    const near = turns[i - 1];
    const before = near === undefined || near.speaker === turn.speaker ? "" : near.text;
    const { names: naming, words, leads } = before === "" ? SILENT : asked;
    if (
      turn.role === "customer" &&
      (said.names || naming) &&
      (NAME_HINT.test(turn.text) || NAME_ASKED.test(before))
    )
      for (const name of foundBy((text, question) => names(text, question, said.leads), turn.text, before))
        for (const part of partsOf(name)) told.add(part);
    const secret = ((said.leads | leads) & SECRET) !== 0 && (said.words || words);
    if (secret && (SECRET_HINT.test(turn.text) || SECRET_HINT.test(before)))
      for (const one of foundBy(secrets, turn.text, (leads & SECRET) === 0 ? "" : before))
        if (isTelling(one)) kept.add(one);
    asked = said;
  }
  if (told.size === 0 && kept.size === 0) return NOTHING;
  for (const own of ownNames(turns, agent))
    for (const part of told) if (part.toLowerCase() === own) told.delete(part);
  return knownOf([...told], [...kept]);
}

function foundBy(
  find: (text: string, before: string) => readonly (readonly [number, number])[],
  text: string,
  before: string,
): readonly string[] {
  const plain = fold(text).text;
  return find(plain, before).map(range => plain.slice(...range));
}

/** A secret that is an everyday word («blue») would hide that word everywhere. */
const isTelling = (secret: string): boolean =>
  secret.length >= 4 && secret.length <= 40 && /\d|[^\p{L}\s]/u.test(secret);

/** Agents keep their names, a customer of the same name or not. */
function ownNames(turns: readonly Turn[], agent: string): ReadonlySet<string> {
  const labels = turns
    .filter(({ role }) => role !== "customer" && role !== "other")
    .map(({ speaker }) => speaker);
  return new Set(
    [agent, ...new Set(labels)].flatMap(label => label.toLowerCase().split(/[^\p{L}\p{M}'’-]+/u)),
  );
}

/** More names than this are no conversation's. */
const MOST = 40;

function knownOf(parts: readonly string[], kept: readonly string[]): Known {
  const plain = parts.filter(part => !isEveryday(part)).slice(0, MOST);
  const everyday = parts.filter(isEveryday).slice(0, MOST);
  const finders = [
    ...(plain.length > 0 ? [{ kind: "name" as const, find: namesAgain(plain) }] : []),
    ...(everyday.length > 0 ? [{ kind: "name" as const, find: everydayAgain(everyday) }] : []),
    ...(kept.length > 0 ? [{ kind: "secret" as const, find: wordsAgain(kept.slice(0, MOST)) }] : []),
  ];
  const may = mayHold([...parts, ...kept]);
  return {
    find(text) {
      if (!may(text)) return NONE;
      const folded = fold(text);
      const found: Masked[] = [];
      for (const { kind, find } of finders)
        for (const range of find(folded.text)) {
          const [from, to] = folded.back(...range);
          found.push({ kind, from, to });
        }
      return found;
    },
  };
}
