import type { Finding, Place, Transcript } from "../../model/index.js";
import { type Excerpt, excerptOf, terminal, terminalText } from "../../safety/index.js";
import { flow, type Span } from "./flow.js";
import type { Look } from "./look.js";
import { when, who } from "./wording.js";

/** More quotes than this make a check unreadable. */
export const MOST_QUOTES = 3;

/** How much is quoted around the words: their sentence, or the turn as far as it is short. */
export type Around = "sentence" | "turn";

const ROOM: Readonly<Record<Around, number>> = { sentence: 160, turn: 240 };

/** A moment as a line: when, who, and the words within what was said around them. */
export function quoteLine(
  place: Place,
  transcript: Transcript,
  look: Look,
  indent: number,
  around: Around,
  note = "",
): string {
  const { page, paint, width } = look;
  const lead = [{ text: `${terminalText(when(transcript, place))}  `, brush: paint.faint }];
  const name = terminal`${who(transcript, place.turn, page)}`;
  const excerpt = excerptOf(transcript, place, page, ROOM[around]);
  const { before, words, after } = around === "sentence" ? sentenceAround(excerpt) : excerpt;
  const quote: readonly Span[] =
    before + words + after === ""
      ? [{ text: name }]
      : [
          { text: `${name}: “${terminalText(before).trimStart()}` },
          { text: terminalText(words), brush: paint.strong },
          { text: `${terminalText(after).trimEnd()}”` },
        ];
  return flow([...quote, ...(note === "" ? [] : [{ text: ` ${note}`, brush: paint.faint }])], {
    width,
    indent,
    lead,
  });
}

/** Cut down to the sentence in which the words stand. */
export function sentenceAround({ before, words, after }: Excerpt): Excerpt {
  const start = /^.*[.?!…]["”')]?\s+/su.exec(before)?.[0].length ?? 0;
  const end = /[.?!]$/.test(words)
    ? 0
    : (/^[^.?!]*[.?!]+["”')]?(?=\s|$)/u.exec(after)?.[0].length ?? after.length);
  return {
    before: start > 0 ? `…${before.slice(start)}` : before,
    words,
    after:
      end < after.trimEnd().length ? `${after.slice(0, end).replace(/[.…]+$/, "")}…` : after.slice(0, end),
  };
}

/** A place worth showing under a check, and what is to be said of it. */
export interface Shown {
  readonly place: Place;
  readonly unanswered: boolean;
}

/** The places of a check, one a turn, in order: its evidence, and for a miss what nobody answered. */
export function placesOf(finding: Finding, { turns }: Transcript): readonly Shown[] {
  const unanswered = new Map(missed(finding).map(place => [place.turn, place]));
  const places = new Map<number, Shown>();
  for (const place of [...finding.evidence, ...unanswered.values()])
    if (!places.has(place.turn))
      places.set(place.turn, {
        place,
        unanswered: unanswered.has(place.turn) && turns[place.turn]?.role === "customer",
      });
  return [...places.values()].toSorted((a, b) => a.place.turn - b.place.turn);
}

/** The quotes under a check, as many as can be taken in. */
export function quoteLines(
  finding: Finding,
  transcript: Transcript,
  look: Look,
  indent: number,
): readonly string[] {
  const shown = placesOf(finding, transcript);
  const lines = shown
    .slice(0, MOST_QUOTES)
    .map(({ place, unanswered }) =>
      quoteLine(place, transcript, look, indent, "sentence", unanswered ? "(unanswered)" : ""),
    );
  const more = shown.length - lines.length;
  if (more > 0)
    lines.push(flow([{ text: `and ${more} more`, brush: look.paint.faint }], { width: look.width, indent }));
  return lines;
}

/** Cues of a miss that had no answer. */
function missed({ verdict, opportunities = [] }: Finding): readonly Place[] {
  if (verdict !== "fail" && verdict !== "partial") return [];
  return opportunities.filter(({ answer }) => answer === undefined).map(({ cue }) => cue);
}
