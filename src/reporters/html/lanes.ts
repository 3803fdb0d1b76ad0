import type { Audit, Role } from "../../model/index.js";
import type { Feeling } from "./feeling.js";
import type { Timing } from "./timing.js";

/** Room for the names of the lanes, left of the drawing. */
export const LABELS = 84;

/** A line of the drawing, and who stands on it. */
export interface Lane {
  readonly label: string;
  readonly roles: readonly Role[];
}

/** From top to bottom; a lane in which nobody speaks is left out. */
export const LANES: readonly Lane[] = [
  { label: "Agent", roles: ["agent", "supervisor"] },
  { label: "Customer", roles: ["customer"] },
  { label: "Others", roles: ["bot", "system", "other"] },
];

/** What is drawn of a conversation. */
export interface Drawn {
  readonly audit: Audit;
  readonly index: number;
  readonly timing: Timing;
  readonly lanes: readonly Lane[];
  /** Empty where the customer showed none. */
  readonly feelings: ReadonlyMap<number, Feeling>;
}

/** A tenth of a unit is finer than an eye. */
export const round = (value: number): number => Math.round(value * 10) / 10;
