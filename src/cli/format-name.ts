import * as shelf from "../formats/index.js";
import type { Problem } from "../model/index.js";
import { usage } from "./complain.js";
import { unexpectedName } from "./unexpected.js";

/** A format's name that does not exist, with the nearest that does. */
export function checkFormat(from: string | undefined, source: string): readonly Problem[] {
  const names = Object.values(shelf).map(({ name }) => name);
  return from === undefined || names.includes(from)
    ? []
    : [{ ...usage(unexpectedName("format", from, names)), source }];
}
