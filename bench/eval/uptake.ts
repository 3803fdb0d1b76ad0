import { substance } from "../../src/detectors/shared/substance.js";

/** Fewer words than this take nothing up: they repeat or nod. */
const LEAST_WORDS = 4;
const NUMBER =
  /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|half)\b/giu;

/** Whether an answer goes into what the other side just said: it says more than a nod, and something of theirs is in it. */
export function takesUp(answer: string, said: string): boolean {
  if ((answer.match(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu)?.length ?? 0) < LEAST_WORDS) return false;
  const theirs = substance(said);
  for (const word of substance(answer)) if (theirs.has(word)) return true;
  const numbers = new Set(said.toLowerCase().match(NUMBER));
  return (answer.toLowerCase().match(NUMBER) ?? []).some(number => numbers.has(number));
}
