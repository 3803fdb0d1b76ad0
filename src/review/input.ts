import type { Key as InkKey } from "ink";
import type { Key } from "./keys.js";

const NAMES = [
  ["upArrow", "up"],
  ["downArrow", "down"],
  ["leftArrow", "left"],
  ["rightArrow", "right"],
  ["pageDown", "page-down"],
  ["pageUp", "page-up"],
  ["home", "home"],
  ["end", "end"],
  ["return", "enter"],
  ["escape", "escape"],
  ["tab", "tab"],
  ["backspace", "backspace"],
  ["delete", "backspace"],
] as const satisfies readonly (readonly [keyof InkKey, Key])[];

/** A key without a letter, or text that was typed or pasted. */
export type Pressed = { readonly key: Key } | { readonly text: string };

/** What Ink says of a key → the key as our table names it. */
export function keyOfInput(input: string, key: InkKey): Pressed {
  const named = NAMES.find(([flag]) => key[flag]);
  if (named !== undefined) return { key: named[1] };
  if (key.ctrl && input !== "") return { key: `ctrl-${input}` };
  if (key.meta) return { key: `meta-${input}` };
  return { text: input.replace(/[\r\n\t]+/g, " ") };
}
