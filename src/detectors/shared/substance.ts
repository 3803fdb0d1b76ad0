import type { Turn } from "../../model/index.js";
import { answersFor, newSpellings, PorterStemmer, remembering } from "../../text/index.js";
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

/** Stands before a number's name, which is no stem. */
const FIGURE = "#";

/** The content words of a text by their stems: function words left out, and figures and their names unless asked for. */
export function substance(text: string, numbers = false): ReadonlySet<string> {
  const found = new Set<string>();
  for (const content of contentsOf(text.toLowerCase())) {
    if (content === "") continue;
    if (!content.startsWith(FIGURE)) found.add(content);
    else if (numbers && content !== "#one") found.add(content.slice(1));
  }
  return found;
}

/** The same of a whole turn, to which several turns look back. */
export const substanceOf: (turn: Turn) => ReadonlySet<string> = remembering(({ text }) => substance(text));

/** Word as it stands → its content, "" for none. */
const contents = newSpellings(contentOf);

const contentsOf = (small: string): readonly string[] =>
  answersFor(contents, small) ?? (small.match(WORD) ?? []).map(contentOf);

/** The stem of a content word, a number's name behind its sign, "" for any other word. */
function contentOf(match: string): string {
  const word = match.replaceAll("’", "'");
  const plain = word.replace(/'s$/u, "");
  if (plain.length <= 2 || STOP.has(word) || STOP.has(plain)) return "";
  return NUMBERS.has(plain) ? FIGURE + plain : PorterStemmer.stem(BASE.get(plain) ?? plain);
}
