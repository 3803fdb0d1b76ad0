import type { Command } from "commander";
import { type Declare, examples, flagsOf, withReading } from "./declare.js";

/** `attune convert FILE`: any format in, one out. */
export const convert: Declare = (program, doing) => {
  const command = program
    .command("convert")
    .summary("write a transcript in another format")
    .description(
      "Reads any format (archives too) and writes one: turns (JSON, a conversation a line), vcon (IETF, the same) or webvtt (one conversation). Nothing is masked.",
    )
    .argument("<file>", "a file to read, or - for standard input")
    .option("--to <format>", "turns, vcon or webvtt")
    .option("-o, --output <file>", "where to write it (default: standard output)");
  withReading(command)
    .addHelpText(
      "after",
      examples(
        ["what did it make of this export?", "attune convert export.json --to turns"],
        ["a year of calls as lines that any tool reads", "attune convert 2026.zip --to turns -o 2026.jsonl"],
        ["captions of a call", "attune convert call.json --to webvtt -o call.vtt"],
      ),
    )
    .action((file: string, _: unknown, given: Command) =>
      doing(async () => (await import("../actions/convert.js")).convert(file, flagsOf(given))),
    );
};
