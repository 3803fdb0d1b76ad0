import type { Transcript } from "../model/index.js";

/** Words before a language can be told. */
const LEAST_WORDS = 20;
/** As many as are looked at; more change nothing. */
const MOST_WORDS = 600;
const LONGEST_WORD = 40;
/** Share of these words from which a text is English without further question: English calls have 0.3 to 0.6, others at most 0.1. */
const PLAINLY = 0.2;

/** The commonest English words, but for those that are common in other languages too ("me", "no", "in", "is"). */
const ENGLISH = new Set(
  "the and you to that it for my have with this can be your what are not don't please would there they from just know how been did get of i i'm i'll it's you're that's can't i've we we're one out up when but if or at your yours he she his her our us will want need about then could should which who thank thanks okay yes yeah hello help sorry was were had has any some by all".split(
    " ",
  ),
);

/** A word, or one sign of a script that writes no spaces. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** Share of the commonest English words among some words, 0–1. */
export function englishShare(words: readonly string[]): number {
  const found = words.filter(word => ENGLISH.has(word.toLowerCase().replaceAll("’", "'")));
  return words.length === 0 ? 0 : found.length / words.length;
}

/**
 * The language of a conversation that is not English, as ISO 639-1. Nothing where it is English or too short to tell.
 * The library that knows languages is loaded only where our own look at the commonest words leaves doubt.
 */
export function foreignLanguage(transcript: Transcript): Promise<string | undefined> | undefined {
  const words = spokenIn(transcript);
  if (words.length < LEAST_WORDS || englishShare(words) >= PLAINLY) return undefined;
  return told(words.join(" "));
}

async function told(text: string): Promise<string | undefined> {
  const { eld } = await import("eld/extrasmall");
  const { language } = eld.detect(text);
  return language === "" || language === "en" ? undefined : language;
}

/** What the two sides said, up to so many words. */
function spokenIn({ turns }: Transcript): readonly string[] {
  const words: string[] = [];
  for (const { kind, role, text } of turns) {
    if (kind !== "speech" || role === "bot" || role === "system") continue;
    for (const [word] of text.matchAll(WORD)) {
      if (words.length === MOST_WORDS) return words;
      words.push(word.slice(0, LONGEST_WORD));
    }
  }
  return words;
}
