/** What kind of archive bytes begin, by what they are and not by how they are called. */
export type Packing = "gzip" | "zip" | "tar";

/** Bytes that are enough to tell. */
export const TELLING = 512;

/** The packing of bytes; undefined where they are a plain file. Office documents are ZIPs too. */
export function packingOf(head: Uint8Array): Packing | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b && head[2] === 8) return "gzip";
  const mark = head[0] === 0x50 && head[1] === 0x4b;
  if (mark && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6))) return "zip";
  return isTar(head) ? "tar" : undefined;
}

/** A tar begins with the header of a file, which holds a sum over itself. */
function isTar(head: Uint8Array): boolean {
  if (head.length < TELLING || head[0] === 0) return false;
  const digits = /^[ \0]*([0-7]{1,7})[ \0]*$/.exec(
    Buffer.from(head.subarray(148, 156)).toString("latin1"),
  )?.[1];
  return digits !== undefined && Number.parseInt(digits, 8) === headerSum(head);
}

/** The sum over a tar header, its own field counted as spaces. */
export function headerSum(header: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < TELLING; at++) sum += at >= 148 && at < 156 ? 32 : (header[at] as number);
  return sum;
}
