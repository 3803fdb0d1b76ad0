import { existsSync, writeFileSync } from "node:fs";
import { skeleton } from "../../checklist/skeleton.js";
import { terminal } from "../../safety/index.js";
import { complain, usage } from "../complain.js";
import type { Flags } from "../config/resolve.js";
import { BROKEN, type Ending, WELL } from "../exit.js";
import { print } from "../output.js";

/** Writes a commented checklist to start from. */
export async function checklistNew(name: string, { force }: Flags): Promise<Ending> {
  if (!/^[a-z0-9][a-z0-9-]{0,60}$/.test(name)) {
    complain([usage(`Unexpected name \`${name}\`, expected small letters, digits and dashes`)]);
    return BROKEN;
  }
  return writeNew(`${name}.yaml`, skeleton(name), force === true);
}

/** Writes a checklist into a file that is not there yet, unless it may be overwritten. */
export async function writeNew(file: string, text: string, force: boolean): Promise<Ending> {
  const told = (message: string): Ending => {
    complain([{ ...usage(message), source: file }]);
    return BROKEN;
  };
  if (existsSync(file) && !force)
    return told(`Unexpected ${file}, expected none here; --force overwrites it`);
  try {
    writeFileSync(file, text);
  } catch (error) {
    return told(`Unexpected error: ${(error as Error).message}`);
  }
  await print(
    terminal`Wrote ${file}. \`attune checklist check ${file}\` says whether it is right, \`test\` runs its examples.\n`,
  );
  return WELL;
}
