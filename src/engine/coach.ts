import type { Audit, Finding, Moment, Place, Signal, Transcript, Turn } from "../model/index.js";
import { costOf, restsOnAbsence, weigh } from "./score.js";

/** How the customer's words weigh when moments are compared. */
const FEELING: ReadonlyMap<string, number> = new Map([
  ["customer-negative", 1],
  ["customer-hostile", 2],
  ["customer-abusive", 3],
]);

/** An answer may take the agent this many turns. */
const TURNS_TO_ANSWER = 2;

/**
 * The two moments an agent reads first. Keep: a pass that rests on evidence, before others one that answered the
 * customer's worst moment, then the heaviest, then the rarest in this conversation. Change: the miss that costs most,
 * before others the one nearest before the customer turned worse, then the earliest.
 */
export function chooseMoments(
  transcript: Transcript,
  findings: readonly Finding[],
  signals: readonly Signal[],
): Pick<Audit, "keep" | "change"> {
  const feelings = feelingsOf(signals);
  const keep = chooseKeep(findings, answersTo(worst(feelings), transcript.turns));
  const change = chooseChange(findings, turnsToWorse(feelings, transcript.turns));
  return { ...(keep && { keep }), ...(change && { change }) };
}

/** The worst feeling shown in each customer turn that shows one. */
function feelingsOf(signals: readonly Signal[]): ReadonlyMap<number, number> {
  const feelings = new Map<number, number>();
  for (const { detector, role, evidence } of signals) {
    const feeling = FEELING.get(detector);
    if (feeling === undefined || (role !== undefined && role !== "customer")) continue;
    for (const { turn } of evidence) feelings.set(turn, Math.max(feeling, feelings.get(turn) ?? 0));
  }
  return feelings;
}

function worst(feelings: ReadonlyMap<number, number>): ReadonlySet<number> {
  const most = [...feelings.values()].reduce((a, b) => Math.max(a, b), 0);
  return new Set([...feelings].filter(([, feeling]) => feeling === most).map(([turn]) => turn));
}

/** The agent's turns that come soon after one of the given turns. */
function answersTo(moments: ReadonlySet<number>, turns: readonly Turn[]): ReadonlySet<number> {
  const answers = new Set<number>();
  let left = 0;
  for (const { index, role, kind } of turns) {
    if (moments.has(index)) left = TURNS_TO_ANSWER;
    else if (left > 0 && kind === "speech" && (role === "agent" || role === "supervisor")) {
      answers.add(index);
      left -= 1;
    }
  }
  return answers;
}

/** The customer's turns that were worse than their turn before. */
function turnsToWorse(feelings: ReadonlyMap<number, number>, turns: readonly Turn[]): readonly number[] {
  const said = turns.filter(({ role, kind }) => role === "customer" && kind === "speech");
  return said.filter((turn, i) => feeling(turn) > feeling(said[i - 1])).map(({ index }) => index);

  function feeling(turn: Turn | undefined): number {
    return turn === undefined ? 0 : (feelings.get(turn.index) ?? 0);
  }
}

function chooseKeep(findings: readonly Finding[], answers: ReadonlySet<number>): Moment | undefined {
  const candidates = findings
    .filter(finding => finding.verdict === "pass" && finding.weight > 0 && !restsOnAbsence(finding))
    .map(finding => ({ finding, places: evidenceOf(finding) }))
    .filter(({ places }) => places.length > 0)
    .map(({ finding, places }) => ({
      finding,
      places,
      answer: places.find(({ turn }) => answers.has(turn)),
    }));
  const [best] = candidates.toSorted(
    (a, b) =>
      Number(b.answer !== undefined) - Number(a.answer !== undefined) ||
      b.finding.weight - a.finding.weight ||
      a.places.length - b.places.length,
  );
  if (best === undefined) return undefined;
  const place = best.answer ?? best.places[0];
  return { finding: best.finding, ...(place && { place }) };
}

/** Evidence of a finding, or of the parts that decided it. */
function evidenceOf(finding: Finding): readonly Place[] {
  if (finding.evidence.length > 0) return finding.evidence;
  return (finding.parts ?? []).filter(part => part.verdict === finding.verdict).flatMap(evidenceOf);
}

function chooseChange(findings: readonly Finding[], worse: readonly number[]): Moment | undefined {
  const weight = weigh(findings);
  const candidates = findings
    .map(finding => ({ finding, cost: costOf(finding, weight), ...nearest(missesOf(finding), worse) }))
    .filter(({ cost }) => cost > 0);
  const [best] = candidates.toSorted(
    (a, b) =>
      compare(b.cost, a.cost) || compare(a.distance, b.distance) || compare(turnOf(a.place), turnOf(b.place)),
  );
  return best && { finding: best.finding, ...(best.place && { place: best.place }) };
}

const compare = (a: number, b: number): number => (a === b || Math.abs(a - b) < 1e-9 ? 0 : a - b);
const turnOf = (place: Place | undefined): number => place?.turn ?? Number.MAX_SAFE_INTEGER;

/** Where a technique was missed: the cues that nobody answered, else its evidence, else those of its parts. */
function missesOf(finding: Finding): readonly Place[] {
  const unanswered = (finding.opportunities ?? [])
    .filter(({ answer }) => answer === undefined)
    .map(({ cue }) => cue);
  if (unanswered.length > 0) return unanswered;
  if (finding.evidence.length > 0) return finding.evidence;
  return (finding.parts ?? [])
    .filter(({ verdict }) => verdict === "fail" || verdict === "partial")
    .flatMap(missesOf);
}

interface Nearest {
  readonly place?: Place;
  /** Turns from the place to the customer's turn to the worse; infinite where none follows. */
  readonly distance: number;
}

/** The place that lies closest before a turn to the worse; where none does, the earliest. */
function nearest(places: readonly Place[], worse: readonly number[]): Nearest {
  let chosen: Nearest = { distance: Number.POSITIVE_INFINITY };
  let next = 0;
  for (const place of places.toSorted((a, b) => a.turn - b.turn || a.from - b.from)) {
    while (next < worse.length && (worse[next] as number) <= place.turn) next += 1;
    const distance = (worse[next] ?? Number.POSITIVE_INFINITY) - place.turn;
    if (chosen.place === undefined || distance < chosen.distance) chosen = { place, distance };
  }
  return chosen;
}
