import type { Finding, Place, Transcript } from "../../model/index.js";
import { pieceAt } from "./place.js";

/** A place in a file, as annotations want it. */
export interface Location {
  readonly file: string;
  /** 1-based, where the source has lines. */
  readonly line?: number;
}

/** The file behind a source, without the `:line` and `#n` by which one conversation of many is named. */
export function locationOf({ source, turns }: Transcript, place?: Place): Location {
  const [, file = source, document] = /^(.*?)(?::(\d+))?(?:#\d+)?$/s.exec(source) ?? [];
  const turn = place && turns[place.turn];
  // A document that is a line of its file stands on that line, whatever lines it counts inside.
  const line = document === undefined ? turn && place && pieceAt(turn, place.from)?.line : Number(document);
  return { file, ...(line !== undefined && { line }) };
}

/** The place that shows a finding: where the customer was left without an answer, else its first evidence. */
export function placeOf({ verdict, evidence, opportunities = [], parts = [] }: Finding): Place | undefined {
  const missed = verdict === "fail" || verdict === "partial";
  const cue = missed ? opportunities.find(({ answer }) => answer === undefined)?.cue : undefined;
  return (
    cue ??
    evidence[0] ??
    parts
      .filter(part => part.verdict === verdict)
      .map(placeOf)
      .find(place => place !== undefined)
  );
}

/** A finding that asks for attention. */
export const isMiss = ({ verdict }: Finding): boolean => verdict === "fail" || verdict === "partial";
