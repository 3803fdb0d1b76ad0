import { barren, type FolderNews, folderProblems, type Heard, inputOf } from "../batch/heard.js";
import { type Met, STDIN, walk } from "../batch/walk.js";
import type { Opened } from "../engine/files.js";
import { foreignLanguage, foreignProblem } from "../engine/language.js";
import { openEach, openStdin } from "../engine/open.js";
import type { ReadOptions } from "../engine/read.js";
import type { Source } from "../engine/source.js";
import type { Problem, Transcript } from "../model/index.js";
import { bug } from "./bug.js";
import type { CachedAuditor } from "./cache/cached.js";
import { breath, readInTime } from "./in-time.js";
import { disabled, scriptOf, unusedMarkers } from "./script.js";

/** How to read and judge. */
export interface Plan {
  readonly reading: ReadOptions;
  /** One with a cache before it knows how many of its answers it had kept. */
  readonly auditor: CachedAuditor;
  readonly stdinName?: string | undefined;
  /** After all inputs: what was said of conversations that were not among them. */
  unused?(): readonly Problem[];
}

/** paths → sources → transcripts → audits, in the order given, one at a time. */
export async function* run(paths: readonly string[], plan: Plan): AsyncGenerator<Heard> {
  for await (const news of runOver(walk(paths), plan)) {
    if ("folder" in news) for (const problem of folderProblems(news)) yield { problem };
    else yield "last" in news ? { problem: news.last } : news;
  }
}

/** The same for what was met, with what is said last of folders and of the run as a whole told apart. */
export async function* runOver(
  met: AsyncIterable<Met>,
  plan: Plan,
): AsyncGenerator<Heard | FolderNews | { readonly last: Problem }> {
  const folders = new Map<string, { audits: number; files: number }>();
  for await (const one of met) {
    if ("folder" in one) {
      folders.set(one.folder, { audits: 0, files: 0 });
      continue;
    }
    yield inputOf(one);
    if ("problem" in one) {
      yield one;
      continue;
    }
    const count = folders.get(one.within ?? "");
    if (count) count.files++;
    for await (const heard of listen(one.path, one.named, plan)) {
      if (count && "audit" in heard) count.audits++;
      yield heard;
      await breath();
    }
  }
  for (const [folder, counts] of folders) yield { folder, ...counts };
  for (const last of plan.unused?.() ?? []) yield { last };
}

/** A file or standard input → audits, one by one. */
export async function* listen(path: string, named: boolean, plan: Plan): AsyncGenerator<Heard> {
  const { limits } = plan.reading;
  const archive = { members: 0, audits: 0, name: "" };
  for await (const opened of path === STDIN
    ? openStdin(plan.stdinName, limits)
    : openEach(path, named, limits)) {
    const source = "source" in opened ? opened.source : undefined;
    // The single file of a gzip speaks for itself.
    if (source?.within !== undefined && source.name !== source.within) {
      archive.members++;
      archive.name = source.within;
    }
    for await (const heard of heardOf(opened, plan)) {
      if ("audit" in heard) archive.audits++;
      yield heard;
    }
  }
  if (named && archive.members > 0 && archive.audits === 0)
    yield { problem: barren("archive", archive.name, archive.members) };
}

function heardOf(opened: Opened, plan: Plan): Iterable<Heard> | AsyncIterable<Heard> {
  return "problem" in opened ? [opened] : judged(opened.source, plan);
}

/** A source → audits, one by one. */
export async function* judged(source: Source, { reading, auditor }: Plan): AsyncGenerator<Heard> {
  const script = scriptOf(source);
  for (const problem of script.problems) yield { problem };
  for await (const read of readInTime(script.source, reading)) {
    if ("problem" in read) {
      yield read;
      continue;
    }
    const telling = foreignLanguage(read.transcript);
    const foreign = telling && (await telling);
    if (foreign !== undefined) yield { problem: foreignProblem(read.transcript, foreign) };
    yield judge(read.transcript, foreign);
  }
  for (const problem of unusedMarkers(source, script)) yield { problem };

  function judge(transcript: Transcript, foreign: string | undefined): Heard {
    try {
      return { audit: disabled(auditor(transcript, foreign), script) };
    } catch (error) {
      return { problem: bug(transcript.source, error) };
    }
  }
}
