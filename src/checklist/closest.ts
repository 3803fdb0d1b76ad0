import { likeness } from "../text/index.js";

/** Least likeness (Jaro-Winkler, 0–1) at which a name is worth suggesting. */
const LIKELY = 0.8;
/** Names listed where none is likely. */
const SHOWN = 12;

/** "`within`" where one name is likely meant, else the first of those that exist. */
export function closest(name: string, among: Iterable<string>): string {
  const all = [...among];
  const ranked = all.map(each => ({ each, like: likeness(name, each) })).sort((a, b) => b.like - a.like);
  const [best] = ranked;
  if (best && best.like >= LIKELY) return `\`${best.each}\``;
  const shown = all
    .sort()
    .slice(0, SHOWN)
    .map(each => `\`${each}\``);
  return `one of ${shown.join(", ")}${all.length > SHOWN ? "…" : ""}`;
}
