import type { Command } from "commander";
import { type Declare, type Doing, examples, flagsOf, repeatable, withReading } from "./declare.js";

/** `attune baseline …`: misses that are known and accepted. */
export const baseline: Declare = (program, doing) => {
  const group = program
    .command("baseline")
    .summary("accept what is missed today, so that only what is new gates")
    .description(
      "A baseline accepts misses by their check and by the words of their turn: wherever the turn stands, in whichever file. It holds hashes of those words, never the words.",
    );
  write(group, doing);
  prune(group, doing);
  show(group, doing);
};

function write(group: Command, doing: Doing): void {
  judging(group.command("write"))
    .summary("accept every miss of these conversations")
    .description(
      "Judges conversations and accepts everything that they miss; what was accepted before is replaced.",
    )
    .argument("<paths...>", "files, folders, globs, or - for standard input")
    .addHelpText(
      "after",
      examples(
        ["accept what is there today", "attune baseline write calls/"],
        ["and gate what is new", "attune audit calls/ --no-worse-than attune-baseline.json"],
      ),
    )
    .action((paths: string[], _: unknown, command: Command) =>
      doing(async () => (await import("../actions/baseline.js")).baselineWrite(paths, flagsOf(command))),
    );
}

function prune(group: Command, doing: Doing): void {
  judging(group.command("prune"))
    .summary("take out what is missed no more")
    .description("Takes out what these conversations miss no more. Never accepts anything new.")
    .argument("<paths...>", "all conversations that the baseline is for")
    .addHelpText("after", examples(["after mending some", "attune baseline prune calls/"]))
    .action((paths: string[], _: unknown, command: Command) =>
      doing(async () => (await import("../actions/baseline.js")).baselinePrune(paths, flagsOf(command))),
    );
}

function show(group: Command, doing: Doing): void {
  judging(group.command("show"))
    .summary("show what is accepted")
    .description("Shows what is accepted; with conversations, how often each was met in them.")
    .argument("[paths...]", "conversations to look for it in")
    .addHelpText("after", examples(["what did we accept?", "attune baseline show"]))
    .action((paths: string[], _: unknown, command: Command) =>
      doing(async () => (await import("../actions/baseline.js")).baselineShow(paths, flagsOf(command))),
    );
}

function judging(command: Command): Command {
  return withReading(
    command
      .option("--baseline <file>", "the baseline (default: attune-baseline.json)")
      .addOption(
        repeatable("-c, --checklist <name|file>", "checklist to judge by; may be repeated (default: core)"),
      ),
  );
}
