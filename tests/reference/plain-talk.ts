import type { Hit, Talk, Transcript } from "../../src/model/index.js";
import { type Lexicon, newTokens, type Phrasebook, sentencesOf, tokenise } from "../../src/text/index.js";
import { plainMatches } from "./plain-matcher.js";

/** A talk whose phrases the plain matcher found and that keeps every hit as an object: what detectors see must be exactly this. */
export function plainTalk(
  transcript: Transcript,
  book: Phrasebook,
  lexicon: Lexicon,
): Talk & { readonly all: readonly Hit[] } {
  const entries = book.lists.flatMap(({ name, phrases }) => phrases.map(phrase => ({ list: name, phrase })));
  const all = transcript.turns.flatMap(turn => {
    if (turn.kind === "event") return [];
    const tokens = tokenise(turn.text, lexicon, newTokens());
    return plainMatches(book, lexicon, tokens).map((match): Hit => {
      const { list, phrase } = entries[match.entry] as (typeof entries)[number];
      const [from, to] = [tokens.from[match.first] as number, tokens.to[match.last] as number];
      const { first, last, kept } = match;
      return { turn: turn.index, from, to, list, phrase, first, last, ...(kept !== undefined && { kept }) };
    });
  });
  const counting = all.filter(({ kept }) => kept === undefined);
  return {
    transcript,
    turns: transcript.turns,
    all,
    hits: list => counting.filter(hit => hit.list === list),
    in: (turn, list) => counting.filter(hit => hit.turn === turn && hit.list === list),
    sentence(turn, at) {
      const found = sentencesOf(transcript.turns[turn]?.text ?? "");
      return found.find(({ to }) => at < to) ?? (found.at(-1) as (typeof found)[number]);
    },
    words: turn =>
      (transcript.turns[turn]?.text.match(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu) ?? []).map(word =>
        word.toLowerCase().replaceAll("’", "'"),
      ),
  };
}
