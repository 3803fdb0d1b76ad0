import type { Range } from "./ranges.js";
import { saidValues, stuck } from "./said.js";

/** Whether a text or the question before it speaks of a birth. */
export const BIRTH_HINT = /birth|(?<!\p{L})(?:born|d\.?o\.?b)(?!\p{L})/iu;

const NOUN = String.raw`(?:dates? of birth|d\.?o\.?b\.?|birth ?dates?|birthday)`;
const LEAD = {
  said: new RegExp(
    String.raw`(?<!\p{L})(?:${NOUN}(?:['’]s| (?:is|was|on|of)(?: on)?|\s?[:=-]|,)?(?: (?:um|uh|er))?|born(?: on)?)\s{1,2}`,
    "giu",
  ),
  asked: new RegExp(String.raw`${NOUN}[^?.]{0,80}[?.]?\s*$|(?:were|was) (?:you|she|he) born`, "iu"),
};

const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const ORDINAL =
  "(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)";
const DAY = String.raw`(?:\d{1,2}(?:st|nd|rd|th)?|${ORDINAL})`;
const TEEN = "(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)";
const UNIT = "(?:one|two|three|four|five|six|seven|eight|nine)";
const TWO = `(?:${TEEN}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -]${UNIT})?|oh[ -]${UNIT}|${UNIT})`;
const YEAR = String.raw`(?:(?:19|20)\d\d|['’]?\d\d(?!\d)|(?:nineteen|twenty|two thousand)(?: and)?(?:[ -]${TWO})?|${TWO})`;
const NUMERIC = String.raw`\d{1,2}([-/. ])\d{1,2}\1(?:19|20)?\d\d|(?:19|20)\d\d([-/. ])\d{1,2}\2\d{1,2}|(?:0?[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2]|[12]\d|3[01])(?:19|20)\d\d`;
const DATE = new RegExp(
  String.raw`(?:${NUMERIC}|(?:the )?${DAY}(?: of)? ${MONTH}\.?(?:,? ${YEAR})?|${MONTH}\.? (?:the )?${DAY}(?:,? ${YEAR})?|\d{1,2}[- ]${MONTH}[- ](?:19|20)?\d\d)(?![\p{L}\p{N}])`,
  "iuy",
);

/** Dates of birth: a date behind «born», «date of birth», or as the answer to the question for it. */
export function births(text: string, before: string): readonly Range[] {
  return saidValues(text, before, LEAD, (whole, from): Range | undefined => stuck(DATE, whole, from));
}
