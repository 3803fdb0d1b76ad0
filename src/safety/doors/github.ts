import { neutral } from "../characters.js";
import { tagOf } from "./tag.js";

/** The message of a GitHub annotation: line ends and percent signs encoded. */
export function githubText(text: string): string {
  return neutral(text).replaceAll("%", "%25").replaceAll("\n", "%0A");
}

/** Tagged template for the properties of a GitHub annotation (`file=…,title=…`): colons and commas encoded as well. */
export const githubProperty = tagOf(text => githubText(text).replaceAll(":", "%3A").replaceAll(",", "%2C"));

/** Tagged template for the message of a GitHub annotation. */
export const github = tagOf(githubText);
