import { likeness } from "../text/natural.js";

const CLOSE = 0.8;

/** The name most like a mistyped one; undefined when none is close. */
export function nearest(mistyped: string, names: readonly string[]): string | undefined {
  const typed = mistyped.toLowerCase().slice(0, 60);
  const ranked = names
    .map(name => ({ name, like: likeness(typed, name.toLowerCase()) }))
    .sort((a, b) => b.like - a.like || (a.name < b.name ? -1 : 1));
  const best = ranked[0];
  return best !== undefined && best.like >= CLOSE ? best.name : undefined;
}

/** «Unexpected report `jsn`, expected `json`», or the whole list where nothing is close. */
export function unexpectedName(what: string, mistyped: string, names: readonly string[]): string {
  const close = nearest(mistyped, names);
  const expected = close === undefined ? `one of ${names.join(", ")}` : `\`${close}\``;
  return `Unexpected ${what} \`${mistyped}\`, expected ${expected}`;
}
