import type { News } from "../batch/heard.js";
import { walk } from "../batch/walk.js";
import { sizeOf } from "../engine/folder.js";
import { progressLine } from "./output.js";

/** A line is drawn anew so often, ms. */
const EVERY = 200;

/** What a batch is up to; drawn on a terminal alone. */
export interface Standing {
  readonly audits: number;
  readonly inputs: number;
  readonly failures: number;
  /** Bytes of the inputs that are done, and of all; 0 where it is not known. */
  readonly done: number;
  readonly all: number;
  /** Since the beginning, ms. */
  readonly spent: number;
}

/** The same news, with a line on standard error about how far they are. */
export async function* followed(news: AsyncIterable<News>, paths: readonly string[]): AsyncGenerator<News> {
  const began = Date.now();
  const all = await bytesOf(paths);
  let [audits, inputs, failures, done, size, drawn] = [0, 0, 0, 0, 0, 0];
  try {
    for await (const one of news) {
      yield one;
      if ("input" in one) {
        inputs++;
        done += size;
        size = sizeOf(one.input);
      } else if ("audit" in one || "counted" in one) audits++;
      else if ("problem" in one && one.problem.effect === "unreadable") failures++;
      const now = Date.now();
      if (now - drawn < EVERY) continue;
      drawn = now;
      progressLine(standingLine({ audits, inputs, failures, done, all, spent: now - began }));
    }
  } finally {
    progressLine("");
  }
}

async function bytesOf(paths: readonly string[]): Promise<number> {
  let bytes = 0;
  for await (const met of walk(paths)) if ("path" in met) bytes += sizeOf(met.path);
  return bytes;
}

/** «1,200 transcripts (310/s) · 3 unreadable · 41% · about 2 min left» */
export function standingLine({ audits, failures, done, all, spent }: Standing): string {
  const rate = spent > 0 ? Math.round((1000 * audits) / spent) : 0;
  const parts = [`${audits.toLocaleString("en")} transcripts (${rate.toLocaleString("en")}/s)`];
  if (failures > 0) parts.push(`${failures.toLocaleString("en")} unreadable`);
  if (all > 0 && done > 0) {
    parts.push(`${Math.floor((100 * done) / all)}%`, `about ${lasting((spent * (all - done)) / done)} left`);
  }
  return parts.join(" · ");
}

function lasting(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 100) return `${seconds} s`;
  return seconds < 6_000 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3_600)} h`;
}
