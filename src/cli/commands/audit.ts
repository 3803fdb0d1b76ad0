import { type Command, Option } from "commander";
import { type Declare, examples, flagsOf, repeatable, withGates, withReading } from "./declare.js";

/** `attune audit`: reads, judges, reports, gates. */
export const audit: Declare = (program, doing) => {
  const command = program
    .command("audit")
    .summary("judge transcripts and report what to keep and what to change")
    .description(
      "Reads transcripts, judges them by a checklist and writes a coaching report. Folders are searched through, except dotfiles and node_modules; - is standard input.",
    )
    .argument("[paths...]", "files, folders, globs, or - for standard input")
    .addOption(
      repeatable("-c, --checklist <name|file>", "checklist to judge by; may be repeated (default: core)"),
    )
    .addOption(
      repeatable("-r, --report <name[=file]>", "report to write, to a file if one is given; may be repeated"),
    )
    .option("-f, --format <name>", "the one report to write (default: terminal)")
    .option("-o, --output <file>", "where to write it (default: standard output)");
  withReading(command)
    .option("--stdin-name <name>", "what to call standard input in reports")
    .addOption(
      new Option(
        "--reviews <how>",
        "reviews beside the transcripts: use their answers, ignore them, or compare and say how far they agree (default: ignore)",
      ).choices(["use", "ignore", "compare"]),
    )
    .option("--no-mask", "show personal data in quotes as it was said (docs/privacy.md)")
    .option("--no-quotes", "leave quotes out; evidence stays by position");
  withGates(command)
    .option("--threads <n|auto>", "threads that judge (default: auto, as many as pay for themselves)")
    .option(
      "--resume",
      "go on with a run that broke off: refuses where nothing is kept, and says what was known",
    )
    .option("--watch", "go on with what lands in the folders, each file once it is whole, until Ctrl-C")
    .option("--watch-every <seconds>", "how long a file must stand still to be whole (default: 2)")
    .option("--shard <i/n>", "read only this share of the inputs; with --report blob=FILE, for attune merge")
    .option("--no-cache", "judge everything anew, and keep nothing")
    .option("--cache-location <folder>", "where results are kept (default: your cache folder)")
    .option("--store <folder>", "keep every audit there, for attune trend (no words of a conversation)")
    .option("--pseudonyms", "keep agents by keyed hash in the store, from now on and for what is there")
    .option("--readmit", "keep conversations again that were forgotten (attune store forget)")
    .option("--strict-input", "exit status 2 for anything in a folder that is no transcript")
    .option("--max-unreadable <n>", "exit status 2 if more inputs in folders than this cannot be read")
    .addHelpText("after", EXAMPLES)
    .action((paths: string[], _: unknown, given: Command) =>
      doing(async () => (await import("../actions/audit.js")).audit(paths, flagsOf(given))),
    );
};

const EXAMPLES = `
Exit status:
  0  all audits above the bar, or no bar was given
  1  an audit or the run below the bar (--min-score, --fail-on, --max-fails, --per-check, --no-worse-than)
  2  could not run: usage, config, checklist, or a named input that cannot be read
${examples(
  ["one call, read on the screen", "attune audit call.vtt"],
  [
    "a folder of exports by two checklists, as data",
    "attune audit exports/ -c core -c ours.yaml --format json",
  ],
  ["the screen and a file in one run", "attune audit exports/ --report terminal --report json=night.json"],
  ["from another program", "export-calls | attune audit - --stdin-name calls.jsonl"],
  ["the night's calls, kept for attune trend", "attune audit exports/ --format summary --store history"],
  ["as a gate in a build", "attune audit exports/ --min-score 70 --fail-on auto-fail"],
)}`;
