import type { Doc } from "./documents.js";
import { type Limits, limitReached } from "./limits.js";

const QUOTE = 34;
const BACKSLASH = 92;

/** The same documents; what is nested deeper than may be is a complaint instead. */
export function* shallow(docs: Iterable<Doc>, limits: Limits): Generator<Doc> {
  for (const doc of docs) {
    if ("complaint" in doc || doc.document.json === undefined || !isDeeper(doc.document.text, limits.depth))
      yield doc;
    else
      yield {
        complaint: { ...limitReached("depth", limits, "nesting in JSON"), line: doc.document.line },
      };
  }
}

/** Whether the brackets of a JSON text that is sound stand more than so many deep. One pass, which leaps over strings. */
export function isDeeper(json: string, most: number): boolean {
  // Each level takes two brackets at least.
  if (json.length <= 2 * most) return false;
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) at = endOfString(json, at + 1);
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > most) return true;
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
  return false;
}

/** Where a string ends that begins at a place; a quotation mark behind an odd number of backslashes does not end it. */
function endOfString(json: string, from: number): number {
  for (let at = json.indexOf('"', from); at >= 0; at = json.indexOf('"', at + 1)) {
    let slashes = 0;
    while (json.charCodeAt(at - 1 - slashes) === BACKSLASH && at - slashes > from) slashes++;
    if (slashes % 2 === 0) return at;
  }
  return json.length;
}
