/** Numbers by hash: 12 bytes an entry outside of the heap, where a Map of strings would hold a hundred. */
export interface KeyTable {
  /** The number kept under the hash (hex digits at an offset), or -1. */
  get(hash: Buffer, at: number): number;
  /** Keeps a number below 2^32 under the hash. */
  set(hash: Buffer, at: number, value: number): void;
  readonly size: number;
}

const WORDS = 3;
/** Slots before the first growth; a power of two. */
const FIRST = 1 << 12;

/** An empty table. Of a hash the first 64 bits are used: among a million, two agree by chance once in 40 million stores. */
export function createKeyTable(): KeyTable {
  let slots = FIRST;
  let cells = new Uint32Array(slots * WORDS);
  let size = 0;

  const find = (a: number, b: number): number => {
    let slot = b & (slots - 1);
    for (;;) {
      const at = slot * WORDS;
      if ((cells[at] === a && cells[at + 1] === b) || (cells[at] === 0 && cells[at + 1] === 0)) return at;
      slot = (slot + 1) & (slots - 1);
    }
  };
  const grow = () => {
    const before = cells;
    slots *= 2;
    cells = new Uint32Array(slots * WORDS);
    for (let at = 0; at < before.length; at += WORDS) {
      const [a = 0, b = 0, value = 0] = before.subarray(at, at + WORDS);
      if (a !== 0 || b !== 0) cells.set([a, b, value], find(a, b));
    }
  };
  return {
    get(hash, at) {
      const cell = find(word(hash, at), word(hash, at + 8));
      return cells[cell] === 0 && cells[cell + 1] === 0 ? -1 : (cells[cell + 2] as number);
    },
    set(hash, at, value) {
      const [a, b] = [word(hash, at), word(hash, at + 8)];
      const cell = find(a, b);
      if (cells[cell] === 0 && cells[cell + 1] === 0) size++;
      cells.set([a, b, value], cell);
      if (size * 2 > slots) grow();
    },
    get size() {
      return size;
    },
  };
}

/** Eight hex digits as a number. */
function word(hash: Buffer, at: number): number {
  let value = 0;
  for (let i = at; i < at + 8; i++) {
    const digit = hash[i] as number;
    value = (value << 4) | (digit < 58 ? digit - 48 : digit - 87);
  }
  return value >>> 0;
}
