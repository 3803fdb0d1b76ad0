import { STDIN } from "../../batch/walk.js";
import { turnListOf } from "../../engine/convert/turns.js";
import { vconOf } from "../../engine/convert/vcon.js";
import { webvttOf } from "../../engine/convert/webvtt.js";
import { openEach, openStdin } from "../../engine/open.js";
import type { ReadOptions } from "../../engine/read.js";
import type { Problem, Transcript } from "../../model/index.js";
import { toJson } from "../../safety/index.js";
import { complain, usage } from "../complain.js";
import type { Flags } from "../config/resolve.js";
import { BROKEN, type Ending } from "../exit.js";
import { createWholeFile, type WholeFile } from "../file.js";
import { breath, readInTime } from "../in-time.js";
import { outputClosed, print } from "../output.js";
import { readingPlan } from "../reading.js";
import { type Abandoned, abandonOnSignal } from "../signals.js";
import { unexpectedName } from "../unexpected.js";
import { unwritable } from "../unwritable.js";

/** What a transcript can be written as. */
const TARGETS = ["turns", "vcon", "webvtt"] as const;
type Target = (typeof TARGETS)[number];

/** Any format in, one out. Nothing is masked: what is written is to be worked on. */
export async function convert(file: string, flags: Flags): Promise<Ending> {
  const { reading, problems } = await readingPlan(flags);
  const target = TARGETS.find(name => name === flags.to);
  const mistakes = [...problems, ...(target === undefined ? [strangeTarget(flags.to)] : [])];
  if (target === undefined || mistakes.length > 0) {
    complain(mistakes);
    return BROKEN;
  }
  const output = typeof flags.output === "string" && flags.output !== "-" ? flags.output : undefined;
  const held: Abandoned[] = [];
  const release = output === undefined ? undefined : abandonOnSignal(held);
  const sink = output === undefined ? undefined : openSink(output);
  if (sink !== undefined && "problem" in sink) {
    release?.();
    complain([sink.problem]);
    return BROKEN;
  }
  if (sink) held.push(sink);
  const found = await write(file, target, reading, sink);
  const written = found.some(({ code }) => code === "unconvertible") ? abandon(sink) : finish(sink, output);
  release?.();
  complain([...found, ...written]);
  return { below: 0, broken: written.length > 0, problems: found };
}

/** Writes every transcript as it comes; the problems are what could not be read or written. */
async function write(
  file: string,
  target: Target,
  reading: ReadOptions,
  sink: WholeFile | undefined,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  let count = 0;
  for await (const opened of file === STDIN
    ? openStdin("-", reading.limits)
    : openEach(file, true, reading.limits)) {
    if ("problem" in opened) {
      problems.push(opened.problem);
      continue;
    }
    for await (const read of readInTime(opened.source, { ...reading, unjudged: true })) {
      await breath();
      if ("problem" in read) problems.push(read.problem);
      else {
        const text = textOf(read.transcript, target, count++, problems);
        if (sink === undefined) await print(text);
        else sink.write(text);
      }
      if (sink === undefined && outputClosed()) return problems;
    }
  }
  if (count === 0 && problems.every(({ effect }) => effect !== "unreadable"))
    problems.push(unconvertible(file, "Unexpected input without a conversation, expected at least one"));
  return problems;
}

function textOf(transcript: Transcript, target: Target, count: number, problems: Problem[]): string {
  if (target === "turns") return `${toJson(turnListOf(transcript))}\n`;
  if (target === "vcon") return `${toJson(vconOf(transcript))}\n`;
  if (count > 0) {
    if (count === 1)
      problems.push(
        unconvertible(
          transcript.source,
          "Unexpected second conversation, expected one: captions hold one each",
        ),
      );
    return "";
  }
  const captions = webvttOf(transcript);
  if ("expected" in captions) {
    const message = `Unexpected transcript for captions, expected ${captions.expected}`;
    problems.push(unconvertible(transcript.source, message));
    return "";
  }
  for (const message of captions.notes)
    problems.push({ source: transcript.source, code: "made-up", effect: "note", message });
  return captions.text;
}

const unconvertible = (source: string, message: string): Problem => ({
  source,
  code: "unconvertible",
  effect: "unreadable",
  named: true,
  message,
});

function strangeTarget(to: unknown): Problem {
  return usage(
    to === undefined
      ? `Unexpected lack of --to, expected one of ${TARGETS.join(", ")}`
      : unexpectedName("target", String(to), TARGETS),
  );
}

function openSink(output: string): WholeFile | { readonly problem: Problem } {
  try {
    return createWholeFile(output);
  } catch (error) {
    return { problem: unwritable(output, error) };
  }
}

function abandon(sink: WholeFile | undefined): readonly Problem[] {
  sink?.abandon();
  return [];
}

function finish(sink: WholeFile | undefined, output = "-"): readonly Problem[] {
  try {
    sink?.finish();
    return [];
  } catch (error) {
    return [unwritable(output, error)];
  }
}
