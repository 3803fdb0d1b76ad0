import type { Page, Problem } from "../model/index.js";
import { createWholeFile } from "./file.js";
import { filePage, print, stdoutPage, type When } from "./output.js";
import type { Named } from "./report-flags.js";
import { unwritable } from "./unwritable.js";

/** A report of a command that is no audit: everything that came of it → text. */
export interface TextReport<T> {
  readonly name: string;
  write(all: T, page: Page): string;
}

/** Writes each report to its place; the problems are places that cannot be written. */
export async function writeReports<T>(
  wanted: readonly Named<TextReport<T>>[],
  all: T,
  color: When,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const { entry, file } of wanted) {
    const text = entry.write(all, pageFor(file, color));
    if (file === undefined) await print(text);
    else problems.push(...written(file, text));
  }
  return problems;
}

/** The page of a place; masked and with quotes. */
export const pageFor = (file: string | undefined, color: When): Page => ({
  ...(file === undefined ? stdoutPage(color) : filePage(color)),
  mask: true,
  quotes: true,
});

function written(file: string, text: string): readonly Problem[] {
  try {
    const whole = createWholeFile(file);
    whole.write(text);
    whole.finish();
    return [];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return [unwritable(file, error)];
  }
}
