import type { Mac } from "./secret.js";
import type { Met } from "./segments.js";

/** How far the erasure of a conversation is: it may be under way, done, and taken back. */
export interface Forgotten {
  /** Whether a conversation known by these must not be kept. */
  has(...macs: readonly string[]): boolean;
  /** Erasures that were begun and not ended: what they are about may still stand in the journal, and is not there. */
  readonly pending: ReadonlySet<string>;
  readonly size: number;
  /** How many erasures there were. */
  readonly erasures: number;
  /** Takes note of a record. */
  heed(met: Met): void;
}

/** What a record about forgetting holds: keyed hashes, never an id. */
export interface Tombstone {
  readonly macs: readonly string[];
}

/** Nothing forgotten yet. */
export function createForgotten(): Forgotten {
  const all = new Set<string>();
  const pending = new Set<string>();
  let erasures = 0;
  return {
    pending,
    has: (...macs) => macs.some(mac => all.has(mac)),
    get size() {
      return all.size;
    },
    get erasures() {
      return erasures;
    },
    heed(met) {
      if (!("line" in met) || met.kind === "audit") return;
      const { macs } = JSON.parse(met.line.toString("utf8")) as Tombstone;
      if (met.kind === "forgotten") erasures++;
      for (const mac of macs) {
        if (met.kind === "readmitted") all.delete(mac);
        else all.add(mac);
        if (met.kind === "forgotten") pending.add(mac);
        else pending.delete(mac);
      }
    },
  };
}

/** The keyed hashes by which a conversation is known: its hash, its id, the contact's id. */
export function macsOf(
  {
    transcript,
    id,
    contact,
  }: { readonly transcript: string; readonly id: string; readonly contact?: string },
  mac: Mac,
): readonly string[] {
  return [...new Set([transcript, id, ...(contact === undefined ? [] : [contact])])].map(name =>
    mac(`id:${name}`),
  );
}
