import { availableParallelism } from "node:os";

/** More threads than this are worth their memory to nobody who did not ask for them. */
const MOST = 8;

/** How many threads a machine is worth. */
export const threadsHere = (): number => Math.min(MOST, availableParallelism());
