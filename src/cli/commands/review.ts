import type { Command } from "commander";
import { type Declare, examples, flagsOf, repeatable, withReading } from "./declare.js";

/** `attune review`: a person goes through the findings. */
export const review: Declare = (program, doing) => {
  const command = program
    .command("review")
    .summary("go through the findings of a call, accept or overrule them, add what was missed")
    .description(
      "Opens a full-screen review. What you confirm is saved at once beside the transcript, in NAME.review.json; opened again, it goes on from there.",
    )
    .argument("[paths...]", "files, folders or globs; several calls make a queue")
    .option(
      "--audit <report>",
      "review what this report (json, jsonl or jsonl-lean) says; transcripts are found where they were, or in the paths given",
    )
    .option(
      "--self",
      "answer the checklist yourself first, then see both side by side with the coaching card",
    )
    .option("--blind", "answer without seeing the machine until you are done, for calibration")
    .option("--plain", "numbered questions on standard input, for screen readers and pipes")
    .option("--reviewer <name>", "who reviews (default: the name you are logged in by)")
    .addOption(
      repeatable("-c, --checklist <name|file>", "checklist to judge by; may be repeated (default: core)"),
    );
  withReading(command)
    .option("--no-mask", "show personal data as it was said (docs/privacy.md)")
    .addHelpText(
      "after",
      examples(
        ["one call", "attune review call.vtt"],
        ["what a night's audit said", "attune review --audit night.json"],
        ["a folder, call by call; begins with the first that is not done", "attune review exports/"],
        ["an agent looks at their own call", "attune review call.vtt --self --reviewer Kevin"],
        ["an opinion to compare with the machine's", "attune review exports/ --blind --reviewer mo"],
      ),
    )
    .action((paths: string[], _: unknown, command: Command) =>
      doing(async () => (await import("../actions/review.js")).review(paths, flagsOf(command))),
    );
};
