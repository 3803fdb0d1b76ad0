import type { Json } from "./chat-json.js";
import { isObject } from "./json.js";

/** Items by a key of theirs, groups and items in the order of first sight; what is no object goes with the group before it. */
export function groupBy(
  items: readonly unknown[],
  keyOf: (item: Json) => string,
): readonly (readonly [string, readonly unknown[]])[] {
  const groups = new Map<string, unknown[]>();
  let key = "";
  for (const item of items) {
    if (isObject(item)) key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups];
}
