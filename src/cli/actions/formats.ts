import { STDIN } from "../../batch/walk.js";
import { type Look, lookAt, type Seen } from "../../engine/look.js";
import { openEach, openStdin } from "../../engine/open.js";
import { formats as shelf } from "../../engine/recognise.js";
import { terminal } from "../../safety/index.js";
import { complain, problemLine } from "../complain.js";
import type { Flags } from "../config/resolve.js";
import { BROKEN, type Ending, WELL } from "../exit.js";
import { print } from "../output.js";
import { readingPlan } from "../reading.js";
import { table } from "../table.js";

/** Members of an archive that are looked at. */
const MOST = 20;

/** Lists what is read, or says how a file is taken. */
export async function formats(file: string | undefined, flags: Flags): Promise<Ending> {
  return file === undefined ? list() : recognised(file, flags);
}

async function list(): Promise<Ending> {
  const rows = shelf.map(({ name, title, status, about }) => [
    name,
    about.roles === "not read" ? "refused" : status,
    title,
  ]);
  await print(table(["format", "proven by", "what it is"], rows));
  await print(
    "\nProven by: real, an actual export was read; fixture, somebody else's example; documented, documentation alone.\nRefused: recognised, and refused by name. What each gives away, roles, times and traps: docs/formats.md.\n",
  );
  return WELL;
}

async function recognised(file: string, flags: Flags): Promise<Ending> {
  const { reading, problems } = await readingPlan(flags);
  if (problems.length > 0) {
    complain(problems);
    return BROKEN;
  }
  const { limits } = reading;
  let ending = BROKEN;
  let count = 0;
  for await (const opened of file === STDIN ? openStdin("-", limits) : openEach(file, true, limits)) {
    if (++count > MOST) {
      await print(`\n… and more; looked at the first ${MOST}\n`);
      break;
    }
    if ("problem" in opened) {
      complain([opened.problem]);
      if (opened.problem.named) ending = { ...BROKEN, problems: [opened.problem] };
      continue;
    }
    if (count > 1) await print("\n");
    if (await show(opened.source.name, lookAt(opened.source, reading))) ending = WELL;
  }
  return ending;
}

/** Prints a look; whether a format was found. */
async function show(name: string, look: Look): Promise<boolean> {
  const [best] = look.candidates;
  if (best === undefined) {
    await print(
      terminal`${name}: no format recognises it (${look.seen}); --from FORMAT reads it as one of \`attune formats\`\n`,
    );
  } else {
    const taken = look.conversations[0]?.transcript.format ?? best.format;
    await print(terminal`${name}: ${taken}\nSeen: ${look.seen}\n\n`);
    const rows = look.candidates.map(({ format, confidence, because }) => [
      format,
      confidence.toFixed(2),
      because,
    ]);
    await print(table(["format", "sure", "because"], rows));
  }
  for (const seen of look.conversations) await print(`\n${conversation(seen)}`);
  if (look.more) await print("\n… and more conversations\n");
  if (look.problems.length > 0)
    await print(`\nMet on the way:\n${look.problems.map(problem => `  ${problemLine(problem)}\n`).join("")}`);
  return best !== undefined;
}

function conversation({ transcript, casts }: Seen): string {
  const { source, channel, turns, overlaps, language, agent, startedAt, metadata } = transcript;
  const counts = new Map<string, number>();
  for (const { role, speaker, kind } of turns)
    if (kind === "speech") counts.set(`${role}\n${speaker}`, (counts.get(`${role}\n${speaker}`) ?? 0) + 1);
  const others = turns.filter(({ kind }) => kind !== "speech").length;
  const timed = turns.filter(({ start }) => start !== undefined).length;
  const facts = [
    channel,
    `${turns.length} turns${others > 0 ? ` (${others} of them notes or events, never judged)` : ""}`,
    timed === 0 ? "no times" : timed === turns.length ? "times" : `times of ${timed}`,
    overlaps ? "overlap can be seen" : "overlap cannot be seen",
    ...[language, agent && `agent ${agent}`, startedAt].filter(fact => fact !== undefined),
    ...Object.entries(metadata).map(([key, value]) => `${key} ${value}`),
  ];
  const rows = casts.map(({ speaker, role, confidence, by, because }) => [
    `  ${speaker === "" ? "(no name)" : speaker}`,
    role,
    String(counts.get(`${role}\n${speaker}`) ?? 0),
    confidence.toFixed(2),
    `${BY[by]}: ${because}`,
  ]);
  const head = terminal`${source}: ${facts.join(", ")}\n`;
  return rows.length === 0
    ? head
    : `${head}${table(["  speaker", "role", "turns", "sure", "because"], rows)}`;
}

const BY = {
  export: "by the export",
  user: "by your word",
  words: "by the label",
  content: "by what they say",
  others: "by the others",
} as const;
