import { readXml } from "../xml.js";
import { brokenPart } from "./part.js";

/** Number formats of dates and times that every workbook has without listing them. */
const BUILT_IN: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57,
]);

/** Numbers of the cell styles that show a number as a date or a time. */
export function dateStyles(xml: string): ReadonlySet<number> {
  const own = new Map<number, string>();
  const styles = new Set<number>();
  let count = 0;
  let inCells = false;
  const wrong =
    xml === ""
      ? undefined
      : readXml(xml, {
          open(name, attributes) {
            if (name === "numFmt")
              own.set(Number(attributes.get("numFmtId")), attributes.get("formatCode") ?? "");
            else if (name === "cellXfs") inCells = true;
            else if (name === "xf" && inCells) {
              const format = Number(attributes.get("numFmtId"));
              if (BUILT_IN.has(format) || isDate(own.get(format) ?? "")) styles.add(count);
              count++;
            }
          },
          close(name) {
            if (name === "cellXfs") inCells = false;
          },
        });
  if (wrong !== undefined) throw brokenPart("xl/styles.xml", wrong);
  return styles;
}

/** A format with letters of dates or clocks, quoted words and colours left out. */
function isDate(code: string): boolean {
  const bare = code.slice(0, 200).replace(/"[^"]*"|\\.|_.|\*./g, "");
  return /[dmyhs]/i.test(bare.replace(/\[(?!h|m|s)[^\]]*\]/gi, "")) && !/General/i.test(bare);
}

const DAY = 86_400_000;

/** The day number of a cell as text: a time of day («00:01:02.5») below 1, else a date in ISO 8601. */
export function dateText(days: number, from1904: boolean, written: string): string {
  if (!Number.isFinite(days) || days < 0 || days > 2_958_466) return written;
  const ms = Math.round(days * DAY);
  if (days < 1) return clockText(ms);
  // The first calendar of spreadsheets holds a 29 February 1900 that never was.
  const day = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  return new Date(day + ms)
    .toISOString()
    .replace("T", " ")
    .replace(/(?:\.000)?Z$/, "");
}

function clockText(ms: number): string {
  const text = new Date(ms).toISOString().slice(11, 23);
  return text.endsWith(".000") ? text.slice(0, 8) : text;
}
