import type { Page } from "../../model/index.js";
import { maskText } from "../../safety/index.js";

/** A sentence that may hold words of the conversation, as far as the page may show them. */
export function sentenceOf(text: string, page: Page): string {
  const shown = page.quotes ? text : text.replace(/“[^”]*”|«[^»]*»/g, "“…”");
  return page.mask ? maskText(shown) : shown;
}

/** A name as written in the export, masked where it is an address or a number. */
export function nameOf(name: string, page: Page): string {
  return page.mask ? maskText(name) : name;
}
