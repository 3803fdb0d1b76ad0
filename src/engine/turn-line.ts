import { liveConversation } from "../formats/shared/live.js";
import { isTurn } from "../formats/shared/turn-keys.js";
import { mappedTurnLine } from "./mapped.js";

/** Whether a line of JSONL is one turn of a conversation, rather than a whole one: then lines belong together. */
export function isTurnLine(text: string, formats: readonly object[] | undefined): boolean {
  try {
    const json: unknown = JSON.parse(text);
    return (
      isTurn(json) || liveConversation(json) !== undefined || mappedTurnLine(formats)?.(json) !== undefined
    );
  } catch {
    return true;
  }
}
