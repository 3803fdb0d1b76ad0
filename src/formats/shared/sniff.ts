import type { Sniff } from "../../model/index.js";

/** «Not this format». */
export const no: Sniff = { confidence: 0, because: "" };

/** «This format, so sure, because». */
export function yes(confidence: number, because: string): Sniff {
  return { confidence, because };
}
