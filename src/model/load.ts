import type { Signal } from "./audit.js";

/** Hostile or abusive customer turns that an agent bore, and the abusive among them. */
export interface Load {
  readonly hostile: number;
  readonly abusive: number;
}

/** So many in one conversation, as the check `agent-load` counts, or on one day ask for care; the six is attune's own choice. */
const HARD = { call: 3, day: 6 } as const;

/** What an agent bore in one conversation. */
export function loadOf(signals: readonly Signal[]): Load {
  const hostile = new Set<number>();
  const abusive = new Set<number>();
  for (const { detector, evidence } of signals) {
    const turn = evidence[0]?.turn;
    if (turn === undefined || (detector !== "customer-hostile" && detector !== "customer-abusive")) continue;
    hostile.add(turn);
    if (detector === "customer-abusive") abusive.add(turn);
  }
  return { hostile: hostile.size, abusive: abusive.size };
}

/** Whether a day asks for care: by its hardest conversation, or by all together. */
export const isHardDay = ({ most, hostile }: { readonly most: number; readonly hostile: number }): boolean =>
  most >= HARD.call || hostile >= HARD.day;
