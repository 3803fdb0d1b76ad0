import { PorterStemmer } from "../../text/index.js";
import { STOP } from "./stop-words.js";

/** Past forms that a stemmer does not undo, and words for the same person or thing, as `form=base`. */
const BASE: ReadonlyMap<string, string> = new Map(
  "brought=bring left=leave told=tell took=take taken=take sent=send paid=pay bought=buy went=go rang=ring rung=ring broke=break broken=break lost=lose drove=drive driven=drive gave=give given=give came=come found=find kept=keep sold=sell thought=think made=make ran=run flew=fly froze=freeze frozen=freeze slept=sleep fell=fall fallen=fall felt=feel met=meet held=hold spent=spend stood=stand wrote=write written=write spoke=speak spoken=speak chose=choose chosen=choose tore=tear torn=tear stole=steal stolen=steal burnt=burn kids=child children=child mum=mother mom=mother mam=mother dad=father kid=child sat=sit woke=wake worn=wear wore=wear caught=catch built=build power=electric electricity=electric house=home flat=home package=parcel quid=pound bucks=dollar"
    .split(" ")
    .map(pair => pair.split("=") as [string, string]),
);
const NUMBERS = new Set(
  "one two three four five six seven eight nine ten eleven twelve double triple oh zero hundred thousand nought".split(
    " ",
  ),
);
const WORD = /[\p{L}]+(?:['’]\p{L}+)?/gu;

const stems = new Map<string, string>();
/** Words remembered; a hostile transcript could bring any number. */
const MOST_STEMS = 20_000;

function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const found = PorterStemmer.stem(BASE.get(word) ?? word);
  if (stems.size < MOST_STEMS) stems.set(word, found);
  return found;
}

/** The content words of a text by their stems: function words left out, and figures and their names unless asked for. */
export function substance(text: string, numbers = false): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [match] of text.toLowerCase().matchAll(WORD)) {
    const word = match.replaceAll("’", "'");
    const plain = word.replace(/'s$/u, "");
    if (plain.length < 3 || STOP.has(word) || STOP.has(plain)) continue;
    if (!NUMBERS.has(plain)) found.add(stem(plain));
    else if (numbers && plain !== "one") found.add(plain);
  }
  return found;
}
