/** Reads a stream of chunks by numbers of bytes. A chunk is copied only where it is kept. */
export interface Pull {
  /** Exactly so many bytes, or as many as are left. */
  take(count: number): Buffer;
  /** So many bytes as they come, in chunks; those that nobody asks for are passed over by `skip`. */
  some(most: number): Buffer;
}

/** A reader of chunks. */
export function pullFrom(chunks: Iterable<Uint8Array>): Pull {
  const source = chunks[Symbol.iterator]();
  let held: Buffer = Buffer.alloc(0);
  const more = (): boolean => {
    while (held.length === 0) {
      const next = source.next();
      if (next.done) return false;
      held = bufferOf(next.value);
    }
    return true;
  };
  const some = (most: number): Buffer => {
    if (most <= 0 || !more()) return Buffer.alloc(0);
    const part = held.subarray(0, most);
    held = held.subarray(part.length);
    return part;
  };
  return {
    some,
    take(count) {
      const parts: Buffer[] = [];
      let left = count;
      while (left > 0) {
        const part = some(left);
        if (part.length === 0) break;
        left -= part.length;
        parts.push(Buffer.from(part));
      }
      return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
    },
  };
}

/** All that is left of a reader, in chunks. */
export function* restOf(pull: Pull): Generator<Uint8Array> {
  for (let part = pull.some(CHUNK); part.length > 0; part = pull.some(CHUNK)) yield part;
}

const CHUNK = 1024 * 1024;

/** The same bytes as a Buffer, not copied. */
export function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The first bytes of a stream, and the whole of it. */
export function peek(
  chunks: Iterable<Uint8Array>,
  count: number,
): { readonly head: Buffer; readonly all: () => Generator<Uint8Array> } {
  const pull = pullFrom(chunks);
  const head = pull.take(count);
  return {
    head,
    *all() {
      if (head.length > 0) yield head;
      yield* restOf(pull);
    },
  };
}
