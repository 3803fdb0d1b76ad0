import type { Command } from "commander";
import { type Declare, examples, flagsOf, repeatable, withGates } from "./declare.js";

/** `attune merge`: blobs of shards or of several runs as the one run they are parts of. */
export const merge: Declare = (program, doing) => {
  const command = program
    .command("merge")
    .summary("put the blobs of shards together: the reports and gates of one run")
    .description(
      "Takes the blobs that `attune audit --shard i/n --report blob=FILE` wrote, wherever that was, and writes what one run over everything would have written, to the byte. Blobs without shards are put one after the other, as given.",
    )
    .argument("<blobs...>", "blobs to put together, in any order")
    .addOption(
      repeatable("-r, --report <name[=file]>", "report to write, to a file if one is given; may be repeated"),
    )
    .option("-f, --format <name>", "the one report to write (default: terminal)")
    .option("-o, --output <file>", "where to write it (default: standard output)")
    .option("--missing-ok", "merge although shards are missing: each is a problem in the report")
    .option("--no-mask", "show personal data in blobs that were written with --no-mask")
    .option("--no-quotes", "leave quotes out; evidence stays by position");
  withGates(command)
    .option("--strict-input", "exit status 2 for anything in a folder that is no transcript")
    .option("--max-unreadable <n>", "exit status 2 if more inputs in folders than this cannot be read")
    .addHelpText("after", EXAMPLES)
    .action((blobs: string[], _: unknown, given: Command) =>
      doing(async () => (await import("../actions/merge.js")).merge(blobs, flagsOf(given))),
    );
};

const EXAMPLES = `
Exit status:
  0  all audits above the bar, or no bar was given
  1  an audit or the run below the bar
  2  could not run: usage, config, blobs that are not of one run, or a named input that could not be read
${examples(
  ["eight shards, the page for the team lead", "attune merge night-*.blob --report html=night.html"],
  ["the gate of the whole run", "attune merge night-*.blob --format summary --min-score 70"],
)}`;
