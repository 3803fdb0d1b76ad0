import type { Command } from "commander";
import { type Declare, examples, flagsOf, repeatable, withReading } from "./declare.js";

/** `attune dispute`: an overruled finding becomes a test of the checklist. */
export const dispute: Declare = (program, doing) => {
  const command = program
    .command("dispute")
    .summary("write what a review overruled as examples for the checklist")
    .description(
      "Turns each overruled finding of a review into a dialogue example, as checklists hold them: the turns around its evidence, masked, under the verdict that the reviewer gave. Add it to the check, and `attune checklist test` says whether the machine agrees by then. The transcript is looked for beside the review.",
    )
    .argument("<file>", "a review: NAME.review.json")
    .option("--check <id>", "this check only")
    .option("--transcript <file>", "where the transcript is, when it was moved")
    .addOption(
      repeatable(
        "-c, --checklist <name|file>",
        "where the checklist is, when it is one of your own; may be repeated",
      ),
    );
  withReading(command)
    .addHelpText(
      "after",
      examples(["what the reviewer saw otherwise", "attune dispute call.vtt.review.json"]),
    )
    .action((file: string, _: unknown, command: Command) =>
      doing(async () => (await import("../actions/dispute.js")).dispute(file, flagsOf(command))),
    );
};
