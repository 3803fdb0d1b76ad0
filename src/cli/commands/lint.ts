import type { Command } from "commander";
import { type Declare, examples, flagsOf, repeatable, withReports } from "./declare.js";

/** `attune lint`: canned replies and scripts for wording alone. */
export const lint: Declare = (program, doing) => {
  const command = program
    .command("lint")
    .summary("check canned replies and scripts for their wording")
    .description(
      "Checks macros, snippets and scripts, where no customer speaks, for what words alone can show: non-apologies, refusals left standing, blame, defensive phrases. Says where, and what to say instead.",
    )
    .argument("[paths...]", "CSV, TSV, JSON, JSONL, YAML, Markdown or plain text: files, folders or globs")
    .addOption(
      repeatable(
        "-c, --checklist <name|file>",
        "look also for what this checklist says is never to be heard; may be repeated",
      ),
    )
    .addOption(
      repeatable("--column <name>", "column of a table, or key, that holds the wording; may be repeated"),
    );
  withReports(command, "terminal, json, junit or github")
    .option("--warn-only", "say what is found, and leave the exit status 0")
    .addHelpText("after", HELP)
    .action((paths: string[], _: unknown, command: Command) =>
      doing(async () => (await import("../actions/lint.js")).lint(paths, flagsOf(command))),
    );
};

const HELP = `
In Markdown, YAML and plain text one match may be meant: <!-- attune-disable blame: quoting the old script -->
(or a line # attune-disable blame: …) above or beside the words. A marker that disables nothing is told.

Exit status:
  0  nothing found
  1  something found, or a marker that disables nothing
  2  could not run: usage, or a named file that cannot be read
${examples(
  ["before macros go live", "attune lint macros.csv"],
  ["by words of our own as well", "attune lint macros.json --checklist ours.yaml"],
  ["a folder of snippets, on a pull request", "attune lint snippets/ --format github"],
)}`;
