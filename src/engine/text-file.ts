import { readFileSync } from "node:fs";

/** The text of a file that is ours or the user's own, such as a checklist; throws what reading throws. */
export const readText = (path: string): string => readFileSync(path, "utf8");

/** The bytes of such a file. */
export const readBytes = (path: string): Uint8Array => readFileSync(path);
