import type { Detector, Hit, Signal, Talk, Turn } from "../model/index.js";
import { agentTurns, answered, nextAgentRuns, overlaps, placeOf, signal } from "./shared/turns.js";

const ACTS = ["apology", "bare-sorry", "non-apology"] as const;

/** Says sorry for the trouble; bare where it neither names it, takes it on, nor mends it. */
export const apology: Detector = {
  name: "apology",
  summary: "Apologies, sincere or bare, and those that move the fault to the customer",
  acts: ACTS,
  after: ["empathy"],

  detect(talk, earlier) {
    const empathic = new Map(earlier("empathy").map(found => [found.evidence[0]!.turn, found.detail?.step]));
    return agentTurns(talk).flatMap(turn => judge(talk, turn, empathic));
  },
};

function judge(talk: Talk, turn: Turn, empathic: ReadonlyMap<number, string | undefined>): readonly Signal[] {
  const never = talk.in(turn.index, "non-apology");
  const [first] = never;
  if (first) return [signal("non-apology", turn.role, [placeOf(first)])];
  const regrets = regretsOf(talk, turn);
  const faults = talk.in(turn.index, "responsibility");
  const [nobody] = talk.in(turn.index, "non-apology-passive");
  if (nobody && !faults.length) return [signal("non-apology", turn.role, [placeOf(nobody)])];
  if (!regrets.length) return withoutWord(talk, turn, faults);
  const parts = anatomy(talk, turn, empathic);
  const [place] = talk.in(turn.index, "sorry-for").length ? talk.in(turn.index, "sorry-for") : regrets;
  if (parts.length)
    return [
      signal("apology", turn.role, [placeOf(place as Hit)], {
        detail: { parts: ["regret", ...parts].join(", ") },
      }),
    ];
  return empathic.get(turn.index) === "condolence"
    ? []
    : [signal("bare-sorry", turn.role, [placeOf(regrets[0] as Hit)], { detail: { kind: "regret" } })];
}

/** No word of regret: taking the fault counts alone; a filler "sorry" is a courtesy. */
function withoutWord(talk: Talk, turn: Turn, faults: readonly Hit[]): readonly Signal[] {
  if (faults[0] && ours(faults) && !theirs(talk, turn, faults))
    return [signal("apology", turn.role, [placeOf(faults[0])], { detail: { parts: "responsibility" } })];
  const [filler] = talk
    .in(turn.index, "sorry")
    .filter(hit => !talk.in(turn.index, "sorry-none").some(other => overlaps(placeOf(hit), placeOf(other))));
  return filler ? [signal("bare-sorry", turn.role, [placeOf(filler)], { detail: { kind: "courtesy" } })] : [];
}

/** Words of regret that are not a courtesy ("sorry, what was that?"). */
function regretsOf(talk: Talk, turn: Turn): readonly Hit[] {
  const courtesies = ["sorry-courtesy", "sorry-none"].flatMap(list => talk.in(turn.index, list)).map(placeOf);
  return talk.in(turn.index, "sorry").filter(hit => !courtesies.some(other => overlaps(placeOf(hit), other)));
}

/** "That was my fault" needs no word of regret; "there should have been…" does. */
const ours = (faults: readonly Hit[]): boolean =>
  faults.some(hit =>
    /mistake|fault|error|\bown\b|\bon\||down|messed|ball|responsibility|hands up|excuse|you did|should|ours|\(we\|i\)/u.test(
      hit.phrase,
    ),
  );

/** «They should not have» puts it on somebody else. */
const theirs = (talk: Talk, turn: Turn, faults: readonly Hit[]): boolean =>
  talk.in(turn.index, "passing-on").length > 0 ||
  faults.every(({ from }) => /^(?:they|he|she)\b/iu.test(turn.text.slice(from, from + 5)));

/** What makes a regret more than a word: what it is for, whose fault, a repair, the feeling, never again. */
function anatomy(
  talk: Talk,
  turn: Turn,
  empathic: ReadonlyMap<number, string | undefined>,
): readonly string[] {
  const next = nextAgentRuns(talk, turn.index, 1);
  const parts: string[] = [];
  const boilerplate = talk.in(turn.index, "boilerplate").map(placeOf);
  const empty = [
    ...boilerplate,
    ...["sorry-courtesy", "sorry-none"].flatMap(list => talk.in(turn.index, list)).map(placeOf),
  ];
  const named = talk
    .in(turn.index, "sorry-for")
    .filter(hit => !empty.some(other => overlaps(placeOf(hit), other)));
  if (named.length) parts.push("names it");
  if (talk.in(turn.index, "responsibility").length) parts.push("responsibility");
  if (repaired(talk, turn) || (next[0] && boilerplate.length === 0 && repaired(talk, next[0])))
    parts.push("repair");
  if (empathic.has(turn.index) && empathic.get(turn.index) !== "condolence" && answered(talk, turn).length)
    parts.push("empathy");
  if (talk.in(turn.index, "forbearance").length) parts.push("forbearance");
  return parts;
}

/** Something is mended, not merely looked at. */
function repaired(talk: Talk, turn: Turn): boolean {
  return talk.in(turn.index, "repair").length > 0;
}
