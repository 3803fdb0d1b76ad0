/** A stretch of a turn, [from, to), and whether it asks. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly question: boolean;
}

const ENDS = /[.!?…\n]+["”’')\]]*(?=\s|$)/gu;
const ABBREVIATION = /(?:^|\s)(?:mr|mrs|ms|dr|st|no|vs|etc|e\.g|i\.e|approx|inc|ltd|jr|sr|prof)\.$/iu;
/** First words of a question in speech that was written down without marks. */
const ASKING =
  /^(?:(?:so|and|but|okay|ok|right|well|sorry|now|yeah|um|uh|oh) )*(?:what|when|where|which|who|why|how|is|are|was|were|do|does|did|have|has|had|can|could|would|will|shall|should|may|might|whats|wheres|whos|hows)\b/iu;

/**
 * Splits a turn by its punctuation, in linear time. A turn without any is one sentence, and asks where it begins as
 * questions begin (recognised speech has no question marks).
 */
export function sentencesOf(text: string): readonly Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  ENDS.lastIndex = 0;
  for (let match = ENDS.exec(text); match; match = ENDS.exec(text)) {
    const to = match.index + match[0].length;
    if (match[0].startsWith(".") && ABBREVIATION.test(text.slice(Math.max(from, to - 8), to))) continue;
    found.push({ from, to, question: match[0].includes("?") });
    from = to;
  }
  if (text.slice(from).trim())
    found.push({ from, to: text.length, question: ASKING.test(text.slice(from, from + 60).trim()) });
  return found.length ? found : [{ from: 0, to: text.length, question: false }];
}
