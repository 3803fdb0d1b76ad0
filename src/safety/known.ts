import type { Transcript, Turn } from "../model/index.js";
import { mayHold } from "./beginnings.js";
import { fold } from "./fold.js";
import { hintsIn } from "./mask.js";
import { matchesOf } from "./matches.js";
import { isEveryday, NAME_ASKED, NAME_HINT, names, partsOf } from "./names.js";
import type { Masked } from "./ranges.js";
import { SECRET_HINT, secrets } from "./secrets.js";

/** What a conversation gave away once and may say again: a customer's name, a password. */
export interface Known {
  /** Where a text says it again. */
  find(text: string): readonly Masked[];
}

const NONE: readonly Masked[] = [];
const NOTHING: Known = { find: () => NONE };
const seen = new WeakMap<readonly Turn[], Known>();

/** What is known in a conversation; it is looked through once, when something of it goes out. */
export function knownIn(transcript: Pick<Transcript, "turns" | "agent">): Known {
  const { turns } = transcript;
  const made = seen.get(turns) ?? lookFor(transcript);
  seen.set(turns, made);
  return made;
}

/** Whether anything at all is known. */
export const isNothing = (known: Known): boolean => known === NOTHING;

function lookFor({ turns, agent = "" }: Pick<Transcript, "turns" | "agent">): Known {
  const told = new Set<string>();
  const kept = new Set<string>();
  let asked = hintsIn("");
  for (const [i, turn] of turns.entries()) {
    const said = hintsIn(turn.text);
    const near = turns[i - 1];
    const before = near === undefined || near.speaker === turn.speaker ? "" : near.text;
    const may = (what: "names" | "words"): boolean => said[what] || (before !== "" && asked[what]);
    if (turn.role === "customer" && may("names") && (NAME_HINT.test(turn.text) || NAME_ASKED.test(before)))
      for (const name of foundBy(names, turn.text, before)) for (const part of partsOf(name)) told.add(part);
    if (may("words") && (SECRET_HINT.test(turn.text) || SECRET_HINT.test(before)))
      for (const secret of foundBy(secrets, turn.text, before)) if (isTelling(secret)) kept.add(secret);
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
  const words = [
    ...plain.map(exactly),
    ...plain.filter(part => part.length > 2 && part.length < 16).map(spelt),
  ];
  const everyday = parts.filter(isEveryday).slice(0, MOST).map(capital);
  const finders = [
    ...(words.length > 0 ? [{ kind: "name" as const, expression: between(inRow(words), "giu") }] : []),
    // «Will I get it?» is no name, «thank you, Will» is one.
    ...(everyday.length > 0
      ? [
          {
            kind: "name" as const,
            expression: new RegExp(
              String.raw`(?<=[\p{L},] |\p{Lu}\. )${inRow(everyday)}(?![\p{L}\p{N}])`,
              "gu",
            ),
          },
        ]
      : []),
    ...(kept.length > 0
      ? [
          {
            kind: "secret" as const,
            expression: between(`(?:${kept.slice(0, MOST).map(exactly).join("|")})`, "giu"),
          },
        ]
      : []),
  ];
  const may = mayHold([...parts, ...kept]);
  return {
    find(text) {
      if (!may(text)) return NONE;
      const folded = fold(text);
      return finders.flatMap(({ kind, expression }) =>
        matchesOf(expression, folded.text).map(match => {
          const [from, to] = folded.back(match.index, match.index + match[0].length);
          return { kind, from, to };
        }),
      );
    },
  };
}

const between = (what: string, flags: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\p{N}])${what}(?![\p{L}\p{N}])`, flags);
const exactly = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
/** «O K A F O R», «o-k-a-f-o-r». */
const spelt = (word: string): string => [...word].map(exactly).join(String.raw`[\s.,-]{1,3}`);
const capital = (word: string): string => exactly(`${word[0]?.toUpperCase()}${word.slice(1).toLowerCase()}`);
const inRow = (words: readonly string[]): string => {
  const one = `(?:${words.join("|")})`;
  return `${one}(?:[ -]${one}){0,3}`;
};
