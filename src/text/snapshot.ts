import type { Lexicon } from "./lexicon.js";

/** First bytes of a snapshot; the digit changes with the layout. */
const MAGIC = "ATNLEX3\n";
const ALIGN = 8;
const LETTERS = "letters.";

type Numbers = Uint8Array | Uint16Array | Uint32Array;
const KINDS = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array } as const;

/** Tables of a lexicon, in the order they are written. */
const TABLES = [
  ["letters.table", "u16"],
  ["letters.accepts", "u16"],
  ["letters.outputAt", "u32"],
  ["letters.output", "u16"],
  ["steering", "u8"],
  ["childAt", "u32"],
  ["childWord", "u16"],
  ["childTo", "u32"],
  ["rootAt", "u32"],
  ["anyTo", "u32"],
  ["gapAt", "u32"],
  ["gapUpTo", "u8"],
  ["gapTo", "u32"],
  ["edgeAt", "u32"],
  ["edgeCode", "u8"],
  ["edgeTo", "u32"],
  ["endAt", "u32"],
  ["ends", "u16"],
  ["has", "u8"],
  ["mask", "u32"],
  ["entryList", "u16"],
  ["entryGuards", "u8"],
] as const;

interface Head {
  readonly lengths: readonly number[];
  readonly lists: readonly string[];
  readonly phrases: readonly string[];
}

/** A lexicon as bytes: a line of magic, the length of the head, the head as JSON, then the tables. Little-endian, as every platform Node runs on. */
export function encodeLexicon(lexicon: Lexicon): Uint8Array {
  const flat = { ...lexicon, ...prefixed(lexicon.letters) } as unknown as Record<string, Numbers>;
  const tables = TABLES.map(([name]) => flat[name] as Numbers);
  const head: Head = {
    lengths: tables.map(table => table.length),
    lists: lexicon.lists,
    phrases: lexicon.phrases,
  };
  const json = new TextEncoder().encode(JSON.stringify(head));
  const start = aligned(MAGIC.length + 4 + json.length);
  const bytes = new Uint8Array(tables.reduce((at, table) => aligned(at + table.byteLength), start));
  bytes.set(new TextEncoder().encode(MAGIC));
  new DataView(bytes.buffer).setUint32(MAGIC.length, json.length, true);
  bytes.set(json, MAGIC.length + 4);
  let at = start;
  for (const table of tables) {
    bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), at);
    at = aligned(at + table.byteLength);
  }
  return bytes;
}

/** The lexicon in a snapshot, its tables views of the bytes; undefined where the bytes are no snapshot of this layout. */
export function decodeLexicon(given: Uint8Array): Lexicon | undefined {
  // A Buffer from a pool may begin anywhere; views need their alignment.
  const bytes = given.byteOffset % ALIGN === 0 ? given : given.slice();
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (head.toString("latin1", 0, MAGIC.length) !== MAGIC) return undefined;
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
  const from = MAGIC.length + 4;
  const { lengths, lists, phrases } = JSON.parse(head.toString("utf8", from, from + size)) as Head;
  let at = aligned(from + size);
  const tables: Record<string, Numbers> = {};
  TABLES.forEach(([name, kind], i) => {
    const table = new KINDS[kind](bytes.buffer as ArrayBuffer, bytes.byteOffset + at, lengths[i] as number);
    tables[name] = table;
    at = aligned(at + table.byteLength);
  });
  const entries = Object.entries(tables);
  const letters = entries
    .filter(([name]) => name.startsWith(LETTERS))
    .map(([name, table]) => [name.slice(LETTERS.length), table]);
  const others = entries.filter(([name]) => !name.startsWith(LETTERS));
  return {
    ...Object.fromEntries(others),
    letters: Object.fromEntries(letters),
    lists,
    phrases,
  } as unknown as Lexicon;
}

const aligned = (at: number): number => Math.ceil(at / ALIGN) * ALIGN;

const prefixed = (letters: object): object =>
  Object.fromEntries(Object.entries(letters).map(([name, table]) => [LETTERS + name, table]));
