import { createHash } from "node:crypto";
import type { Finding, Place, Role, Transcript, Turn } from "../model/index.js";

/** What a miss hangs on: a turn, or, where nothing that was said shows it, the conversation as a whole. */
export interface Anchor {
  readonly place?: Place;
}

/** A finding that asks for attention. */
export const isMiss = ({ verdict }: Finding): boolean => verdict === "fail" || verdict === "partial";

/**
 * What a miss hangs on, a place a turn: the cues nobody answered; of what failed, or should not be heard at all,
 * every place it was; of what came half, where good places stand among the others, the first. A composite item hangs on what its missed parts hang on.
 */
export function anchorsOf(finding: Finding): readonly Anchor[] {
  const { evidence, opportunities = [], avoids, verdict, parts = [] } = finding;
  const unanswered = opportunities.filter(({ answer }) => answer === undefined).map(({ cue }) => cue);
  const all = avoids || verdict === "fail";
  const own = unanswered.length > 0 ? unanswered : all ? evidence : evidence.slice(0, 1);
  const below = parts.filter(isMiss);
  if (below.length > 0) return onePerTurn(below.flatMap(anchorsOf));
  return own.length > 0 ? onePerTurn(own.map(place => ({ place }))) : [{}];
}

function onePerTurn(anchors: readonly Anchor[]): readonly Anchor[] {
  return [...new Map(anchors.map(anchor => [anchor.place?.turn, anchor])).values()];
}

/**
 * Whose words an anchor is, and the hash of these as they are compared; of a whole conversation neither. In a call the lines of one
 * speaker are joined to a turn: the one line counts, so that another beside it makes no other turn.
 */
export function wordsAt(
  { turns }: Transcript,
  { place }: Anchor,
): { readonly role: Role; readonly hash: string } | undefined {
  const turn = place && turns[place.turn];
  if (place === undefined || turn === undefined) return undefined;
  const at = turn.pieces.findIndex(piece => place.from < piece.to);
  const { from, to } = turn.pieces[at] ?? { from: 0, to: turn.text.length };
  const hash = kept.get(turn)?.at(at) ?? hashOf(normalised(turn.text.slice(from, to)));
  return { role: turn.role, hash };
}

/** The hash of some words by which they are known again, without them. */
export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);

const kept = new WeakMap<Turn, readonly string[]>();

/** Hashes of a turn's words, piece by piece, and last of all of them: for when the words themselves are masked. */
export const wordHashes = ({ text, pieces }: Turn): readonly string[] =>
  [...pieces.map(({ from, to }) => text.slice(from, to)), text].map(words => hashOf(normalised(words)));

/** Remembers the hashes of words that a turn no longer shows. */
export function rememberWords(turn: Turn, hashes: readonly string[]): void {
  kept.set(turn, hashes);
}

/** Letters and figures alone, in small letters: punctuation, spacing and emphasis do not make another turn. */
export function normalised(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
