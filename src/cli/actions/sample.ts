import { type Candidate, drawSample, type Sample } from "../../batch/sample.js";
import { STDIN } from "../../batch/walk.js";
import { turnListOf } from "../../engine/convert/turns.js";
import type { ReadOptions } from "../../engine/read.js";
import { readText } from "../../engine/text-file.js";
import type { Problem } from "../../model/index.js";
import { csvRow, maskText, toJson } from "../../safety/index.js";
import { identityOf } from "../../store/identity.js";
import { candidateOf, transcriptsAt } from "../candidates.js";
import { complain, usage } from "../complain.js";
import type { Flags } from "../config/resolve.js";
import { BROKEN, type Ending } from "../exit.js";
import { createWholeFile } from "../file.js";
import { print } from "../output.js";
import { readingPlan } from "../reading.js";
import { linesOf, trailOf } from "../sampled.js";
import { unexpectedName } from "../unexpected.js";
import { unwritable } from "../unwritable.js";

const FORMATS = ["lines", "csv", "json"] as const;

interface Asked {
  readonly seed: string;
  readonly perAgent?: number | undefined;
  readonly size?: number | undefined;
  readonly fields: readonly string[];
  readonly format: (typeof FORMATS)[number];
}

/** Draws conversations fairly and says what was drawn from what. */
export async function sample(paths: readonly string[], flags: Flags): Promise<Ending> {
  const { reading, problems } = await readingPlan(flags);
  const mistakes: Problem[] = [...problems];
  const asked = askedOf(paths, flags, mistakes);
  const before = drawnBefore(flags, mistakes);
  if (mistakes.length > 0) {
    complain(mistakes);
    return BROKEN;
  }
  const met = await population(paths, reading, asked.fields, before);
  const drawn = drawSample(met.candidates, asked);
  const found = [...met.problems, ...emptiness(paths, met, drawn)];
  const files = await written(drawn, paths, { flags, asked, reading, skipped: met.skipped });
  await print(printed(drawn, asked, met.skipped));
  complain([...found, ...files]);
  return { below: 0, broken: files.length > 0, problems: found };
}

function askedOf(paths: readonly string[], flags: Flags, mistakes: Problem[]): Asked {
  const number = (name: string): number | undefined => {
    const text = flags[name];
    if (text === undefined) return undefined;
    if (!/^[1-9]\d{0,6}$/.test(String(text)))
      mistakes.push(usage(`Unexpected \`${String(text)}\` for --${name}, expected a whole number from 1`));
    return Number(text);
  };
  const [perAgent, size] = [number("per-agent"), number("size")];
  if (perAgent === undefined && size === undefined)
    mistakes.push(usage("Unexpected lack of --per-agent and --size, expected one of them"));
  if (typeof flags.seed !== "string" || flags.seed === "")
    mistakes.push(
      usage("Unexpected lack of --seed, expected a text that the draw depends on, such as 2026-w10"),
    );
  const format = FORMATS.find(name => name === (flags.format ?? "lines"));
  if (!format) mistakes.push(usage(unexpectedName("format", String(flags.format), FORMATS)));
  if (flags.turns !== undefined && paths.includes(STDIN))
    mistakes.push(usage("Unexpected - with --turns, expected files: what is drawn is read a second time"));
  const fields = (flags.stratify as readonly string[] | undefined) ?? [];
  return { seed: String(flags.seed ?? ""), perAgent, size, fields, format: format ?? "lines" };
}

/** Hashes of what earlier trails drew. */
function drawnBefore(flags: Flags, mistakes: Problem[]): ReadonlySet<string> {
  const hashes = new Set<string>();
  for (const path of (flags.without as readonly string[] | undefined) ?? []) {
    try {
      const trail = JSON.parse(readText(path)) as { drawn?: readonly { transcript?: unknown }[] };
      if (!Array.isArray(trail.drawn)) throw new Error("no list `drawn`");
      for (const { transcript } of trail.drawn) if (typeof transcript === "string") hashes.add(transcript);
    } catch (error) {
      mistakes.push(
        usage(`${path}: Unexpected ${(error as Error).message}, expected a trail of attune sample`),
      );
    }
  }
  return hashes;
}

interface Population {
  readonly candidates: readonly Candidate[];
  readonly problems: readonly Problem[];
  /** Left out because an earlier trail drew them. */
  readonly skipped: number;
}

async function population(
  paths: readonly string[],
  reading: ReadOptions,
  fields: readonly string[],
  before: ReadonlySet<string>,
): Promise<Population> {
  const candidates: Candidate[] = [];
  const problems: Problem[] = [];
  let skipped = 0;
  for await (const read of transcriptsAt(paths, reading)) {
    if ("problem" in read) {
      problems.push(read.problem);
      continue;
    }
    const one = candidateOf(read.transcript, fields);
    if (before.has(one.hash)) skipped++;
    else candidates.push(one);
  }
  return { candidates, problems, skipped };
}

function emptiness(paths: readonly string[], met: Population, { drawn }: Sample): readonly Problem[] {
  if (drawn.length > 0 || met.problems.some(({ effect }) => effect === "unreadable")) return [];
  const message = "Unexpected input without a conversation to draw, expected at least one";
  return [{ source: paths[0] ?? "-", code: "nothing-drawn", effect: "unreadable", named: true, message }];
}

function printed(sampled: Sample, { format, seed, perAgent, size, fields }: Asked, skipped: number): string {
  if (format === "lines") return linesOf(sampled, fields);
  if (format === "json") return `${toJson(trailOf(sampled, { seed, perAgent, size, fields, skipped }))}\n`;
  const rows = sampled.drawn.map(({ source, agent, id, hash, strata }) => [
    source,
    maskText(agent),
    id,
    hash,
    ...strata.map(name => maskText(name)),
  ]);
  return [["source", "agent", "id", "transcript", ...fields], ...rows].map(csvRow).join("");
}

async function written(
  sampled: Sample,
  paths: readonly string[],
  { flags, asked, reading, skipped }: { flags: Flags; asked: Asked; reading: ReadOptions; skipped: number },
): Promise<readonly Problem[]> {
  const { trail, turns } = flags;
  const problems: Problem[] = [];
  const write = async (path: unknown, fill: (add: (text: string) => void) => unknown): Promise<void> => {
    if (typeof path !== "string") return;
    try {
      const file = createWholeFile(path);
      await fill(text => file.write(text));
      file.finish();
    } catch (error) {
      problems.push(unwritable(path, error));
    }
  };
  await write(trail, add => add(`${toJson(trailOf(sampled, { ...asked, skipped }))}\n`));
  await write(turns, async add => {
    const wanted = new Set(sampled.drawn.map(({ hash }) => hash));
    for await (const read of transcriptsAt(paths, reading))
      if ("transcript" in read && wanted.delete(identityOf(read.transcript)))
        add(`${toJson(turnListOf(read.transcript))}\n`);
  });
  return problems;
}
