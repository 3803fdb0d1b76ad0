import type { Problem } from "../model/index.js";

/** A report whose place cannot be written. */
export function unwritable(file: string, error: unknown): Problem {
  const { code, message } = error as NodeJS.ErrnoException;
  const expected = "expected a file that can be written";
  return {
    source: file,
    code: "unwritable",
    effect: "unreadable",
    named: true,
    message: `Unexpected error ${code ?? message}, ${expected}`,
  };
}
