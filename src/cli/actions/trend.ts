import type { Page, Problem, Trend } from "../../model/index.js";
import { isDay } from "../../store/period.js";
import { type Asked, trendOf } from "../../store/trend.js";
import { complain, usage } from "../complain.js";
import type { Flags } from "../config/resolve.js";
import { BROKEN, type Ending, WELL } from "../exit.js";
import { createWholeFile } from "../file.js";
import { filePage, print, stdoutPage, type When } from "../output.js";
import { unexpectedName } from "../unexpected.js";

type Draw = (trend: Trend, page: Page) => string;

/** What a trend can be written as; each is loaded when it is asked for. */
const REPORTS: Readonly<Record<string, () => Promise<Draw>>> = {
  terminal: async () => (await import("../../reporters/shared/trend-terminal.js")).trendText,
  csv: async () => (await import("../../reporters/shared/trend-csv.js")).trendCsv,
  html: async () => (await import("../../reporters/html/trend.js")).trendPage,
};

interface Wanted {
  readonly draw: () => Promise<Draw>;
  readonly file?: string;
}

/** Draws how the audits of a store went over time. */
export async function trend(flags: Flags): Promise<Ending> {
  const { wanted, problems } = wantedIn((flags.report as readonly string[] | undefined) ?? ["terminal"]);
  const mistakes = [...problems, ...wrongDays(flags)];
  if (mistakes.length > 0) return refuse(mistakes);
  const drawn = trendOf(String(flags.store), askedIn(flags));
  if ("problem" in drawn) return refuse([drawn.problem]);
  for (const one of wanted) {
    const problem = await write(one, drawn, flags);
    if (problem !== undefined) return refuse([problem]);
  }
  return WELL;
}

function askedIn(flags: Flags): Asked {
  const text = (name: string) => flags[name] as string | undefined;
  const [agent, check, since, until, lists] = ["agent", "check", "since", "until", "checklist"].map(text);
  return {
    by: (text("by") ?? "week") as Asked["by"],
    compare: flags.compare === true,
    ...(agent !== undefined && { agent }),
    ...(check !== undefined && { check }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(lists !== undefined && { lists }),
  };
}

function wrongDays(flags: Flags): readonly Problem[] {
  return ["since", "until"].flatMap(name => {
    const day = flags[name] as string | undefined;
    if (day === undefined || isDay(day)) return [];
    return [usage(`Unexpected \`${day}\` for --${name}, expected a day such as 2026-09-01`)];
  });
}

function wantedIn(reports: readonly string[]): { wanted: readonly Wanted[]; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const wanted: Wanted[] = [];
  const places = new Set<string>();
  for (const report of reports) {
    const [, name = "", file = ""] = /^([^=]*)(?:=(.*))?$/s.exec(report) ?? [];
    const draw = Object.hasOwn(REPORTS, name) ? REPORTS[name] : undefined;
    if (draw === undefined) problems.push(usage(unexpectedName("report", name, Object.keys(REPORTS))));
    else if (places.has(file)) {
      const place = file === "" ? "standard output" : file;
      problems.push(usage(`Unexpected second report to ${place}, expected one report a place`));
    } else wanted.push(file === "" || file === "-" ? { draw } : { draw, file });
    places.add(file);
  }
  return { wanted, problems };
}

async function write({ draw, file }: Wanted, trend: Trend, flags: Flags): Promise<Problem | undefined> {
  const when = (flags.color ?? "auto") as When;
  const page: Page = {
    ...(file === undefined ? stdoutPage(when) : filePage(when)),
    mask: flags.mask !== false,
    quotes: true,
  };
  const text = (await draw())(trend, page);
  if (file === undefined) {
    await print(text);
    return undefined;
  }
  try {
    const whole = createWholeFile(file);
    whole.write(text);
    whole.finish();
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const message = `Unexpected error ${code}, expected a file that can be written`;
    return { ...usage(message), source: file, code: "unwritable" };
  }
}

function refuse(problems: readonly Problem[]): Ending {
  complain(problems);
  return BROKEN;
}
