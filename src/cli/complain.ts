import type { Problem } from "../model/index.js";
import { terminal } from "../safety/index.js";
import { note } from "./output.js";

const MOST = 20;

/** A mistake on the command line. */
export const usage = (message: string): Problem => ({
  source: "command line",
  code: "usage",
  effect: "unreadable",
  named: true,
  message,
});

/** A problem on one line, as compilers write them: `calls.yml:14:5: Unexpected …`. */
export function problemLine({ source, line, column, message }: Problem): string {
  const place = [source, line, column].filter(part => part !== undefined).join(":");
  return terminal`${place}: ${message}`;
}

/** Writes problems to standard error, the first twenty of many. */
export function complain(problems: readonly Problem[]): void {
  for (const problem of problems.slice(0, MOST)) note(`${problemLine(problem)}\n`);
  if (problems.length > MOST) note(`… and ${problems.length - MOST} more\n`);
}
