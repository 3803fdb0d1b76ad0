import { type NamePattern, namePattern } from "../../engine/name-pattern.js";
import type { Key } from "./read.js";

/** What file names say of their conversations. */
export const namePatternKey: Key<NamePattern | undefined> = {
  summary:
    "What file names hold: agent, queue, channel, date, language, duration, id and names of your own in braces",
  fallback: undefined,
  show: value => value?.written ?? "",
  read(written) {
    const pattern =
      typeof written === "string" ? namePattern(written) : { expected: "a text such as {agent}_{date}_{id}" };
    return "expected" in pattern ? pattern : { value: pattern };
  },
};
