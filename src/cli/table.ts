import stringWidth from "string-width";
import { terminalText } from "../safety/index.js";

/** Rows under a head, columns aligned, two spaces between; the last column runs as long as it likes. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map(row => row.map(terminalText));
  const widths = head.map((_, column) => Math.max(...cells.map(row => stringWidth(row[column] ?? ""))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell + " ".repeat(Math.max(0, (widths[column] ?? 0) - stringWidth(cell))))
      .join("  ")
      .trimEnd();
  return `${cells.map(line).join("\n")}\n`;
}
