import type { Role, Scene, Scope, Signal, Transcript, Turn } from "../model/index.js";

/** All signals of a transcript, ready to be looked at through scopes. */
export interface Signals {
  readonly all: readonly Signal[];
  /** Signals of an act, in order of place. */
  of(act: string): readonly Signal[];
}

/** Signals by act. */
export function indexSignals(all: readonly Signal[]): Signals {
  const byAct = new Map<string, Signal[]>();
  for (const signal of all) {
    const list = byAct.get(signal.detector);
    if (list) list.push(signal);
    else byAct.set(signal.detector, [signal]);
  }
  return { all, of: act => byAct.get(act) ?? [] };
}

/** What a check with this scope looks at. */
export function sceneOf(transcript: Transcript, signals: Signals, scope: Scope): Scene {
  const turns = turnsIn(transcript, signals, scope);
  const open = turns.length === transcript.turns.length;
  const inside = open ? undefined : new Set(turns.map(turn => turn.index));
  const fits = (signal: Signal): boolean =>
    !inside || signal.evidence.length === 0 || signal.evidence.some(({ turn }) => inside.has(turn));
  return {
    transcript,
    turns,
    get signals() {
      return signals.all.filter(fits);
    },
    of(act: string, role?: Role) {
      const found = signals.of(act);
      return inside || role ? found.filter(signal => fits(signal) && (!role || signal.role === role)) : found;
    },
  };
}

function turnsIn(transcript: Transcript, signals: Signals, scope: Scope): readonly Turn[] {
  const limits = Object.keys(scope);
  if (!limits.length) return transcript.turns;
  let turns = scope.by
    ? transcript.turns.filter(
        turn => turn.role === scope.by || (scope.by === "agent" && turn.role === "supervisor"),
      )
    : transcript.turns;
  if (scope.first !== undefined) turns = turns.slice(0, scope.first);
  if (scope.last !== undefined) turns = turns.slice(-scope.last);
  const end = transcript.turns.reduce((last, turn) => Math.max(last, turn.end ?? turn.start ?? 0), 0);
  if (scope.firstSeconds !== undefined)
    turns = turns.filter(
      turn => turn.start === undefined || turn.start <= (scope.firstSeconds as number) * 1000,
    );
  if (scope.lastSeconds !== undefined)
    turns = turns.filter(
      turn => turn.start === undefined || turn.start >= end - (scope.lastSeconds as number) * 1000,
    );
  const at = (act: string | undefined): number | undefined =>
    act === undefined ? undefined : signals.of(act)[0]?.evidence[0]?.turn;
  const [after, before] = [at(scope.after), at(scope.before)];
  if (scope.after !== undefined) turns = after === undefined ? [] : turns.filter(turn => turn.index > after);
  if (scope.before !== undefined && before !== undefined) turns = turns.filter(turn => turn.index < before);
  return turns;
}
