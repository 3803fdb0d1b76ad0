import Papa from "papaparse";

/** Rows of a table in any of the usual delimiters, as texts; a `sep=` line and blank rows are left out. */
export function csvRows(text: string): readonly (readonly string[])[] {
  const body = text.replace(/^\uFEFF/, "").replace(/^sep=.\r?\n/i, "");
  return Papa.parse<string[]>(body, { skipEmptyLines: "greedy" }).data.map(row =>
    row.map(cell => cell.trim()),
  );
}
