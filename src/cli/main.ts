import { keepCompiled } from "./compile-cache.js";
import { BROKEN, type Ending, exitStatus, WELL } from "./exit.js";
import { note, print } from "./output.js";
import { version } from "./version.js";

const args = process.argv.slice(2);

async function start(): Promise<Ending> {
  // Asked by scripts and package managers more than anything else; it needs no command line parser.
  if (args.length === 1 && (args[0] === "--version" || args[0] === "-V")) {
    await print(`${version}\n`);
    return WELL;
  }
  keepCompiled(process.env);
  const { run } = await import("./program.js");
  return run(args);
}

const ending = await start().catch((error: unknown) => {
  note(`attune: this is a bug, please report it: ${error instanceof Error ? error.stack : String(error)}\n`);
  return BROKEN;
});

process.exitCode = exitStatus(ending);
