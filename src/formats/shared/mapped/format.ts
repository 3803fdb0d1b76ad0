import type { Document, Format, Reading, Sniff } from "../../../model/index.js";
import { calls } from "../call.js";
import { delimitedRows, headerOf } from "../delimited.js";
import { said } from "../json.js";
import { notes, refuse } from "../notes.js";
import { no, yes } from "../sniff.js";
import { fitsName } from "./globs.js";
import type { Mapping } from "./mapping.js";
import { listAt, type Path, textAt } from "./paths.js";
import { type MappedTurn, mappedRows } from "./rows.js";

/** XML as nested plain values, or what is wrong with it; given by the engine, which knows how to read it. */
export type XmlReader = (text: string) => { readonly value: unknown } | { readonly wrong: string };

/** A format made of a user's mapping. */
export interface MappedFormat extends Format {
  /** The conversation that a line of JSONL says its turn belongs to; undefined where a line is no turn of this mapping. */
  turnLine(json: unknown): string | undefined;
}

/** A mapping as a format among the others: it is sniffed like them, and sure where the content fits. */
export function mappedFormat(mapping: Mapping, readXml: XmlReader): MappedFormat {
  const shape = (document: Document) => shapeOf(document, mapping, readXml);
  return {
    name: mapping.name,
    title: `Your own format (${mapping.name})`,
    status: "documented",
    about: {
      recognised: "your mapping: its paths lead to turns",
      roles: mapping.role === undefined ? "names" : "by the path of the role",
      times: mapping.start === undefined ? "none" : `by path, unit ${mapping.unit}`,
      overlap: mapping.end === undefined ? "no" : "where there are starts and ends",
      traps: "those that the mapping knows",
    },
    sniff: document => opinion(document, mapping, shape(document)),
    read: document => reading(shape(document), mapping),
    turnLine(json) {
      if (mapping.turns !== undefined || mapping.conversations !== undefined || Array.isArray(json))
        return undefined;
      return isTurn(json, mapping) ? (textAt(json, mapping.id) ?? "") : undefined;
    },
  };
}

/** The conversations of a document as the mapping sees them: what stands around the turns, and the turns. */
type Shape =
  | readonly { readonly around: unknown; readonly turns: readonly MappedTurn[] }[]
  | { readonly wrong: string };

function shapeOf(document: Document, mapping: Mapping, readXml: XmlReader): Shape {
  const { json, text, sheet, line } = document;
  if (json !== undefined) return inTree(json, mapping, document);
  if (sheet !== undefined) return inTable(sheet.rows, mapping);
  if (text.trimStart().startsWith("<")) {
    const tree = readXml(text);
    return "wrong" in tree ? tree : inTree(tree.value, mapping, document);
  }
  const { delimiter, cells } = headerOf(text);
  return column(cells, mapping.text) < 0
    ? []
    : inTable(delimitedRows(text, delimiter, line, notes()), mapping);
}

function inTree(top: unknown, mapping: Mapping, { lines }: Document): Shape {
  const conversations = mapping.conversations === undefined ? [top] : listAt(top, mapping.conversations);
  return conversations.map(around => {
    const turns = listAt(around, mapping.turns ?? []);
    return { around, turns: turns.map((value, at) => ({ value, line: lines?.[at] })) };
  });
}

function column(cells: readonly string[], path: Path): number {
  return cells.findIndex(cell => cell.trim() === path.join("."));
}

/** Rows by the column of the id, each as an object of its cells by header. */
function inTable(
  rows: readonly { readonly cells: readonly string[]; readonly line: number }[],
  mapping: Mapping,
): Shape {
  const [header, ...body] = rows;
  if (header === undefined || column(header.cells, mapping.text) < 0) return [];
  const groups = new Map<string, MappedTurn[]>();
  for (const { cells, line } of body) {
    if (cells.every(cell => cell.trim() === "")) continue;
    const value = rowObject(header.cells, cells);
    const id = (mapping.id === undefined ? undefined : said(cells[column(header.cells, mapping.id)])) ?? "";
    const group = groups.get(id) ?? [];
    if (group.length === 0) groups.set(id, group);
    group.push({ value, line });
  }
  return [...groups.values()].map(turns => ({ around: turns[0]?.value, turns }));
}

/** Dots in a header are steps of a path. */
function rowObject(header: readonly string[], cells: readonly string[]): unknown {
  const top: Record<string, unknown> = Object.create(null);
  for (const [at, name] of header.entries()) {
    let into = top;
    const keys = name.trim().split(".").slice(0, 20);
    for (const key of keys.slice(0, -1)) {
      const inner = into[key];
      const next: Record<string, unknown> = isRecord(inner) ? inner : Object.create(null);
      into[key] = next;
      into = next;
    }
    into[keys.at(-1) ?? ""] = cells[at] ?? "";
  }
  return top;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isTurn(value: unknown, { text, speaker, role }: Mapping): boolean {
  const who = speaker ?? role;
  return textAt(value, text) !== undefined && (who === undefined || textAt(value, who) !== undefined);
}

/** Turns that are looked at. */
const SAMPLE = 20;

function opinion({ name }: Document, mapping: Mapping, shape: Shape): Sniff {
  if (!fitsName(name, mapping.match)) return no;
  if ("wrong" in shape) return no;
  const sample = shape.flatMap(({ turns }) => turns.slice(0, SAMPLE)).slice(0, SAMPLE);
  const fitting = sample.filter(({ value }) => isTurn(value, mapping)).length;
  if (fitting * 2 <= sample.length) return no;
  return yes(1, `your mapping: ${fitting} of ${sample.length} turns have what its paths lead to`);
}

function reading(shape: Shape, mapping: Mapping): Reading {
  if ("wrong" in shape) return refuse("broken-xml", `${shape.wrong}, expected what the mapping describes`);
  const found = notes();
  const parts = shape.map(({ around, turns }) => {
    const first = mapping.turns === undefined ? turns[0]?.value : around;
    const { rows, startedAt } = mappedRows(turns, mapping, found);
    return {
      rows,
      about: {
        startedAt,
        id: textAt(first, mapping.id),
        agent: textAt(first, mapping.agent),
        language: textAt(first, mapping.language),
        ...(mapping.channel !== undefined && { channel: mapping.channel }),
      },
    };
  });
  return calls(parts, found);
}
