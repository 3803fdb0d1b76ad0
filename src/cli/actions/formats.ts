import { STDIN } from "../../batch/walk.js";
import { openFile, openStdin } from "../../engine/files.js";
import { recognise } from "../../engine/read.js";
import * as shelf from "../../formats/index.js";
import type { Format } from "../../model/index.js";
import { terminal } from "../../safety/index.js";
import { complain } from "../complain.js";
import { BROKEN, type Ending, WELL } from "../exit.js";
import { print } from "../output.js";
import { table } from "../table.js";

const formatList: readonly Format[] = Object.values(shelf);

/** Lists what is read, or says how a file is taken. */
export async function formats(file: string | undefined): Promise<Ending> {
  return file === undefined ? list() : recognised(file);
}

async function list(): Promise<Ending> {
  const rows = formatList.map(({ name, title, status, about }) => [
    name,
    status,
    about.roles,
    about.times,
    title,
  ]);
  await print(table(["format", "proven by", "roles", "times", "what it is"], rows));
  await print(
    "\nProven by: real, an actual export was read; fixture, somebody else's example; documented, documentation alone.\n",
  );
  return WELL;
}

async function recognised(file: string): Promise<Ending> {
  const opened = file === STDIN ? await openStdin() : await openFile(file, true);
  if ("problem" in opened) {
    complain([opened.problem]);
    return { ...BROKEN, problems: [opened.problem] };
  }
  const candidates = recognise(opened.source);
  const [best] = candidates;
  if (best === undefined) {
    await print(
      terminal`${file}: no format recognises it; --from FORMAT reads it as one of \`attune formats\`\n`,
    );
    return BROKEN;
  }
  const rows = candidates.map(({ format, confidence, because }) => [format, confidence.toFixed(2), because]);
  await print(terminal`${file}: ${best.format}\n\n`);
  await print(table(["format", "sure", "because"], rows));
  return WELL;
}
