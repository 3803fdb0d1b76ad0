import type { Document, Format, Sniff } from "../../model/index.js";
import { refuse } from "./notes.js";

/** A format that is recognised, so that it can be refused by its name, with what to export instead. */
export function refusedFormat(
  name: string,
  title: string,
  recognised: string,
  instead: string,
  sniff: (document: Document) => Sniff,
): Format {
  return {
    name,
    title,
    status: "documented",
    about: {
      recognised,
      roles: "not read",
      times: "not read",
      overlap: "not read",
      traps: "refused by name",
    },
    sniff,
    read: ({ line }) =>
      refuse(
        "refused-format",
        `Unexpected ${title} file, which attune does not read; expected ${instead}`,
        line,
      ),
  };
}

/** Columns of the first lines that hold data, comments (`;;`) left out; parted at white space. */
export function columnsIn(document: Document): readonly (readonly string[])[] {
  if (document.json !== undefined) return [];
  const known = columns.get(document) ?? parted(document.text);
  columns.set(document, known);
  return known;
}

/** Three formats ask for them, one after the other. */
const columns = new WeakMap<Document, readonly (readonly string[])[]>();

function parted(text: string): readonly (readonly string[])[] {
  return text
    .slice(0, 4_000)
    .split("\n")
    .slice(0, 20)
    .map(line => line.trim())
    .filter(line => line !== "" && !line.startsWith(";;"))
    .map(line => line.split(/\s+/, 12));
}

/** Whether a column holds a number of seconds. */
export function isSeconds(column: string | undefined): boolean {
  return column !== undefined && column.length < 24 && /^\d+(?:\.\d+)?$/.test(column);
}
