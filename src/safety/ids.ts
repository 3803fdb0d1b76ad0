import { spokenDigits } from "./digits.js";
import { NATIONAL, type National } from "./national.js";
import type { Range } from "./ranges.js";
import { saidValues, stuck } from "./said.js";
import { type Token, tokensIn } from "./tokens.js";

/** Whether a text or the question before it names a number that a state gives. */
export const ID_HINT =
  /social|(?<!\p{L})(?:ssn|n\.?i\.?|nino|pan|cpf|bsn|tfn|dni|nie|sin|nhs|pps|nir)(?!\p{L})|insurance num|aadh|tax|medicare|passport|licen[cs]e|identity|national|(?<!\p{L})id (?:card|number)|steuer|fiscale|burgerservice|insee/iu;

const NAME = String.raw`(?:social security|ssn|social|national (?:insurance|id|identity)|nino?|n\.i\.|aadh?aa?r|pan|cpf|bsn|burgerservicenummer|tax file|tfn|tax(?:payer)? id|medicare|nhs|steuer-?id(?:entifikationsnummer)?|codice fiscale|dni|nie|social insurance|pps|passport|driv(?:ing|er['’]?s?) licen[cs]e|identity|id card)`;
const LEAD = {
  said: new RegExp(
    String.raw`(?<!\p{L})${NAME}(?: (?:card|number|no\.?|num|digits|code))*(?:['’]s|,? (?:is|are|it['’]s|was|ends in|ending in|ending)|\s?[:#=])?(?:,? (?:um|uh|er|that['’]s|it['’]s))?\s{1,2}`,
    "giu",
  ),
  asked: new RegExp(
    String.raw`(?<!\p{L})${NAME}(?![\p{L}])(?! (?:media|network|plan|cover))[^?.]{0,60}[?.]?\s*$`,
    "iu",
  ),
};

const WORD = "(?:zero|oh|o|nought|one|two|three|four|five|six|seven|eight|nine|double|triple)";
const PIECE = String.raw`(?:\p{L}{0,6}\d[\p{L}\d]{0,18}|${WORD}(?!\p{L})|\p{L}(?![\p{L}'’]))`;
const RUN = new RegExp(
  String.raw`(?:\p{L}{2} (?=\d\d \d))?${PIECE}(?:[\s,./-]{1,3}${PIECE}){0,20}(?![\p{L}\p{N}]|[.,]\d)`,
  "iuy",
);

/**
 * Numbers that a state gives to a person: behind their name as they are said (unless it is known that nobody names one),
 * else by shape and check figure.
 */
export function ids(text: string, before: string, maybeNamed = true): readonly Range[] {
  const named =
    maybeNamed && (ID_HINT.test(text) || ID_HINT.test(before)) ? saidValues(text, before, LEAD, namedAt) : [];
  return [...named, ...shaped(text, before)];
}

/** Four figures are the end of a number that somebody is asked for («the last four of your social»). */
function namedAt(text: string, from: number): Range | undefined {
  const run = stuck(RUN, text, from);
  if (run === undefined) return undefined;
  const figures = figuresIn(text.slice(...run));
  if (figures < 4 || figures > 16) return undefined;
  // «… and I …»: a letter that stands alone behind figures is a word where more words follow.
  const more = /^\s+\p{L}/u.test(text.slice(run[1], run[1] + 3));
  const said = more ? text.slice(...run).replace(/[\s,]+[ai]$/i, "") : text.slice(...run);
  return [from, from + said.length];
}

function figuresIn(text: string): number {
  let figures = 0;
  for (const [piece] of text.matchAll(/\d|\p{L}+/gu))
    if (/\d/.test(piece) || spokenDigits(piece) !== undefined) figures += 1;
  return figures;
}

/** No national number is longer. */
const LONGEST = 16;
const SHORTEST = 8;

function shaped(text: string, before: string): readonly Range[] {
  const tokens = tokensIn(text);
  const found: Range[] = [];
  const near = nearFigures(tokens);
  for (let first = 0; first < tokens.length; ) {
    const last = near[first] === 1 ? shapedFrom(text, before, tokens, first) : undefined;
    if (last !== undefined) found.push([tokens[first]?.from ?? 0, tokens[last]?.to ?? 0]);
    first = last === undefined ? first + 1 : last + 1;
  }
  return found;
}

/** No national number begins with more letters than the Italian: an everyday word begins none. */
const MOST_LETTERS = 6;

/** 1 for each token from which a figure comes soon enough. */
function nearFigures(tokens: readonly Token[]): Uint8Array {
  const near = new Uint8Array(tokens.length);
  let letters = Number.POSITIVE_INFINITY;
  for (let i = tokens.length - 1; i >= 0; i--) {
    const own = (tokens[i] as Token).letters;
    const figure = own.search(/[0-9]/);
    letters = figure >= 0 ? figure : own.length + letters;
    if (letters <= MOST_LETTERS) near[i] = 1;
  }
  return near;
}

/** Index of the last token of the number that begins with a token. */
function shapedFrom(
  text: string,
  before: string,
  tokens: readonly Token[],
  first: number,
): number | undefined {
  const from = tokens[first]?.from ?? 0;
  const opens = !goesOn(text, tokens, first);
  let letters = "";
  let found: number | undefined;
  for (let last = first; last < tokens.length; last++) {
    const token = tokens[last] as Token;
    if (last > first && !joins(text, tokens, last)) break;
    letters += token.letters;
    if (letters.length > LONGEST || /^[A-Z]{7}/.test(letters)) break;
    if (letters.length < SHORTEST) continue;
    // Figures alone are a number only as a whole; a piece of a longer one says nothing.
    const whole = opens && !goesOn(text, tokens, last + 1);
    if ((whole || /[A-Z]/.test(letters)) && isNational(text, before, letters, from, token.to)) found = last;
  }
  return found;
}

/** Whether a token goes on where the one before it ended: both are of a number, and little stands between. */
function joins(text: string, tokens: readonly Token[], at: number): boolean {
  const [one, two] = [tokens[at - 1] as Token, tokens[at] as Token];
  const near = two.from - one.to < 3 && /^[\s.,/-]{1,2}$/.test(text.slice(one.to, two.from));
  return near && !/^[A-Z]{7}/.test(one.letters) && (/\d/.test(one.letters) || one.letters.length < 7);
}

/** Whether figures go on over the edge before a token. */
function goesOn(text: string, tokens: readonly Token[], at: number): boolean {
  const isFigures = (token: Token | undefined): boolean => token !== undefined && /^\d/.test(token.letters);
  return isFigures(tokens[at - 1]) && isFigures(tokens[at]) && joins(text, tokens, at);
}

function isNational(text: string, before: string, letters: string, from: number, to: number): boolean {
  const shaped = NATIONAL.filter(({ shape }) => shape.test(letters));
  if (shaped.length === 0) return false;
  // A figure that hangs on to others is a part of something longer.
  if (/[\p{L}\p{N}][-./]$/u.test(text.slice(Math.max(0, from - 2), from))) return false;
  if (/^[-./]?\p{N}/u.test(text.slice(to, to + 2))) return false;
  return shaped.some(one => counts(one, text, before, from, to) && one.valid(letters));
}

const THING =
  /(?:order|ref(?:erence)?|invoice|ticket|tracking|track|parcel|shipment|serial|model|part|sku|booking|product|code|item|batch|imei|voucher|flight|case|account|policy|meter|confirmation|claim|request)(?: (?:number|no|num|id))?[^.?!]{0,25}$/i;

function counts(
  { written, named }: National,
  text: string,
  before: string,
  from: number,
  to: number,
): boolean {
  const lead = text.slice(Math.max(0, from - 60), from);
  if (named?.test(lead) || (named?.test(before.slice(-120)) && !THING.test(lead))) return true;
  if (THING.test(lead) || (!/\p{L}{4}/u.test(lead) && THING.test(before.slice(-80).replace(/[\s.?!]+$/, ""))))
    return false;
  return written === undefined || written.test(text.slice(from, to));
}
