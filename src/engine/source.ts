import type { Document } from "../model/index.js";

/** Something to read: a file, standard input or a member of a container, as UTF-8 or UTF-16. */
export interface Source {
  /** As the user named it; `-` for standard input; `archive.zip!inner/call.json` for what lies in an archive. */
  readonly name: string;
  /** The user named it, rather than a folder or an archive it was met in. */
  readonly named: boolean;
  /** All of it, or its beginning where `rest` gives what follows. */
  readonly bytes: Uint8Array;
  /** What follows `bytes` in a file too large to hold; each chunk is gone when the next is asked for. May throw on a failing disk. */
  readonly rest?: () => Iterable<Uint8Array>;
  /** Where it comes in a pipe: waits until more of `rest` is at hand; undefined where it is. */
  readonly ready?: () => Promise<void> | undefined;
  /** Its own file name, where `name` says more. */
  readonly file?: string;
  /** The archive it lies in. */
  readonly within?: string;
  /** What an Office document holds, unpacked. */
  readonly parts?: readonly OfficePart[];
  /** It is some lines of a JSONL, cut out of a longer one. */
  readonly lines?: CutOut;
}

/** Where lines were cut out of a longer JSONL. */
export interface CutOut {
  /** Number of the first of them in the whole, 1-based. */
  readonly first: number;
  /** Is told how many were no UTF-8: one complaint at the end stands for the whole. */
  unsound(count: number): void;
}

/** The text of a Word document, or one sheet of a workbook. */
export type OfficePart = Pick<Document, "text" | "paragraphs" | "sheet">;

/** All bytes of a source, in chunks. */
export function* bytesOf({ bytes, rest }: Source): Generator<Uint8Array> {
  yield bytes;
  if (rest !== undefined) yield* rest();
}

/** The name of a source's own file, without folders and archives. */
export function fileOf({ name, file }: Source): string {
  return file ?? name.slice(name.search(/[^/\\]*$/));
}
