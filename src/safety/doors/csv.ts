import { neutral } from "../characters.js";
import { tagOf } from "./tag.js";

/** What a spreadsheet takes for the beginning of a formula, also behind spaces and in full width. */
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20|%]/;

/** One CSV field, quoted; a text that a spreadsheet would run as a formula gets an apostrophe in front. */
export function csvField(text: string): string {
  const readable = neutral(text).replace(/\t/g, " ");
  const inert = FORMULA.test(readable) ? `'${readable}` : readable;
  return `"${inert.replaceAll('"', '""')}"`;
}

/** Tagged template for CSV: each value becomes a quoted field. */
export const csv = tagOf(csvField);

/** A row of fields; numbers stay numbers, nothing stays an empty field. */
export function csvRow(fields: readonly (string | number | null | undefined)[]): string {
  const written = fields.map(field => (typeof field === "string" ? csvField(field) : (field ?? "")));
  return `${written.join(",")}\r\n`;
}
