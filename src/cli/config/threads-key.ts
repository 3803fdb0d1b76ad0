import type { Key } from "./read.js";

/** More threads than any machine for this has cores. */
const MOST = 256;

/** How many threads judge: `auto` is as many as pay for themselves. */
export const threadsKey: Key<"auto" | number> = {
  summary: "Threads that judge: a number, or auto for as many as pay for themselves",
  fallback: "auto",
  numeric: true,
  read(value) {
    if (value === "auto") return { value };
    const fits = typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= MOST;
    return fits ? { value } : { expected: `auto, or a whole number from 1 to ${MOST}` };
  },
};
