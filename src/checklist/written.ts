import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from "yaml";
import type { Complaint } from "../model/index.js";

/** A line and column in a text, both from 1. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** A YAML or JSON text as a value, with the place of everything in it. */
export interface Written {
  readonly value: unknown;
  readonly complaints: readonly Complaint[];
  /** Where the key or item at this path is written; of a path that is not there, the nearest that is. */
  at(path: readonly (string | number)[]): Spot;
}

/** Parses YAML (and JSON, which is YAML), every mistake located. */
export function readWritten(text: string): Written {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const spot = (offset: number): Spot => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const complaints = document.errors.map(({ pos, message }) => syntax(spot(pos[0]), message));
  const value =
    complaints.length > 0 ? undefined : plain(() => document.toJS({ maxAliasCount: 100 }), complaints);
  return { value, complaints, at: path => spot(offsetOf(document.contents, path)) };
}

const syntax = (at: Spot, message: string): Complaint => ({
  ...at,
  code: "syntax",
  message: `Unexpected YAML: ${message}`,
  effect: "unreadable",
});

/** Aliases that multiply past all measure ("billion laughs") throw here. */
function plain(read: () => unknown, complaints: Complaint[]): unknown {
  try {
    return read();
  } catch (error) {
    complaints.push(syntax({ line: 1, column: 1 }, (error as Error).message));
    return undefined;
  }
}

function offsetOf(root: Node | null, path: readonly (string | number)[]): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const step of path) {
    const next: unknown = isMap(node)
      ? node.items.find(pair => named(pair, step))
      : isSeq(node)
        ? node.items[Number(step)]
        : undefined;
    if (next === undefined) break;
    const written = (isPair(next) ? next.key : next) as Node;
    offset = written.range?.[0] ?? offset;
    node = isPair(next) ? next.value : next;
  }
  return offset;
}

const named = ({ key }: Pair, name: string | number): boolean =>
  isScalar(key) && String(key.value) === String(name);
