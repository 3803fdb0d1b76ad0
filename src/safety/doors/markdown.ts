import { neutralLine } from "../characters.js";
import { tagOf } from "./tag.js";

/**
 * Text for Markdown, on one line: markup and HTML are escaped, bare links stay text, and @names and #numbers are
 * parted by an empty comment, so that a quote in a pull request calls nobody.
 */
export function markdownText(text: string): string {
  return neutralLine(text)
    .replace(/[\\`*_[\]<>&|~$!]/g, "\\$&")
    .replace(/:(?=\/\/)|(?<=www)\./gi, "\\$&")
    .replace(/^(\s*)([-+=#])/, "$1\\$2")
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, "$1\\$2")
    .replace(/[@#](?=[\p{L}\p{N}_])/gu, "$&<!-- -->");
}

/** Tagged template for Markdown. */
export const markdown = tagOf(markdownText);
