/** Something to read: a file, standard input or a member of a container, as UTF-8 or UTF-16. */
export interface Source {
  /** As the user named it; `-` for standard input. */
  readonly name: string;
  /** The user named it, rather than a folder it was met in. */
  readonly named: boolean;
  /** All of it, or its beginning where `rest` gives what follows. */
  readonly bytes: Uint8Array;
  /** What follows `bytes` in a file too large to hold; each chunk is gone when the next is asked for. May throw on a failing disk. */
  readonly rest?: () => Iterable<Uint8Array>;
}

/** All bytes of a source, in chunks. */
export function* bytesOf({ bytes, rest }: Source): Generator<Uint8Array> {
  yield bytes;
  if (rest !== undefined) yield* rest();
}
