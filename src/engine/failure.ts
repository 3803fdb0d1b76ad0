import type { Problem } from "../model/index.js";
import { Refusal } from "./refusal.js";

/** What the system said when a file would not open or read, or why a stream was refused, as a problem; anything else is a bug and goes on as one. */
export function failure(source: string, named: boolean, error: unknown): Problem {
  if (error instanceof Refusal) return { source, named: named || error.named, ...error.complaint };
  const reason =
    error instanceof Error && "code" in error && "syscall" in error ? String(error.code) : undefined;
  if (reason === undefined) throw error;
  const other = ["unreadable-file", `Unexpected error ${reason}, expected a readable file`] as const;
  const [code, message] = FAILURES.get(reason) ?? other;
  return { source, named, code, message, effect: "unreadable" };
}

const MISSING = ["missing-file", "Unexpected missing file, expected a transcript"] as const;
const FORBIDDEN = [
  "unreadable-file",
  "Unexpected lack of permission, expected a file that may be read",
] as const;
const FAILURES: ReadonlyMap<string, readonly [string, string]> = new Map<string, readonly [string, string]>([
  ["ENOENT", MISSING],
  ["ENOTDIR", MISSING],
  ["EISDIR", ["folder", "Unexpected folder, expected a file"]],
  ["EACCES", FORBIDDEN],
  ["EPERM", FORBIDDEN],
]);
