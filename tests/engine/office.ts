import type { Zippable } from "fflate";
import { bytes, zip } from "./pack.js";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPES = { "[Content_Types].xml": bytes(`${XML}<Types/>`) };
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A Word document of paragraphs; a line break inside one is a `w:br`, as Teams writes it. */
export function docx(paragraphs: readonly string[], head = ""): Uint8Array {
  const body = paragraphs.map(paragraph => {
    const runs = paragraph
      .split("\n")
      .map(line => `<w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r>`)
      .join("<w:r><w:br/></w:r>");
    return `<w:p><w:pPr><w:jc w:val="left"/></w:pPr>${runs}</w:p>`;
  });
  const xml = `${XML}${head}<w:document ${W}><w:body>${body.join("")}</w:body></w:document>`;
  return zip({ ...TYPES, "word/document.xml": bytes(xml) });
}

/** A cell: a text (shared), `{inline}`, a number, `{date}` as a day number in a date format, `{time}` the same for a clock. */
export type Cell =
  | string
  | number
  | { readonly inline: string }
  | { readonly date: number }
  | { readonly time: number }
  | null;

/** A workbook of sheets by name. */
export function xlsx(
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
  hidden = "",
): Uint8Array {
  const strings: string[] = [];
  const files: Zippable = { ...TYPES };
  const names = Object.keys(sheets);
  for (const [at, name] of names.entries())
    files[`xl/worksheets/sheet${at + 1}.xml`] = bytes(sheetXml(sheets[name] ?? [], strings));
  const list = names.map(
    (name, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}" ${name === hidden ? 'state="hidden" ' : ""}r:id="rId${at + 1}"/>`,
  );
  const targets = names.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  files["xl/workbook.xml"] = bytes(
    `${XML}<workbook xmlns:r="r"><sheets>${list.join("")}</sheets></workbook>`,
  );
  files["xl/_rels/workbook.xml.rels"] = bytes(`${XML}<Relationships>${targets.join("")}</Relationships>`);
  files["xl/sharedStrings.xml"] = bytes(
    `${XML}<sst>${strings.map(text => `<si><r><t xml:space="preserve">${escaped(text)}</t></r><rPh sb="0" eb="1"><t>guide</t></rPh></si>`).join("")}</sst>`,
  );
  files["xl/styles.xml"] = bytes(
    `${XML}<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-409]hh:mm:ss;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
  );
  return zip(files);
}

function sheetXml(rows: readonly (readonly Cell[])[], strings: string[]): string {
  const lines = rows.flatMap((cells, row) => {
    if (cells.length === 0) return [];
    const written = cells.map((cell, column) =>
      cellXml(cell, `${String.fromCharCode(65 + column)}${row + 1}`, strings),
    );
    return [`<row r="${row + 1}">${written.join("")}</row>`];
  });
  return `${XML}<worksheet><sheetData>${lines.join("")}</sheetData></worksheet>`;
}

function cellXml(cell: Cell, place: string, strings: string[]): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === "string") return `<c r="${place}" t="s"><v>${strings.push(cell) - 1}</v></c>`;
  if ("inline" in cell) return `<c r="${place}" t="inlineStr"><is><t>${escaped(cell.inline)}</t></is></c>`;
  return "date" in cell
    ? `<c r="${place}" s="1"><v>${cell.date}</v></c>`
    : `<c r="${place}" s="2"><v>${cell.time}</v></c>`;
}
