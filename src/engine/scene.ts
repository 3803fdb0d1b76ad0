import type { Facts, Role, Scene, Scope, Signal, Transcript, Turn } from "../model/index.js";
import { turnsIn } from "./scope.js";

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
export function sceneOf(
  transcript: Transcript,
  signals: Signals,
  scope: Scope,
  facts: Facts = NO_FACTS,
): Scene {
  const turns = turnsIn(transcript, signals, scope);
  const open = turns === transcript.turns;
  const inside = open ? undefined : new Set(turns.map((turn: Turn) => turn.index));
  const fits = (signal: Signal): boolean =>
    !inside || signal.evidence.length === 0 || signal.evidence.some(({ turn }) => inside.has(turn));
  return {
    transcript,
    turns,
    get signals() {
      return signals.all.filter(fits);
    },
    facts,
    of(act: string, role?: Role) {
      const found = signals.of(act);
      return inside || role ? found.filter(signal => fits(signal) && (!role || signal.role === role)) : found;
    },
  };
}

const NO_FACTS: Facts = { turns: 0, agentTurns: 0, customerTurns: 0, words: 0 };
