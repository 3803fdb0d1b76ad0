import type { Hit, Talk } from "../../model/index.js";

/** Whether a phrase that may open a question does open one: "can I…?", "would they…?". */
export function asks(talk: Talk, hit: Hit): boolean {
  const sentence = talk.sentence(hit.turn, hit.from);
  const opens = talk.turns[hit.turn]!.text.slice(sentence.from, hit.from).trim() === "";
  return sentence.question && opens && /^(?:\(?can|could|would|do|did|will)/u.test(hit.phrase);
}
