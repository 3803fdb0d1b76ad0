import type { Command } from "commander";
import { type Declare, examples, flagsOf, withReading } from "./declare.js";

/** `attune formats [FILE]`: what is read, or how a file was taken. */
export const formats: Declare = (program, doing) => {
  const command = program
    .command("formats")
    .summary("list the transcript formats, or say what a file is taken for")
    .description(
      "Lists the formats that are read. With a file: which of them recognise it, how surely, and by what.",
    )
    .argument("[file]", "a file to look at, or - for standard input");
  withReading(command)
    .addHelpText(
      "after",
      examples(
        ["what can be read?", "attune formats"],
        ["why was this file refused?", "attune formats export.json"],
      ),
    )
    .action((file: string | undefined, _: unknown, given: Command) =>
      doing(async () => (await import("../actions/formats.js")).formats(file, flagsOf(given))),
    );
};
