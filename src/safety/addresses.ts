import type { Role } from "../model/index.js";
import { contextOf } from "./context.js";
import { matchesOf } from "./matches.js";
import type { Range } from "./ranges.js";
import { saidValues, stuck } from "./said.js";

/** Whether a text or the question before it may give an address; postcodes have a look of their own. */
export const ADDRESS_HINT =
  /address|post ?code|postal|(?<!\p{L})zip(?!\p{L})|(?:live|living|lives|reside) (?:at|on)|(?:deliver|send|ship|mail|post|sent|moved?)(?:ed|ing|s)? (?:\p{L}{1,10} ){0,2}to|(?<!\p{L})[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}(?!\p{L})|(?<!\p{L})[a-z]\d[a-z][ -]?\d[a-z]\d(?!\p{L})/iu;

const TYPE =
  "(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|ct|way|crescent|cres|boulevard|blvd|square|sq|terrace|place|pl|gardens|gdns|grove|park|row|mews|highway|hwy|parkway|pkwy|circle|cir|hill|walk|trail|alley|quay|parade|rise|view|broadway|strasse|straße|rue)";
const TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)";
const ONES =
  "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)";
const HOUSE = String.raw`(?:\d{1,5}(?:[a-z](?![\p{L}]))?(?:[-/]\d{1,4})?|(?:${TENS}|${ONES})(?:[ -](?:${ONES}|${TENS})){0,3})`;
const FLAT = String.raw`(?:(?:flat|apt|apartment|unit|suite|room|no|number|#)\.? ?[\p{L}\d]{1,5},? )`;
const UK = String.raw`(?:[a-z]{1,2}\d[a-z\d]? ?\d[abd-hjlnp-uw-z]{2})`;
const CANADA = String.raw`(?:[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ -]?\d[ABCEGHJ-NPRSTV-Z]\d)`;
const ZIP = String.raw`(?:\d{5}(?:-\d{4})?)`;
const TOWN = String.raw`(?:,? (?:in )?\p{Lu}[\p{L}'’-]{1,20}(?![\p{L}\d])){0,3}`;

const STREET = new RegExp(
  String.raw`(?:${FLAT})?${HOUSE},? (?:[\p{L}\d'’.-]{1,20} ){1,4}?(?:${TYPE})(?![\p{L}\p{N}])(?:\.(?=,))?(?:,? (?:flat|apt|apartment|unit|suite|#)\.? ?[\p{L}\d]{1,6}(?![\p{L}\p{N}]))?`,
  "iuy",
);
/** Town, state and code behind a street; a town is written as a name. */
const REST = new RegExp(
  String.raw`${TOWN}(?:,? [A-Z]{2}(?![\p{L}\d]))?(?:,? (?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|${ZIP}|${CANADA})(?![\p{L}\p{N}]))?`,
  "uy",
);
const BOX = /(?:p\.? ?o\.? ?box|post office box) \d{1,6}/iuy;

/** Leads to a home; `whose` are the words that may stand before «address». */
const home = (whose: string): RegExp =>
  new RegExp(
    String.raw`(?<!\p{L})(?:(?:${whose}) address(?:['’]s| (?:is|was|it['’]s)(?: now)?|\s?:|,)|(?<![\p{L}\p{N}] )address\s?:|addressed to|(?:live|living|lives|reside|resides|staying) (?:at|on|in)|(?:deliver(?:ed|y)?|send|ship|mail|post|sent|shipped|moved|moving|came|going)(?: (?:it|them|that|this|the \p{L}{2,12}|a \p{L}{2,12}|back|over|out)){0,2} to(?: me at| us at| you at)?|we['’]?re at|i['’]?m at)(?: (?:um|uh|er|now))?\s{1,2}`,
    "giu",
  );

const HOME = {
  said: home(
    "my|our|his|her|home|delivery|shipping|billing|mailing|postal|current|new|old|correct|right|service|full|the",
  ),
  asked:
    /(?<!(?:e-?mail|ip|web|their|its) )address[^?.]{0,80}[?.]?\s*$|where (?:do you live|(?:should|shall|can|do) (?:we|i) (?:send|ship|deliver))/iu,
};
/** An agent who says «the address is» mostly speaks of a shop. */
const YOURS = { said: home(String.raw`your(?: \p{L}{2,10})?`) };

const NUMBER = "(?:\\d|(?:zero|oh|o|one|two|three|four|five|six|seven|eight|nine|double)(?!\\p{L}))";
const CODE = new RegExp(
  String.raw`(?:${UK}|${CANADA}|${ZIP}|\d{4}(?: ?[a-z]{2}(?!\p{L}))?|${NUMBER}(?:[\s,-]{0,2}${NUMBER}){3,5})(?![\p{L}\p{N}]|[.,]\d)`,
  "iuy",
);
const CODES = {
  said: /(?<!\p{L})(?:(?:zip|postal|post) ?code|postcode|zip)(?:['’]s| (?:is|was)(?: now)?|\s?:)?(?: (?:um|uh|er))?\s{1,2}/giu,
  asked: /(?<!\p{L})(?:zip|postal|post) ?code[^?.]{0,60}[?.]?\s*$|(?<!\p{L})zip[^?.]{0,30}\?\s*$/iu,
};
/** Postcodes of the United Kingdom and Canada have a shape that little else has. */
const SHAPED = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?:(?:[A-PR-UWYZ]\d[A-Z\d]?|[A-PR-UWYZ][A-HK-Y]\d[A-Z\d]?) \d[ABD-HJLNP-UW-Z]{2}|${CANADA})(?![\p{L}\p{N}-])`,
  "gu",
);

/** Home addresses and postcodes: behind the words or the question that asks for them, or by a shape of their own. */
export function addresses(text: string, before: string, by?: Role): readonly Range[] {
  const streets = saidValues(text, before, by === "agent" ? YOURS : HOME, streetAt);
  const codes = saidValues(text, before, CODES, (whole, from) => stuck(CODE, whole, from));
  const shaped = matchesOf(SHAPED, text)
    .map(({ index, 0: code }): Range => [index, index + code.length])
    .filter(([from, to]) => !isOther(text, from, to, before));
  return [...streets, ...codes, ...shaped];
}

function streetAt(text: string, from: number): Range | undefined {
  const box = stuck(BOX, text, from);
  const street = box ?? stuck(STREET, text, from);
  if (street === undefined) return undefined;
  return [street[0], stuck(REST, text, street[1])?.[1] ?? street[1]];
}

const isOther = (text: string, from: number, to: number, before: string): boolean =>
  contextOf(text, from, to, before) === "other" &&
  !/(?:post|zip) ?code|address/i.test(text.slice(Math.max(0, from - 60), from));
