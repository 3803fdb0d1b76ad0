import type { Page, Transcript } from "../../model/index.js";
import { maskAbout, maskText } from "../../safety/index.js";

/** A sentence that may hold words of the conversation, as far as the page may show them. */
export function sentenceOf(text: string, page: Page): string {
  const shown = page.quotes ? text : text.replace(/“[^”]*”|«[^»]*»/g, "“…”");
  return page.mask ? maskText(shown) : shown;
}

/** A name as written in the export, masked where it is an address or a number. */
export function nameOf(name: string, page: Page): string {
  return page.mask ? maskText(name) : name;
}

/** The name of whoever speaks in a turn; a customer's is masked where the conversation gave it away. */
export function speakerOf(transcript: Transcript, turn: number, page: Page): string {
  const { speaker = "", role = "other" } = transcript.turns[turn] ?? {};
  return page.mask && role === "customer" ? maskAbout(speaker, transcript) : nameOf(speaker, page);
}
