import { resolve } from "node:path";
import type { Problem } from "../model/index.js";
import { usage } from "./complain.js";
import type { Flags } from "./config/resolve.js";
import { unexpectedName } from "./unexpected.js";

/** Reports as they were asked for: by whom, and the inputs that none of them may be written over. */
export interface Asked {
  readonly reports: readonly string[];
  readonly source: string;
  readonly inputs: readonly string[];
}

/** A report that was asked for, and the file it goes to (standard output without). */
export interface Named<T> {
  readonly entry: T;
  readonly file?: string;
}

/** NAME or NAME=FILE, each → an entry of a shelf and its place; a mistake in each becomes a problem. */
export function namedReports<T extends { readonly name: string }>(
  { reports, source, inputs }: Asked,
  shelf: readonly T[],
): { readonly named: readonly Named<T>[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const wrong = (message: string) => void problems.push({ ...usage(message), source });
  const places = new Set<string>();
  const named = reports.flatMap((report): Named<T>[] => {
    const [, name = "", file = "-"] = /^([^=]*)(?:=(.*))?$/s.exec(report) ?? [];
    const entry = shelf.find(one => one.name === name);
    if (entry === undefined) {
      const names = shelf.map(one => one.name);
      wrong(unexpectedName("report", name, names));
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
  return { named, problems };
}

/** `--format` and `--output` are the short form of one `--report`. */
export function reportFlags({ report, format, output }: Flags): { readonly report?: readonly string[] } {
  const long = report as readonly string[] | undefined;
  if (format === undefined && output === undefined) return long === undefined ? {} : { report: long };
  const short = `${String(format ?? "terminal")}${output === undefined ? "" : `=${String(output)}`}`;
  return { report: [short, ...(long ?? [])] };
}
