import { type Command, Option } from "commander";
import type { Ending } from "../exit.js";

/** Runs what a command does and keeps how it ended. */
export type Doing = (act: () => Promise<Ending>) => Promise<void>;

/** Declares one command: its words, flags and examples. What it does is loaded when it is called. */
export type Declare = (program: Command, doing: Doing) => void;

/** An option that may be given several times. */
export function repeatable(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value: string, before: readonly string[] | undefined) => [
    ...(before ?? []),
    value,
  ]);
}

/** An option whose name begins with «no» and that takes nothing back: Commander takes every `--no-…` for a denial. */
export function named(flags: string, description: string): Option {
  const option = new Option(flags, description);
  option.negate = false;
  return option;
}

/** Examples below the help of a command: a line of what for, a line of what to type. */
export function examples(...pairs: readonly (readonly [what: string, type: string])[]): string {
  return `\nExamples:\n${pairs.map(([what, type]) => `  # ${what}\n  $ ${type}`).join("\n")}\n`;
}

/** The flags that were given (not their defaults), the program's own included, by their long name without dashes. */
export function flagsOf(command: Command): Readonly<Record<string, unknown>> {
  const given = new Map<string, unknown>();
  for (let at: Command | null = command; at !== null; at = at.parent) {
    for (const option of at.options) {
      const name = option.attributeName();
      if (at.getOptionValueSource(name) === "cli") given.set(kebab(name), at.getOptionValue(name));
    }
  }
  return Object.fromEntries(given);
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);

/** The flags that say how exports are to be read, for every command that reads them. */
export function withReading(command: Command): Command {
  return command
    .option("--from <format>", "format of the transcripts, when their content does not tell")
    .addOption(
      repeatable(
        "--agent <name|word>",
        "who is the agent: a name, or a word in their label; may be repeated",
      ),
    )
    .option("--name-pattern <pattern>", 'what file names hold, such as "{agent}_{date}_{id}"')
    .option("--metadata <file>", "a CSV of agent, queue, channel, date… by id or file name")
    .addOption(
      repeatable(
        "--limit <name=value>",
        "how much one input may ask (expanded, ratio, entries, nesting, line, document, turns, speakers); may be repeated",
      ),
    );
}

/** The flags that say which reports are written, and where. */
export function withReports(command: Command, names: string): Command {
  return command
    .addOption(
      repeatable(
        "-r, --report <name[=file]>",
        `report to write (${names}), to a file if one is given; may be repeated`,
      ),
    )
    .option("-f, --format <name>", "the one report to write (default: terminal)")
    .option("-o, --output <file>", "where to write it (default: standard output)");
}

/** The flags that hold a run to a bar. */
export function withGates(command: Command): Command {
  return command
    .option("--min-score <0-100>", "exit status 1 if an audit scores below this")
    .option("--fail-on <what>", "exit status 1 on: auto-fail, fail, partial (default: never)")
    .option("--max-fails <n>", "exit status 1 if more checks than this fail, over the whole run")
    .addOption(
      repeatable(
        "--per-check <name=rate>",
        "exit status 1 if a check passes more seldom than this (0.8 or 80%) over the run; may be repeated",
      ),
    )
    .option("--baseline <file>", "misses that are accepted: shown as such, and gating nothing")
    .addOption(named("--no-worse-than <file>", "the same, and exit status 1 for any miss that is not in it"))
    .option("--warn-only", "say what is below the bar, and leave the exit status 0")
    .option(
      "--remarks-status <n>",
      "exit status if nothing is below the bar and something is missed (default: 0)",
    );
}
