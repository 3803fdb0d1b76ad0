import { crc32 } from "node:zlib";

/** What a line of the journal says: an audit, that a conversation is to be erased, that it has been, that it may come back. */
export type Kind = "audit" | "forgotten" | "erased" | "readmitted";

const KINDS: readonly Kind[] = ["audit", "forgotten", "erased", "readmitted"];

/** `{"crc":"89abcdef",`: what stands before the bytes that the sum is taken of. */
const HEAD = 18;
/** `"kind":"audit","recorded":"2026-11-25",`: what stands before the bytes that say whether two records hold the same. */
const ABOUT = HEAD + 39;
/** `"group":"…32…","key":"` stands before the key. */
const GROUP_AT = ABOUT + 9;
const KEY_AT = GROUP_AT + 32 + 9;
const HEX = 32;

/** A record as one line of NDJSON, checksummed; the members of `rest` stand behind kind and day, in their order. */
export function encode(kind: Kind, day: string, rest: object): Buffer {
  const body = `"kind":"${kind}","recorded":"${day}",${JSON.stringify(rest).slice(1)}`;
  const sum = crc32(body).toString(16).padStart(8, "0");
  return Buffer.from(`{"crc":"${sum}",${body}\n`);
}

/** The kind of a line without its newline, if the line is whole and says what was written; undefined for anything else. */
export function kindOf(line: Buffer): Kind | undefined {
  if (line.length < HEAD + 20 || line.toString("latin1", 0, 8) !== '{"crc":"') return undefined;
  const sum = line.toString("latin1", 8, 16);
  if (!/^[0-9a-f]{8}$/.test(sum) || line.toString("latin1", 16, HEAD) !== '",') return undefined;
  if (crc32(line.subarray(HEAD)) !== Number.parseInt(sum, 16)) return undefined;
  return KINDS.find(kind => line.toString("latin1", HEAD, HEAD + kind.length + 9) === `"kind":"${kind}"`);
}

/** Where the 32 hex digits stand by which an audit's conversation and names of checklists are known. */
export const GROUP: number = GROUP_AT;

/** Where those stand that know the versions and attune's own too. */
export const KEY: number = KEY_AT;

/** Length of either. */
export const HASH_LENGTH: number = HEX;

/** A number that changes with anything an audit's line says, save the day of its writing. */
export const contentOf = (line: Buffer): number => crc32(line.subarray(ABOUT));
