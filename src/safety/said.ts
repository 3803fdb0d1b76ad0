import { matchesOf } from "./matches.js";
import type { Range } from "./ranges.js";

/** What leads to a value: words before it in the same turn, or a question of the other side that the turn answers. */
export interface Lead {
  /** Matches up to where the value begins; global. */
  readonly said: RegExp;
  /** Matches the end of the turn before, where it asks for the value. */
  readonly asked?: RegExp;
}

/** As much of the turn before as a question needs. */
const QUESTION = 200;

/** Words with which an answer begins. */
const OPENING =
  /^(?:[^\p{L}\p{N}]{0,3}(?:yes|yeah|yep|sure|ok|okay|of course|certainly|hi|hello|um|uh|er|erm|well|please|it['’]?s|it is|that['’]?s|that is|that would be|it would be|it should be|(?:it|that) is under|under|i['’]?m|(?:the )?(?:first|last|sur) ?name(?: is)?|mr|mrs|ms|miss|dr|this is|so|oh(?=,)|no problem|absolutely|thanks|thank you|right|i think|my)(?![\p{L}'’])[.,:!]?\s{0,2}){0,6}[^\p{L}\p{N}+(#"'“]{0,2}/iu;

/** Where in a text the answer to a question begins. */
export const answerStart = (text: string): number => OPENING.exec(text.slice(0, 160))?.[0].length ?? 0;

/** The values behind every lead of a text, by a function that finds the value's end at a place. */
export function saidValues(
  text: string,
  before: string,
  { said, asked }: Lead,
  value: (text: string, from: number) => Range | undefined,
): readonly Range[] {
  const found: Range[] = [];
  for (const lead of matchesOf(said, text)) {
    const range = value(text, lead.index + lead[0].length);
    if (range !== undefined) found.push(range);
  }
  if (found.length === 0 && asked?.test(before.slice(-QUESTION))) {
    const range = value(text, answerStart(text));
    if (range !== undefined) found.push(range);
  }
  return found;
}

/** What a sticky expression matches at a place, as a range. */
export function stuck(expression: RegExp, text: string, at: number): Range | undefined {
  expression.lastIndex = at;
  const match = expression.exec(text);
  return match === null || match[0] === "" ? undefined : [at, at + match[0].length];
}
