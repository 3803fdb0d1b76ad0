import { readFileSync } from "node:fs";

/** The text of a file that is ours or the user's own, such as a checklist; throws what reading throws. */
export const readText = (path: string): string => readFileSync(path, "utf8");
