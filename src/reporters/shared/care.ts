import type { Boilerplate, Burden, Page } from "../../model/index.js";
import { nameOf, sentenceOf } from "./private.js";
import { count } from "./wording.js";

/** Why agents are named here: for their sake. */
export const CARE = "A break or a debrief is due; asking for support is a strength.";

/** «Ana, 2026-03-01: 9 hostile turns in 3 conversations, 4 of them abusive». */
export function careLine({ agent, day, conversations, hostile, abusive }: Burden, page: Page): string {
  const who = nameOf(agent, page) + (day === undefined ? "" : `, ${day}`);
  const worst = abusive === 0 ? "" : `, ${abusive === hostile ? "all" : `${abusive} of them`} abusive`;
  return `${who}: ${count(hostile, "hostile turn")} in ${count(conversations, "conversation")}${worst}`;
}

/** «Ana, in 14 conversations: “I understand how you feel.”» */
export function oftenLine({ agent, sentence, conversations }: Boilerplate, page: Page): string {
  return `${nameOf(agent, page)}, in ${count(conversations, "conversation")}: ${sentenceOf(`“${sentence}”`, page)}`;
}
