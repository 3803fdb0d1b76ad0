import type { Scope, Transcript, Turn } from "../model/index.js";
import type { Signals } from "./scene.js";

/** The opening and the closing: so many turns, or all that begin within so many ms, whichever is more. */
export const PART = { turns: 4, ms: 30_000 } as const;

const UPSET: readonly string[] = ["customer-negative", "customer-hostile", "customer-abusive"];
/** Turns of the customer in a row without a sign of it, after which they are upset no more. */
const CALM = 2;

/** Turns that lie within all limits of a scope; the transcript's own list where there are none. */
export function turnsIn(transcript: Transcript, signals: Signals, scope: Scope): readonly Turn[] {
  if (Object.keys(scope).length === 0) return transcript.turns;
  const spoken = transcript.turns.filter(turn => turn.kind === "speech");
  const { by, first, last, firstShare, lastShare } = scope;
  let turns = inPart(spoken, scope);
  if (by !== undefined)
    turns = turns.filter(({ role }) => role === by || (by === "agent" && role === "supervisor"));
  if (first !== undefined) turns = turns.slice(0, first);
  if (last !== undefined) turns = last > 0 ? turns.slice(-last) : [];
  if (firstShare !== undefined) turns = turns.slice(0, Math.ceil(turns.length * firstShare));
  if (lastShare !== undefined) turns = turns.slice(Math.floor(turns.length * (1 - lastShare)));
  turns = inSeconds(turns, scope, endOf(spoken));
  return scope.whileUpset
    ? whileUpset(around(turns, signals, scope), spoken, signals)
    : around(turns, signals, scope);
}

/** What the export would need to show this scope; undefined where it can. */
export function scopeLacks({ turns }: Transcript, scope: Scope): string | undefined {
  const seconds = scope.firstSeconds ?? scope.lastSeconds;
  if (seconds === undefined || turns.some(turn => turn.start !== undefined)) return undefined;
  return `This export cannot show the ${scope.firstSeconds === undefined ? "last" : "first"} ${seconds} s: it has no times`;
}

const endOf = (turns: readonly Turn[]): number =>
  turns.reduce((last, turn) => Math.max(last, turn.end ?? turn.start ?? 0), 0);

function inPart(spoken: readonly Turn[], { part }: Scope): readonly Turn[] {
  if (part === undefined) return spoken;
  const end = endOf(spoken);
  const near = ({ start }: Turn): boolean =>
    start !== undefined &&
    (part === "opening" ? start - (spoken[0]?.start ?? 0) <= PART.ms : start >= end - PART.ms);
  return spoken.filter(
    (turn, i) => (part === "opening" ? i < PART.turns : i >= spoken.length - PART.turns) || near(turn),
  );
}

function inSeconds(
  turns: readonly Turn[],
  { firstSeconds, lastSeconds }: Scope,
  end: number,
): readonly Turn[] {
  if (firstSeconds === undefined && lastSeconds === undefined) return turns;
  return turns.filter(
    ({ start }) =>
      start !== undefined &&
      (firstSeconds === undefined || start <= firstSeconds * 1000) &&
      (lastSeconds === undefined || start >= end - lastSeconds * 1000),
  );
}

/** Before or after the first signal of an act; where it never came, nothing is. */
function around(turns: readonly Turn[], signals: Signals, { after, before }: Scope): readonly Turn[] {
  const at = (act: string): number => signals.of(act)[0]?.evidence[0]?.turn ?? Number.NaN;
  let left = turns;
  if (after !== undefined) {
    const from = at(after);
    left = left.filter(turn => turn.index > from);
  }
  if (before !== undefined) {
    const to = at(before);
    left = left.filter(turn => turn.index < to);
  }
  return left;
}

function whileUpset(turns: readonly Turn[], spoken: readonly Turn[], signals: Signals): readonly Turn[] {
  const turnsOf = (acts: readonly string[]): ReadonlySet<number> =>
    new Set(
      acts.flatMap(act =>
        signals.of(act).flatMap(({ evidence }) => evidence.slice(0, 1).map(place => place.turn)),
      ),
    );
  const upset = turnsOf(UPSET);
  const content = turnsOf(["customer-positive"]);
  const inside = new Set<number>();
  let calm = CALM;
  for (const { index, role } of spoken) {
    if (role === "customer") calm = upset.has(index) ? 0 : content.has(index) ? CALM : calm + 1;
    if (calm < CALM) inside.add(index);
  }
  return turns.filter(({ index }) => inside.has(index));
}
