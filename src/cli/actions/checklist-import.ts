import { basename, extname } from "node:path";
import { importScorecard } from "../../checklist/scorecard.js";
import { decode } from "../../engine/decode.js";
import { readBytes } from "../../engine/text-file.js";
import { csvRows } from "../../formats/shared/csv-rows.js";
import { neutral } from "../../safety/index.js";
import { complain, usage } from "../complain.js";
import type { Flags } from "../config/resolve.js";
import { BROKEN, type Ending, WELL } from "../exit.js";
import { note, print } from "../output.js";
import { writeNew } from "./checklist-new.js";

/** Makes a checklist from a scorecard in a table. */
export async function checklistImport(file: string, { output, force }: Flags): Promise<Ending> {
  let text: string;
  try {
    text = decode(readBytes(file));
  } catch (error) {
    complain([{ ...usage(`Unexpected error: ${(error as Error).message}`), source: file }]);
    return BROKEN;
  }
  const to = output as string | undefined;
  const imported = importScorecard(csvRows(text), nameOf(to ?? file));
  if ("expected" in imported) {
    complain([{ ...usage(`Unexpected table, expected ${imported.expected}`), source: file, line: 1 }]);
    return BROKEN;
  }
  const { yaml, mapped, left } = imported;
  note(`attune: ${mapped} question(s) recognised, ${left} left for you to fill\n`);
  if (to !== undefined) return writeNew(to, yaml, force === true);
  await print(neutral(yaml));
  return WELL;
}

const nameOf = (file: string): string =>
  basename(file, extname(file))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "") || "scorecard";
