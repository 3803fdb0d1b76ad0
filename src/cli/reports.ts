import { resolve } from "node:path";
import type { Audit, LazyReporter, Page, Problem, Reporter, Totals } from "../model/index.js";
import * as shelf from "../reporters/index.js";
import { usage } from "./complain.js";
import { createWholeFile } from "./file.js";
import { filePage, print, stdoutPage, type When } from "./output.js";
import { unexpectedName } from "./unexpected.js";

/** A report asked for: which, and the file it goes to (standard output without). */
export interface Wanted {
  readonly reporter: Reporter;
  readonly file?: string;
}

/** Where reports go while a run goes on. */
export interface Reports {
  audit(audit: Audit): Promise<void>;
  /** Ends all reports and puts the files in their places; the problems are files that could not be written. */
  close(end: { readonly problems: readonly Problem[]; readonly totals: Totals }): Promise<readonly Problem[]>;
  /** Leaves no half file behind. */
  abandon(): void;
}

/** How reports are to look. */
export interface Look {
  readonly color: When;
  readonly mask: boolean;
  readonly quotes: boolean;
}

const reporters: readonly (Reporter | LazyReporter)[] = Object.values(shelf);

/** Reports as they were asked for: by whom, and the inputs that none of them may be written over. */
export interface Asked {
  readonly reports: readonly string[];
  readonly source: string;
  readonly inputs: readonly string[];
}

/** NAME or NAME=FILE, each → what is wanted; a mistake in each becomes a problem. */
export async function wantedReports({ reports, source, inputs }: Asked): Promise<{
  readonly wanted: readonly Wanted[];
  readonly problems: readonly Problem[];
}> {
  const problems: Problem[] = [];
  const wrong = (message: string) => void problems.push({ ...usage(message), source });
  const places = new Set<string>();
  const named = reports.flatMap((report): Named[] => {
    const [, name = "", file = "-"] = /^([^=]*)(?:=(.*))?$/s.exec(report) ?? [];
    const entry = reporters.find(one => one.name === name);
    if (entry === undefined) {
      wrong(
        unexpectedName(
          "report",
          name,
          reporters.map(one => one.name),
        ),
      );
      return [];
    }
    const toFile = file !== "-" && file !== "";
    const place = toFile ? resolve(file) : "standard output";
    if (places.has(place)) wrong(`Unexpected second report to ${place}, expected one report a place`);
    if (toFile && inputs.some(input => resolve(input) === place)) {
      wrong(`Unexpected report over the input ${file}, expected another file`);
    }
    places.add(place);
    return [toFile ? { entry, file } : { entry }];
  });
  const wanted = named.map(async ({ entry, ...place }) => ({ ...place, reporter: await loaded(entry) }));
  return { wanted: await Promise.all(wanted), problems };
}

interface Named {
  readonly entry: Reporter | LazyReporter;
  readonly file?: string;
}

const loaded = (entry: Reporter | LazyReporter): Promise<Reporter> | Reporter =>
  "load" in entry ? entry.load() : entry;

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
  return reportsOf(open);
}

function reportsOf(open: readonly Open[]): Reports {
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
  const opened = each(({ reporter, page, sink }) => sink.write(reporter.open(page)));
  return {
    async audit(audit) {
      await opened;
      const index = count++;
      await each(({ reporter, page, sink }) => sink.write(reporter.audit(audit, page, index)));
    },
    async close(end) {
      await opened;
      await each(async ({ reporter, page, sink }) => {
        await sink.write(reporter.close(end, page));
        await sink.finish();
      });
      return [...failed.values()];
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

function unwritable(file: string, error: unknown): Problem {
  const { code, message } = error as NodeJS.ErrnoException;
  const expected = "expected a file that can be written";
  return {
    source: file,
    code: "unwritable",
    effect: "unreadable",
    named: true,
    message: `Unexpected error ${code ?? message}, ${expected}`,
  };
}
