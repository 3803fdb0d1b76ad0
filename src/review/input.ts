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

/**
 * What Ink says of a key → the keys as our table names them. Typed fast, several come in one chunk: an Enter at its end is
 * one; a line break inside was pasted and is a space.
 */
export function keysOfInput(input: string, key: InkKey): readonly Pressed[] {
  const named = NAMES.find(([flag]) => key[flag]);
  if (named !== undefined) return [{ key: named[1] }];
  if (key.ctrl && input !== "") return [{ key: `ctrl-${input}` }];
  if (key.meta) return [{ key: `meta-${input}` }];
  const entered = /[\r\n]$/.test(input);
  const text = (entered ? input.replace(/[\r\n]+$/, "") : input).replace(/[\r\n\t]+/g, " ");
  return [...(text === "" ? [] : [{ text }]), ...(entered ? [{ key: "enter" } as const] : [])];
}
