import type { Channel, Role } from "../../../model/index.js";
import type { Path } from "./paths.js";

/** What a mapped time counts: seconds, milliseconds, microseconds, Azure's ticks, a clock, a date; `auto` tells by the values. */
export type Unit = "s" | "ms" | "us" | "ticks" | "clock" | "iso" | "auto";

/** The units there are. */
export const UNITS: readonly Unit[] = ["auto", "s", "ms", "us", "ticks", "clock", "iso"];

/** A user's description of an export that attune does not know. In a table a path is the name of a column. */
export interface Mapping {
  readonly name: string;
  /** Globs of file names; left out, any file whose content fits. */
  readonly match: readonly string[];
  /** From the top of the document to its conversations, where it holds several. */
  readonly conversations?: Path;
  /** To the turns; left out in tables, and where a line of JSONL is a turn. */
  readonly turns?: Path;
  /** From a turn. */
  readonly text: Path;
  readonly speaker?: Path;
  readonly role?: Path;
  readonly start?: Path;
  readonly end?: Path;
  readonly unit: Unit;
  /** From a conversation; in tables and JSONL from a turn. */
  readonly id?: Path;
  readonly agent?: Path;
  readonly language?: Path;
  readonly channel?: Channel;
  /** Label or value of the role field, in small letters → role. */
  readonly roles: ReadonlyMap<string, Role>;
}
