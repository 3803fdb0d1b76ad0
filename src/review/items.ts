import type { Finding, Place, Verdict } from "../model/index.js";
import { type Added, type Answer, type Call, isHidden, keyOf, type Work } from "./work.js";

/** One row to answer: a check of the checklist, or something that the person added. */
export interface Item {
  readonly index: number;
  readonly title: string;
  readonly section: string;
  /** Left out for what the person added. */
  readonly finding?: Finding;
  /** The machine's verdict, where it may be seen. */
  readonly machine?: Verdict;
  readonly answer?: Answer;
  /** Where it can be seen, in order of place; one a turn. */
  readonly places: readonly Place[];
  /** Where the technique was called for and missing. */
  readonly missed: readonly Place[];
}

/** All rows of a call, and which of them speak of a turn. */
export interface Items {
  readonly all: readonly Item[];
  readonly touching: ReadonlyMap<number, readonly number[]>;
  /** Missed opportunities of all items, in order of place. */
  readonly misses: readonly { readonly turn: number; readonly item: number }[];
}

/** The section of what a person added. */
export const OWN_SECTION = "Added by the reviewer";

const known = new WeakMap<Call, { readonly work: Work; readonly items: Items }>();

/** The rows of a call as they stand; made once for each state of the work. */
export function itemsOf(call: Call, work: Work): Items {
  const made = known.get(call);
  if (made?.work === work) return made.items;
  const hidden = isHidden(call, work);
  const all = [
    ...call.audit.findings.map((finding, index) => asked(finding, index, work, hidden)),
    ...work.added.map((added, i) => own(added, call.audit.findings.length + i)),
  ];
  const items = { all, touching: touching(all), misses: misses(all) };
  known.set(call, { work, items });
  return items;
}

/** The verdict that counts: the person's, else the machine's where it may be seen. */
export const verdictOf = ({ answer, machine }: Item): Verdict | undefined => answer?.verdict ?? machine;

function asked(finding: Finding, index: number, { answers }: Work, hidden: boolean): Item {
  const answer = answers.get(keyOf(finding));
  const missed = hidden ? [] : missesOf(finding);
  const seen = answer?.evidence ?? (hidden ? [] : [...evidenceOf(finding), ...missed]);
  return {
    index,
    title: finding.title,
    section: finding.section ?? "",
    finding,
    ...(!hidden && { machine: finding.verdict }),
    ...(answer && { answer }),
    places: inOrder(seen),
    missed,
  };
}

const own = (added: Added, index: number): Item => ({
  index,
  title: added.title,
  section: OWN_SECTION,
  answer: added,
  places: inOrder(added.evidence),
  missed: [],
});

/** Evidence of a finding, or of its parts where it has none itself. */
function evidenceOf({ evidence, parts = [] }: Finding): readonly Place[] {
  return evidence.length > 0 ? evidence : parts.flatMap(evidenceOf);
}

/** Cues that nobody answered. */
export function missesOf({ verdict, opportunities = [], parts = [] }: Finding): readonly Place[] {
  if (verdict !== "fail" && verdict !== "partial") return [];
  const cues = opportunities.filter(({ answer }) => answer === undefined).map(({ cue }) => cue);
  return inOrder([...cues, ...parts.flatMap(missesOf)]);
}

function inOrder(places: readonly Place[]): readonly Place[] {
  const turns = new Map<number, Place>();
  for (const place of places) if (!turns.has(place.turn)) turns.set(place.turn, place);
  return [...turns.values()].sort((a, b) => a.turn - b.turn);
}

function touching(all: readonly Item[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (const { index, places } of all)
    for (const { turn } of places) {
      const list = found.get(turn);
      if (list) list.push(index);
      else found.set(turn, [index]);
    }
  return found;
}

/** A miss without a cue lies where its evidence is: the refusal that stood, the word that hurt. */
function misses(all: readonly Item[]): Items["misses"] {
  return all
    .flatMap(({ index, machine, missed, places }) =>
      (missed.length > 0 ? missed : machine === "fail" || machine === "partial" ? places : []).map(
        ({ turn }) => ({ turn, item: index }),
      ),
    )
    .sort((a, b) => a.turn - b.turn || a.item - b.item);
}
