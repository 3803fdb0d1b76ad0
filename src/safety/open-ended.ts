/** A number or a spelt letter at the end or the beginning of a turn: it may go on in the next. */
const OPEN =
  /^[^\p{L}\p{N}]{0,3}(?:(?:and|then|um|uh|er|yes|yeah|okay)[ ,]{1,2})?(?:\d|(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|\p{L}{1,4}teen|ten|eleven|twelve|\p{L}{3,5}ty|\p{L})(?!\p{L}))|(?:\d|(?<!\p{L})(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|\p{L}{1,4}teen|ten|eleven|twelve|\p{L}{3,5}ty|\p{L}))[^\p{L}\p{N}]{0,3}$/iu;

const ENDS = new Set("zero oh one two three four five six seven eight nine ten eleven twelve".split(" "));
const BEGINS = new Set([...ENDS, "double", "triple"]);
const BEFORE = new Set("and then um uh er yes yeah okay".split(" "));

/** As far as a beginning or an end of a turn is looked at, in characters: marks, a filler, a number word, each within this. */
const EDGE = 32;
/** Marks that may stand before the first or behind the last word. */
const MARKS = 3;

/** Whether a number may go on over the edge of a turn; for plain edges without the expression that says so. */
export function isOpen(text: string): boolean {
  const long = text.length > 2 * EDGE;
  const head = long ? text.slice(0, EDGE) : text;
  const tail = long ? text.slice(-EDGE) : text;
  if (!(isPlain(head) && isPlain(tail))) return OPEN.test(text);
  return opens(head, 0) || ends(tail);
}

function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

function opens(text: string, from: number, more = true): boolean {
  let at = from;
  if (more) while (at < MARKS && !isWordly(text.charCodeAt(at)) && at < text.length) at++;
  if (isDigit(text.charCodeAt(at))) return true;
  const end = endOf(text, at);
  if (end === at) return false;
  const word = text.slice(at, end).toLowerCase();
  if (isNumber(word, BEGINS)) return true;
  if (!more || !BEFORE.has(word)) return false;
  let next = end;
  while (next - end < 2 && isPause(text.charCodeAt(next))) next++;
  return next > end && opens(text, next, false);
}

const isWordly = (code: number): boolean => isDigit(code) || isLetter(code);
const isPause = (code: number): boolean => code === 32 || code === 44;

function endOf(text: string, from: number): number {
  let end = from;
  while (end < text.length && isLetter(text.charCodeAt(end))) end++;
  return end;
}

function ends(text: string): boolean {
  let end = text.length;
  while (text.length - end < MARKS && end > 0 && !isWordly(text.charCodeAt(end - 1))) end--;
  if (isDigit(text.charCodeAt(end - 1))) return true;
  let from = end;
  while (from > 0 && isLetter(text.charCodeAt(from - 1))) from--;
  return from < end && isNumber(text.slice(from, end).toLowerCase(), ENDS);
}

/** A letter by itself is spelt. */
const isNumber = (word: string, words: ReadonlySet<string>): boolean =>
  word.length === 1 || words.has(word) || /^(?:[a-z]{1,4}teen|[a-z]{3,5}ty)$/.test(word);
