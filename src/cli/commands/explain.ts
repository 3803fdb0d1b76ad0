import type { Command } from "commander";
import { type Declare, examples, flagsOf, repeatable } from "./declare.js";

/** `attune explain CHECK`: what a check asks and why. */
export const explain: Declare = (program, doing) => {
  program
    .command("explain")
    .summary("say what a check asks, how it is judged, and show examples")
    .description(
      "Explains a check: what it asks, where it looks, what it weighs, what to say instead, with examples.",
    )
    .argument("<check>", "id of a check, as reports name it")
    .addOption(
      repeatable(
        "-c, --checklist <name|file>",
        "checklist to look in; may be repeated (default: all that ship)",
      ),
    )
    .addHelpText("after", examples(["what does this finding mean?", "attune explain empathy"]))
    .action((check: string, _: unknown, command: Command) =>
      doing(async () => (await import("../actions/explain.js")).explain(check, flagsOf(command))),
    );
};
