import type { Role } from "./transcript.js";

/** Where to look in a conversation. All given limits must hold. */
export interface Scope {
  readonly by?: Role;
  /** First or last n turns (of the role in `by`, if given). */
  readonly first?: number;
  readonly last?: number;
  /** First or last seconds. */
  readonly firstSeconds?: number;
  readonly lastSeconds?: number;
  /** After the first, or before the first, signal of this act. */
  readonly after?: string;
  readonly before?: string;
}

/** A made-up conversation that shows what a check means; it runs as a test. */
export interface Example {
  readonly verdict: "pass" | "partial" | "fail" | "na" | "unknown";
  /** Dialog notation, a turn a line: `agent 0-2s: One moment`. */
  readonly lines: readonly string[];
  /** Looks like the other verdict and is not. */
  readonly near?: boolean;
}

/** One question of a scorecard. */
export interface Check {
  readonly id: string;
  readonly title: string;
  readonly section?: string;
  readonly techniques: readonly string[];
  /** Guide and number: "G1.6". */
  readonly guide?: string;
  readonly kind: string;
  readonly options: unknown;
  readonly scope: Scope;
  readonly weight: number;
  readonly autoFail: boolean;
  /** Passes by absence; together these weigh at most a third of a score. */
  readonly avoids: boolean;
  readonly coach: string;
  /** Templates for «say instead», best first; the last has no slots. */
  readonly say: readonly string[];
  readonly examples: readonly Example[];
  /** Parts of a composite item; the worst applicable verdict counts. */
  readonly parts?: readonly Check[];
}

/** A scorecard. */
export interface Checklist {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly summary: string;
  /** Hash of everything that can change a verdict: the list, what it extends, and the phrases. */
  readonly sha256: string;
  /** 0–100. */
  readonly passMark: number;
  readonly checks: readonly Check[];
}
