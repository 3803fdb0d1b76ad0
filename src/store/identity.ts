import { createHash } from "node:crypto";
import { identityText } from "../model/identity.js";
import type { Pin, Transcript } from "../model/index.js";

/** SHA-256 in hex. */
export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The hash by which a conversation is known again. */
export const identityOf = (transcript: Transcript): string => sha256(identityText(transcript));

/** What two audits share that answer the same question of the same conversation, whatever the version. */
export const groupOf = (identity: string, lists: readonly Pin[]): string =>
  sha256(JSON.stringify([identity, lists.map(({ name }) => name)])).slice(0, 32);

/** What they share if the versions are the same as well. */
export const keyOf = (group: string, lists: readonly Pin[], attune: string): string =>
  sha256(JSON.stringify([group, attune, lists.map(({ version, sha256: sum }) => [version, sum])])).slice(
    0,
    32,
  );
