import { neutral } from "../characters.js";
import { tagOf } from "./tag.js";

const ENTITIES = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

/** Text for HTML or XML, between tags and in quoted attributes; what is left are characters that XML 1.0 allows. */
export function markupText(text: string): string {
  return neutral(text).replace(/[&<>"']/g, character => ENTITIES.get(character) as string);
}

/** Tagged template for HTML. */
export const html = tagOf(markupText);

/** Tagged template for XML; line feeds and tabs are written as references, so that attributes keep them. */
export const xml = tagOf(text => markupText(text).replaceAll("\n", "&#10;").replaceAll("\t", "&#9;"));
