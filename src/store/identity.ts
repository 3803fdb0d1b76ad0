import { createHash } from "node:crypto";
import type { Pin, Transcript } from "../model/index.js";

/** SHA-256 in hex. */
export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/**
 * The hash by which a conversation is known again: its id, its beginning, and who said what. How attune cuts it into
 * turns, settles roles or guesses the channel may change with a version, and is left out; so is the file it came from.
 */
export function identityOf({ id, startedAt, turns }: Transcript): string {
  const said: string[] = [];
  let before: string | undefined;
  for (const { speaker, text } of turns) {
    if (speaker === before) said.push(` ${text}`);
    else said.push("\u0000", speaker, "\u0001", text);
    before = speaker;
  }
  return sha256(JSON.stringify([id, startedAt ?? null, said.join("")]));
}

/** What two audits share that answer the same question of the same conversation, whatever the version. */
export const groupOf = (identity: string, lists: readonly Pin[]): string =>
  sha256(JSON.stringify([identity, lists.map(({ name }) => name)])).slice(0, 32);

/** What they share if the versions are the same as well. */
export const keyOf = (group: string, lists: readonly Pin[], attune: string): string =>
  sha256(JSON.stringify([group, attune, lists.map(({ version, sha256: sum }) => [version, sum])])).slice(
    0,
    32,
  );
