import { GUARDS, type Guard } from "./book.js";
import { guardOf } from "./guards.js";
import { MATCH, type Walk } from "./match.js";

/** Of several matches of one list from one word, the longest; then the guards are asked. */
export function keep(walk: Walk): void {
  const { met, lexicon, best, first } = walk;
  const from = walk.count;
  for (let i = 0; i < met.length; i += 2) {
    const entry = met[i] as number;
    const last = met[i + 1] as number;
    const list = lexicon.entryList[entry] as number;
    const known = (best[list] as number) - 1;
    if (known < from || known >= walk.count || !isOf(walk, known, list)) {
      best[list] = walk.count + 1;
      write(walk, entry, first, last);
    } else if (last > (walk.found[known * MATCH + 2] as number)) {
      walk.found[known * MATCH] = entry;
      walk.found[known * MATCH + 2] = last;
    }
  }
  met.length = 0;
  for (let i = from; i < walk.count; i++) ask(walk, i * MATCH);
}

/** What `best` knew of another turn may point at a match of another list. */
const isOf = ({ found, lexicon }: Walk, match: number, list: number): boolean =>
  lexicon.entryList[found[match * MATCH] as number] === list;

function write(walk: Walk, entry: number, first: number, last: number): void {
  const at = walk.count * MATCH;
  if (at + MATCH > walk.found.length) {
    const wider = new Int32Array(walk.found.length * 2);
    wider.set(walk.found);
    walk.found = wider;
  }
  const { found } = walk;
  found[at] = entry;
  found[at + 1] = first;
  found[at + 2] = last;
  found[at + 3] = 0;
  walk.count++;
}

/** Asks the guards of a match, in their order. */
function ask({ found, lexicon, tokens }: Walk, at: number): void {
  const guards = lexicon.entryGuards[found[at] as number] as number;
  if (guards === 0) return;
  const place = { first: found[at + 1] as number, last: found[at + 2] as number };
  for (let bit = 0; bit < GUARDS.length; bit++)
    if ((guards >> bit) & 1 && guardOf(GUARDS[bit] as Guard, place, tokens, lexicon)) {
      found[at + 3] = bit + 1;
      return;
    }
}
