import type { Command } from "commander";
import { type Declare, examples, flagsOf, repeatable } from "./declare.js";

/** `attune lint`: canned replies and scripts for wording alone. */
export const lint: Declare = (program, doing) => {
  program
    .command("lint")
    .summary("check canned replies and scripts for their wording")
    .description(
      "Checks macros, snippets and scripts, where no customer speaks, for what words alone can show: non-apologies, refusals left standing, blame, defensive phrases. Says where, and what to say instead.",
    )
    .argument("[paths...]", "CSV, TSV, Markdown or plain text: files, folders or globs")
    .option("-f, --format <name>", "terminal, json or github (default: terminal)")
    .addOption(repeatable("--column <name>", "column of a table that holds the wording; may be repeated"))
    .option("--warn-only", "say what is found, and leave the exit status 0")
    .addHelpText("after", HELP)
    .action((paths: string[], _: unknown, command: Command) =>
      doing(async () => (await import("../actions/lint.js")).lint(paths, flagsOf(command))),
    );
};

const HELP = `
In Markdown and plain text one match may be meant: <!-- attune-disable blame: quoting the old script -->
(or a line # attune-disable blame: …) above or beside the words. A marker that disables nothing is told.

Exit status:
  0  nothing found
  1  something found, or a marker that disables nothing
  2  could not run: usage, or a named file that cannot be read
${examples(
  ["before macros go live", "attune lint macros.csv"],
  ["a folder of snippets, on a pull request", "attune lint snippets/ --format github"],
)}`;
