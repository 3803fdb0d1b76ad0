import type { Channel, Role } from "./transcript.js";

/** Where to look in a conversation. All given limits must hold. */
export interface Scope {
  readonly by?: Role;
  /** First or last n turns (of the role in `by`, if given). */
  readonly first?: number;
  readonly last?: number;
  /** First or last seconds. */
  readonly firstSeconds?: number;
  readonly lastSeconds?: number;
  /** First or last part of the turns, 0–1. */
  readonly firstShare?: number;
  readonly lastShare?: number;
  /** The beginning or the end, of a length that `docs/checklists.md` states. */
  readonly part?: "opening" | "closing";
  /** From a turn in which the customer is upset until they are no more. */
  readonly whileUpset?: boolean;
  /** After the first, or before the first, signal of this act. */
  readonly after?: string;
  readonly before?: string;
}

/** An act that must have been heard: its name, a particular, and how often. */
export interface Heard {
  readonly act: string;
  readonly where?: readonly [string, string];
  readonly atLeast: number;
}

/** When a check or a list is asked at all; everything given must hold. */
export interface Condition {
  readonly channels?: readonly Channel[];
  /** Key of the export's metadata → values that will do, in any case of letters. */
  readonly metadata?: readonly (readonly [string, readonly string[]])[];
  /** One of these was heard. */
  readonly heard?: readonly Heard[];
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
  /** A fail takes the points of its whole section. */
  readonly failsSection?: boolean;
  /** Raises the score and never lowers it. */
  readonly bonus?: boolean;
  /** What the checks of its section weigh together, where the section has a weight of its own. */
  readonly sectionWeight?: number;
  /** All of these must hold, else nothing here is asked. */
  readonly appliesWhen?: readonly Condition[];
  /** Passes by absence; together these weigh at most a third of a score. */
  readonly avoids: boolean;
  readonly coach: string;
  /** Templates for «say instead», best first; the last has no slots. */
  readonly say: readonly string[];
  readonly examples: readonly Example[];
  /** Parts of a composite item: the worst applicable verdict counts (`all`), or the best (`any`). */
  readonly parts?: readonly Check[];
}

/** An act that a checklist brings along: phrases, said by somebody. */
export interface OwnAct {
  readonly name: string;
  readonly by: "agent" | "customer" | "bot" | "any";
  /** The list that holds its phrases. */
  readonly list: string;
  /** Phrases of these lists at the same words keep it from counting. */
  readonly not: readonly string[];
}

/** A name for scores from a number on. */
export interface Band {
  readonly name: string;
  readonly from: number;
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
  /** Names of scores, highest first. */
  readonly bands?: readonly Band[];
  /** All of these must hold, else nothing here is asked. */
  readonly appliesWhen?: readonly Condition[];
  readonly checks: readonly Check[];
}
