/** A copy of plain data whose tables lie in memory that threads share: handing it on copies none of them. */
export function sharing<T>(data: T): T {
  return copy(data, new Map()) as T;
}

function copy(value: unknown, known: Map<object, unknown>): unknown {
  if (typeof value !== "object" || value === null) return value;
  const before = known.get(value);
  if (before !== undefined) return before;
  const made = isTable(value) ? tableOf(value) : emptyOf(value);
  known.set(value, made);
  if (value instanceof Map)
    for (const [key, inner] of value)
      (made as Map<unknown, unknown>).set(copy(key, known), copy(inner, known));
  else if (Array.isArray(value)) for (const inner of value) (made as unknown[]).push(copy(inner, known));
  else if (!isTable(value) && !(value instanceof Set))
    for (const [key, inner] of Object.entries(value))
      (made as Record<string, unknown>)[key] = copy(inner, known);
  return made;
}

type Table = Uint8Array | Uint16Array | Uint32Array | Int8Array | Int16Array | Int32Array;

const isTable = (value: object): value is Table => ArrayBuffer.isView(value) && !(value instanceof DataView);

function tableOf(table: Table): Table {
  if (table.buffer instanceof SharedArrayBuffer) return table;
  const Kind = table.constructor as new (memory: SharedArrayBuffer) => Table;
  const shared = new Kind(new SharedArrayBuffer(table.byteLength));
  shared.set(table);
  return shared;
}

function emptyOf(value: object): object {
  if (value instanceof Map) return new Map();
  if (value instanceof Set) return new Set(value);
  return Array.isArray(value) ? [] : {};
}
