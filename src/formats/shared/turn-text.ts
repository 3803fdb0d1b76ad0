import { get, isObject, said } from "./json.js";
import { namesIn } from "./names-in.js";

/** Keys under which exports write what was said, plain ones before those that may hold markup. */
export const TEXT_KEYS = namesIn(`
  text message content utterance body_text bodyText plain_body plainBody text_content textContent body msg sentence
  phrase snippet transcript transcription utterance_text utteranceText message_text messageText messageContent
  message_content message_body messageBody content_text display_text displayText inputText input_text said speech
  payload components quote
`);

/** Keys of the words inside an object that stands for a message. */
const INNER = ["text", "content", "body", "message", "plain", "value", "data", "payload"] as const;
/** Messages lie no deeper in what wraps them: `components[0].data.text`. */
const DEEPEST = 3;

/** The key of a turn's words; of several the first that is not empty, and an empty one where there is no other. */
export function textKey(turn: unknown, keys: readonly string[] = TEXT_KEYS): string | undefined {
  if (!isObject(turn)) return undefined;
  let empty: string | undefined;
  for (const key of keys) {
    const value = turn[key];
    if (typeof value === "string" ? value !== "" : typeof value === "object" && holdsText(value)) return key;
    if (value === null || value === "") empty ??= key;
  }
  return empty;
}

/** The words of a text field: itself, those of its parts, or those inside an object. */
export function wordsIn(value: unknown, depth = 0): string {
  if (typeof value === "string") return value;
  if (depth >= DEEPEST) return "";
  if (Array.isArray(value))
    return value
      .map(part => (isObject(part) ? wordsIn(part, depth + 1) : ""))
      .filter(text => text !== "")
      .join("\n");
  if (!isObject(value)) return "";
  for (const key of INNER) {
    const text = wordsIn(value[key], depth + 1);
    if (text !== "") return text;
  }
  return "";
}

function holdsText(value: unknown): boolean {
  if (Array.isArray(value)) return isTextPart(value[0]);
  return value !== null && wordsIn(value).trim() !== "";
}

/** A part of a message of many parts, which says what it is. */
function isTextPart(part: unknown): boolean {
  return (get(part, "type") === "text" || said(get(part, "cT")) === "text") && isObject(part);
}
