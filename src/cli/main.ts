import { BROKEN, exitStatus } from "./exit.js";
import { note } from "./output.js";
import { run } from "./program.js";

const ending = await run(process.argv.slice(2)).catch((error: unknown) => {
  note(`attune: this is a bug, please report it: ${error instanceof Error ? error.stack : String(error)}\n`);
  return BROKEN;
});

process.exitCode = exitStatus(ending);
