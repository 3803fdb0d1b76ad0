import type { Sheet } from "../../model/index.js";
import { type Limits, limitReached } from "../limits.js";
import { Refusal } from "../refusal.js";
import { readXml } from "../xml.js";
import { brokenPart, type PartReader } from "./part.js";
import { dateStyles, dateText } from "./xlsx-dates.js";

/** The sheets of a workbook that people see, each cell as text: shared strings, inline strings, numbers, dates as ISO 8601. Undefined where it is no workbook. */
export function sheetsIn(read: PartReader, limits: Limits): readonly Sheet[] | undefined {
  const book = read("xl/workbook.xml");
  if (book === undefined) return undefined;
  const { sheets, from1904 } = workbook(book);
  const targets = relations(read("xl/_rels/workbook.xml.rels") ?? "");
  const strings = sharedStrings(read("xl/sharedStrings.xml") ?? "");
  const dates = dateStyles(read("xl/styles.xml") ?? "");
  return sheets.map(({ name, relation }, index) => {
    const path = targets.get(relation) ?? `worksheets/sheet${index + 1}.xml`;
    const xml = read(path.startsWith("/") ? path : `xl/${path}`) ?? "";
    const rows = xml === "" ? [] : rowsIn(xml, path, { strings, dates, from1904 }, limits);
    return { name, rows };
  });
}

function hear(path: string, xml: string, events: Parameters<typeof readXml>[1], limits?: Limits): void {
  const wrong = xml === "" ? undefined : readXml(xml, events, limits);
  if (wrong !== undefined) throw brokenPart(path, wrong);
}

interface Book {
  readonly sheets: readonly { readonly name: string; readonly relation: string }[];
  readonly from1904: boolean;
}

function workbook(xml: string): Book {
  const sheets: { name: string; relation: string }[] = [];
  let from1904 = false;
  hear("xl/workbook.xml", xml, {
    open(name, attributes) {
      const get = (key: string) => attributes.get(key) ?? "";
      if (name === "workbookPr") from1904 = /^(?:1|true)$/.test(get("date1904"));
      // Hidden sheets hold lists for menus.
      if (name === "sheet" && !/hidden/i.test(get("state")))
        sheets.push({ name: get("name"), relation: get("id") });
    },
  });
  return { sheets, from1904 };
}

function relations(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  hear("xl/_rels/workbook.xml.rels", xml, {
    open(name, attributes) {
      if (name === "Relationship") targets.set(attributes.get("Id") ?? "", attributes.get("Target") ?? "");
    },
  });
  return targets;
}

/** Texts that cells point to; phonetic guides of Japanese are not part of them. */
function sharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let text = "";
  let reading = false;
  let guide = false;
  hear("xl/sharedStrings.xml", xml, {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") guide = true;
      else if (name === "t") reading = !guide;
    },
    close(name) {
      if (name === "si") strings.push(text);
      else if (name === "rPh") guide = false;
      else if (name === "t") reading = false;
    },
    text(part) {
      if (reading) text += part;
    },
  });
  return strings;
}

interface Lookups {
  readonly strings: readonly string[];
  readonly dates: ReadonlySet<number>;
  readonly from1904: boolean;
}

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
}

/** Columns further right hold nothing of ours. */
const MOST_COLUMNS = 1_000;

function rowsIn(xml: string, path: string, book: Lookups, limits: Limits): Sheet["rows"] {
  const rows: { cells: string[]; line: number }[] = [];
  let row: { cells: string[]; line: number } | undefined;
  let cell: Cell | undefined;
  let reading = false;
  let line = 0;
  hear(
    path,
    xml,
    {
      open(name, attributes) {
        if (name === "row") {
          line = rowNumber(attributes.get("r")) ?? line + 1;
          row = { cells: [], line };
          if (rows.length > limits.turns)
            throw new Refusal(limitReached("turns", limits, "sheet with more rows"));
        } else if (name === "c") cell = cellOf(attributes, row?.cells.length ?? 0);
        else if (name === "v" || name === "t") reading = true;
      },
      text(part) {
        if (reading && cell !== undefined) cell.value += part;
      },
      close(name) {
        if (name === "v" || name === "t") reading = false;
        else if (name === "c" && row !== undefined && cell !== undefined && cell.column < MOST_COLUMNS) {
          while (row.cells.length < cell.column) row.cells.push("");
          row.cells[cell.column] = shown(cell, book);
        } else if (name === "row" && row?.cells.some(value => value !== "")) rows.push(row);
      },
    },
    limits,
  );
  return rows;
}

function cellOf(attributes: ReadonlyMap<string, string>, next: number): Cell {
  const letters = /^[A-Z]{1,3}/.exec(attributes.get("r") ?? "")?.[0];
  const column = letters === undefined ? next : columnNumber(letters);
  return { column, type: attributes.get("t") ?? "n", style: Number(attributes.get("s") ?? 0), value: "" };
}

/** «A» is 0, «AA» is 26. */
function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

function rowNumber(written: string | undefined): number | undefined {
  return written !== undefined && /^\d{1,8}$/.test(written) ? Number(written) : undefined;
}

function shown({ type, style, value }: Cell, { strings, dates, from1904 }: Lookups): string {
  if (type === "s") return escaped(strings[Number(value)] ?? "");
  if (type === "inlineStr" || type === "str") return escaped(value);
  if (type === "e") return "";
  if (type === "b") return value === "1" ? "true" : "false";
  return type === "n" && dates.has(style) && value !== "" ? dateText(Number(value), from1904, value) : value;
}

/** What XML cannot hold stands as `_x000D_` in cells. */
function escaped(text: string): string {
  return text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
}
