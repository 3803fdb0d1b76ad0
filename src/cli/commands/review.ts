import type { Command } from "commander";
import { type Declare, examples, flagsOf, repeatable } from "./declare.js";

/** `attune review`: a person goes through the findings. */
export const review: Declare = (program, doing) => {
  program
    .command("review")
    .summary("go through the findings of a call, accept or overrule them, add what was missed")
    .description(
      "Opens a full-screen review. What you confirm is saved at once beside the transcript, in NAME.review.json; opened again, it goes on from there.",
    )
    .argument("<paths...>", "files, folders or globs; several calls make a queue")
    .option(
      "--self",
      "answer the checklist yourself first, then see both side by side with the coaching card",
    )
    .option("--blind", "answer without seeing the machine until you are done, for calibration")
    .option("--plain", "numbered questions on standard input, for screen readers and pipes")
    .option("--reviewer <name>", "who reviews (default: the name you are logged in by)")
    .addOption(
      repeatable("-c, --checklist <name|file>", "checklist to judge by; may be repeated (default: core)"),
    )
    .option("--from <format>", "format of the transcripts, when their content does not tell")
    .addOption(
      repeatable(
        "--agent <name|word>",
        "who is the agent: a name, or a word in their label; may be repeated",
      ),
    )
    .option("--no-mask", "show e-mail addresses, phone, card and account numbers")
    .addHelpText(
      "after",
      examples(
        ["one call", "attune review call.vtt"],
        ["a folder, call by call; begins with the first that is not done", "attune review exports/"],
        ["an agent looks at their own call", "attune review call.vtt --self --reviewer Kevin"],
        ["an opinion to compare with the machine's", "attune review exports/ --blind --reviewer mo"],
      ),
    )
    .action((paths: string[], _: unknown, command: Command) =>
      doing(async () => (await import("../actions/review.js")).review(paths, flagsOf(command))),
    );
};
