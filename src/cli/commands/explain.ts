import type { Command } from "commander";
import { type Declare, examples, flagsOf, repeatable } from "./declare.js";

/** `attune explain CHECK` and `attune explain FILE[:TURN]`: what a check asks, what was seen in a transcript. */
export const explain: Declare = (program, doing) => {
  program
    .command("explain")
    .summary("say what a check asks, or all that was seen in a transcript")
    .description(
      "Explains a check: what it asks, where it looks, what it weighs, what to say instead, with examples. With a file (and a turn): every act and phrase found there, which guard kept what out, and the checks that rest on it.",
    )
    .argument("<what>", "id of a check, as reports name it; or FILE or FILE:TURN, turns counted from 1")
    .option("--from <format>", "format of the transcript, when its content does not tell")
    .addOption(repeatable("--agent <name|word>", "who is the agent: a name, or a word in their label"))
    .addOption(
      repeatable(
        "-c, --checklist <name|file>",
        "checklist to look in; may be repeated (default: all that ship)",
      ),
    )
    .addHelpText(
      "after",
      examples(
        ["what does this finding mean?", "attune explain empathy"],
        ["why was turn 12 taken for empathy?", "attune explain call.vtt:12"],
      ),
    )
    .action((check: string, _: unknown, command: Command) =>
      doing(async () => (await import("../actions/explain.js")).explain(check, flagsOf(command))),
    );
};
