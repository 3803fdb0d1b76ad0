import { type Pull, restOf } from "./containers/pull.js";
import { encodingOf, toUtf8, utf8Of } from "./decode.js";
import { isStreamable } from "./documents.js";
import { HEAD, type Opened, toSource } from "./files.js";
import type { Limits } from "./limits.js";
import type { Source } from "./source.js";

/** Opens what comes in pieces: held where it is short or must be, else taken line by line as it comes. */
export async function openPieces(
  name: string,
  named: boolean,
  pull: Pull,
  limits: Limits,
  head = pull.take(HEAD),
): Promise<Opened> {
  if (head.length < HEAD) return toSource(name, named, head, limits);
  if (isStreamable(head, limits)) return { source: await piecemeal(name, named, head, () => restOf(pull)) };
  const all = Buffer.concat([head, pull.take(limits.document - head.length + 1)]);
  if (all.length > limits.document) return { source: await piecemeal(name, named, head, () => restOf(pull)) };
  return toSource(name, named, all, limits);
}

/** A source that is never held as a whole, in UTF-8 whatever it comes in; its beginning ends with a line, so that no character is cut. */
export async function piecemeal(
  name: string,
  named: boolean,
  head: Buffer,
  after: () => Iterable<Uint8Array>,
): Promise<Source> {
  const whole = wholeLines(head);
  const first = head.subarray(0, whole);
  function* rest(): Generator<Uint8Array> {
    if (whole < head.length) yield head.subarray(whole);
    yield* after();
  }
  const encoding = encodingOf(head);
  if (encoding === "utf-16le" || encoding === "utf-16be")
    return { name, named, bytes: utf8Of(first), rest: () => toUtf8(rest(), encoding) };
  if (encoding !== "other") return { name, named, bytes: first, rest };
  const { decodeLegacy, legacyChunks } = await import("./legacy.js");
  const { text, encoding: older } = decodeLegacy(first);
  return { name, named, bytes: Buffer.from(text), rest: () => legacyChunks(rest(), older) };
}

/** How much of a beginning to look at: up to the end of its last line, where it has one. */
function wholeLines(head: Buffer): number {
  const encoding = encodingOf(head.subarray(0, 4096));
  if (!encoding.startsWith("utf-16")) return head.lastIndexOf(10) + 1 || head.length;
  const newline = Buffer.from(encoding === "utf-16le" ? [10, 0] : [0, 10]);
  for (let at = head.lastIndexOf(newline); at >= 0; at = at === 0 ? -1 : head.lastIndexOf(newline, at - 1))
    if (at % 2 === 0) return at + 2;
  return head.length & ~1;
}
