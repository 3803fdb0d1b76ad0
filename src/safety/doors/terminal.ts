import { neutralLine } from "../characters.js";
import { tagOf } from "./tag.js";

/**
 * Text for a terminal, on one line. Build logs read commands from it (`::error::`, `##vso[`, `##teamcity[`): a space
 * takes their meaning away.
 */
export function terminalText(text: string): string {
  return neutralLine(text)
    .replace(/:(?=:[a-z])/gi, ": ")
    .replace(/#(?=#\w{0,20}\[)/g, "# ");
}

/** Tagged template for the terminal. */
export const terminal = tagOf(terminalText);
