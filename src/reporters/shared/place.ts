import type { Page, Place, Transcript, Turn } from "../../model/index.js";
import { jsonText, quoteOf } from "../../safety/index.js";
import { speakerOf } from "./private.js";

/** What is written of one transcript's places; evidence of a signal comes back in findings and opportunities. */
export interface Sheet {
  readonly transcript: Transcript;
  readonly page: Page;
  readonly places: Map<number | string, string>;
  /** Speaker → their name as the page may show it, as JSON. */
  readonly names: Map<string, string>;
}

/** A sheet for one transcript. */
export const newSheet = (transcript: Transcript, page: Page): Sheet => ({
  transcript,
  page,
  places: new Map(),
  names: new Map(),
});

/** Places as a JSON list. */
export function placesJson(places: readonly Place[], sheet: Sheet): string {
  let written = "[";
  for (let i = 0; i < places.length; i++)
    written += i === 0 ? placeJson(places[i] as Place, sheet) : `,${placeJson(places[i] as Place, sheet)}`;
  return `${written}]`;
}

/** A place as JSON with all that is derived from it; the span refers to the unmasked text. */
export function placeJson(place: Place, sheet: Sheet): string {
  const key = keyOf(place);
  let written = sheet.places.get(key);
  if (written === undefined) {
    written = write(place, sheet);
    sheet.places.set(key, written);
  }
  return written;
}

/** Numbers below which a place fits one number that is exact. */
const TURNS = 1 << 21;
const CHARACTERS = 1 << 16;

/** The same for places that are the same, whoever found them. */
export const keyOf = ({ turn, from, to }: Place): number | string =>
  turn < TURNS && from < CHARACTERS && to < CHARACTERS
    ? (turn * CHARACTERS + from) * CHARACTERS + to
    : `${turn}:${from}:${to}`;

function write(place: Place, sheet: Sheet): string {
  const { transcript, page } = sheet;
  const turn = transcript.turns[place.turn];
  const piece = turn && pieceAt(turn, place.from);
  const quote = page.quotes ? jsonText(quoteOf(transcript, place, page)) : "null";
  const start = piece?.start ?? turn?.start ?? null;
  return `{"turn":${place.turn},"utterance":${piece?.utterance ?? place.turn},"span":[${place.from},${place.to}],"quote":${quote},"start":${start},"speaker":${speaker(turn, sheet)},"role":"${turn?.role ?? "other"}"}`;
}

function speaker(turn: Turn | undefined, { names, page, transcript }: Sheet): string {
  const name = turn?.speaker ?? "";
  let written = names.get(name);
  if (written === undefined) {
    written = jsonText(turn === undefined ? "" : speakerOf(transcript, turn.index, page));
    names.set(name, written);
  }
  return written;
}

/** The utterance in which a position lies; between two of them, the later. */
export function pieceAt({ pieces }: Turn, position: number): Turn["pieces"][number] | undefined {
  return pieces.length === 1 ? pieces[0] : (pieces.find(({ to }) => position < to) ?? pieces.at(-1));
}
