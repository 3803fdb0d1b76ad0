import { shippedChecklists } from "../../checklist/index.js";
import { readText } from "../../engine/text-file.js";
import { type Ending, WELL } from "../exit.js";
import { print } from "../output.js";
import { table } from "../table.js";

/** Lists the checklists that ship. */
export async function checklistList(): Promise<Ending> {
  const rows = shippedChecklists(readText).map(({ name, version, checks, summary }) => [
    name,
    version,
    String(checks.length),
    summary,
  ]);
  await print(table(["checklist", "version", "checks", "what it is for"], rows));
  return WELL;
}
