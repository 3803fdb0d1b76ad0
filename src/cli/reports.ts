import type { Audit, LazyReporter, Page, Problem, Reporter, Totals } from "../model/index.js";
import * as shelf from "../reporters/index.js";
import { maskKnownIn } from "../safety/index.js";
import type { Trace } from "./blob/trace.js";
import { bug } from "./bug.js";
import { createWholeFile } from "./file.js";
import { filePage, print, stdoutPage, type When } from "./output.js";
import { type Asked, namedReports } from "./report-flags.js";
import { unwritable } from "./unwritable.js";

/** A report asked for: which, and the file it goes to (standard output without). */
export interface Wanted {
  readonly reporter: Reporter;
  readonly file?: string;
}

/** What reports end with. */
export interface End {
  readonly problems: readonly Problem[];
  readonly totals: Totals;
  /** How the run went, where a blob is written. */
  readonly trace?: Trace | undefined;
}

/** Where reports go while a run goes on. */
export interface Reports {
  audit(audit: Audit): Promise<void>;
  /** Adds what was written elsewhere for each report: the text of so many audits, those that come next. */
  add(texts: readonly string[], audits: number): Promise<void>;
  /** What is written, and for what kind of place; for those who write elsewhere. */
  readonly pages: readonly { readonly name: string; readonly page: Page }[];
  /** Ends all reports and puts the files in their places; the problems are files that could not be written. */
  close(end: End): Promise<readonly Problem[]>;
  /** Leaves no half file behind. */
  abandon(): void;
}

/** How reports are to look. */
export interface Look {
  readonly color: When;
  readonly mask: boolean;
  readonly quotes: boolean;
}

const blob: LazyReporter = {
  name: "blob",
  summary: "A file of one run or shard, for attune merge",
  load: async () => (await import("./blob/reporter.js")).blob,
};

const reporters: readonly (Reporter | LazyReporter)[] = [...Object.values(shelf), blob];

/** NAME or NAME=FILE, each → what is wanted; a mistake in each becomes a problem. */
export async function wantedReports(asked: Asked): Promise<{
  readonly wanted: readonly Wanted[];
  readonly problems: readonly Problem[];
}> {
  const { named, problems } = namedReports(asked, reporters);
  const wanted = named.map(async ({ entry, ...place }) => ({ ...place, reporter: await loaded(entry) }));
  return { wanted: await Promise.all(wanted), problems };
}

const loaded = (entry: Reporter | LazyReporter): Promise<Reporter> | Reporter =>
  "load" in entry ? entry.load() : entry;

/** Reporters by names that are known to be right. */
export function reportersNamed(names: readonly string[]): Promise<readonly Reporter[]> {
  return Promise.all(names.flatMap(name => reporters.filter(one => one.name === name)).map(loaded));
}

interface Sink {
  write(text: string): void | Promise<void> | undefined;
  finish(): void | Promise<void> | undefined;
  abandon(): void;
}

interface Open {
  readonly reporter: Reporter;
  readonly page: Page;
  readonly sink: Sink;
  readonly name: string;
}

/** Opens all reports, or says which file cannot be written. */
export function openReports(wanted: readonly Wanted[], look: Look): Reports | { readonly problem: Problem } {
  const open: Open[] = [];
  for (const { reporter, file } of wanted) {
    try {
      const sink = file === undefined ? stdoutSink() : createWholeFile(file);
      open.push({ reporter, sink, page: pageOf(file, look), name: file ?? "standard output" });
    } catch (error) {
      for (const { sink } of open) sink.abandon();
      return { problem: unwritable(file ?? "-", error) };
    }
  }
  return reportsOf(open, look);
}

function reportsOf(open: readonly Open[], look: Look): Reports {
  let count = 0;
  const failed = new Map<Open, Problem>();
  const each = async (act: (one: Open) => void | Promise<void> | undefined) => {
    for (const one of open) {
      if (failed.has(one)) continue;
      try {
        await act(one);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === undefined) throw error;
        failed.set(one, unwritable(one.name, error));
        one.sink.abandon();
      }
    }
  };
  const bugs: Problem[] = [];
  /** One conversation's bug must not cost the others their reports, and never passes for success. */
  const textsOf = (audit: Audit, index: number): ReadonlyMap<Open, string> | undefined => {
    try {
      const shown = look.mask ? maskKnownIn(audit) : audit;
      return new Map(open.map(one => [one, one.reporter.audit(shown, one.page, index)]));
    } catch (error) {
      bugs.push(bug(audit.transcript.source, error));
      return undefined;
    }
  };
  const opened = each(({ reporter, page, sink }) => sink.write(reporter.open(page)));
  return {
    pages: open.map(({ reporter, page }) => ({ name: reporter.name, page })),
    async add(texts, audits) {
      await opened;
      count += audits;
      await each(one => one.sink.write(texts[open.indexOf(one)] ?? ""));
    },
    async audit(audit) {
      await opened;
      const index = count++;
      const texts = textsOf(audit, index);
      if (texts) await each(one => one.sink.write(texts.get(one) ?? ""));
    },
    async close(end) {
      await opened;
      await each(async ({ reporter, page, sink }) => {
        await sink.write(reporter.close(end, page));
        await sink.finish();
      });
      return [...failed.values(), ...bugs];
    },
    abandon() {
      for (const one of open) if (!failed.has(one)) one.sink.abandon();
    },
  };
}

const pageOf = (file: string | undefined, { color, mask, quotes }: Look): Page => ({
  ...(file === undefined ? stdoutPage(color) : filePage(color)),
  mask,
  quotes,
});

const stdoutSink = (): Sink => ({ write: print, finish: () => undefined, abandon: () => undefined });
