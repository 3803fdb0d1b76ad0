import { type LimitName, type Limits, limitReached, sizeText } from "../limits.js";
import { Refusal } from "../refusal.js";

/** Counts what comes out of an archive, whatever lies in what; throws a refusal at the first limit. */
export interface Meter {
  readonly limits: Limits;
  /** A limit was reached: nothing more is to be unpacked. */
  readonly tripped: boolean;
  bytes(count: number): void;
  entry(): void;
  /** An archive in an archive, `depth` of them by now. */
  nested(depth: number): void;
}

/** Small archives may be as dense as they like. */
const FREE = 32 * 1024 * 1024;

/** A meter for an archive of so many bytes (by now, where it comes in a pipe), which the user named or which was met in a folder. */
export function createMeter(packed: () => number, limits: Limits, named: boolean): Meter {
  let expanded = 0;
  let entries = 0;
  let tripped = false;
  const trip = (name: LimitName, met: string): never => {
    tripped = true;
    throw new Refusal(limitReached(name, limits, met), named);
  };
  return {
    limits,
    get tripped() {
      return tripped;
    },
    bytes(count) {
      expanded += count;
      if (expanded > limits.expanded)
        trip("expanded", `archive that unpacks to more than ${sizeText(limits.expanded)}`);
      if (expanded > FREE && expanded > packed() * limits.ratio)
        trip("ratio", `archive of ${packed()} bytes that unpacks to more than ${limits.ratio} times as much`);
    },
    entry() {
      entries++;
      if (entries > limits.entries) trip("entries", `archive of more than ${limits.entries} entries`);
    },
    nested(depth) {
      if (depth > limits.nesting)
        throw new Refusal(limitReached("nesting", limits, `archive inside ${depth - 1} others`));
    },
  };
}
