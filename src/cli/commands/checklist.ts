import type { Command } from "commander";
import { type Declare, type Doing, examples, flagsOf } from "./declare.js";

/** `attune checklist …`: the lists that ship, and yours. */
export const checklist: Declare = (program, doing) => {
  const group = program
    .command("checklist")
    .summary("list, show, check, test, write or import checklists")
    .description("Checklists are what transcripts are judged by: those that ship, and yours.");
  list(group, doing);
  show(group, doing);
  check(group, doing);
  test(group, doing);
  write(group, doing);
  bringIn(group, doing);
};

function list(group: Command, doing: Doing): void {
  group
    .command("list")
    .summary("list the checklists that ship")
    .description("Lists the checklists that ship: name, version, number of checks and what they are for.")
    .addHelpText("after", examples(["what can I judge by?", "attune checklist list"]))
    .action(() => doing(async () => (await import("../actions/checklist-list.js")).checklistList()));
}

function show(group: Command, doing: Doing): void {
  group
    .command("show")
    .summary("show a checklist as a page")
    .description("Shows a checklist: sections, items, weights, what is asked, phrases and examples.")
    .argument("<name|file>", "a checklist that ships, a file, or a package")
    .option("--all", "show all phrases and examples, not the first few")
    .addHelpText(
      "after",
      examples(
        ["what does core ask?", "attune checklist show core"],
        ["every phrase of ours", "attune checklist show ours.yaml --all"],
      ),
    )
    .action((name: string, _: unknown, command: Command) =>
      doing(async () => (await import("../actions/checklist-show.js")).checklistShow(name, flagsOf(command))),
    );
}

function check(group: Command, doing: Doing): void {
  group
    .command("check")
    .summary("say what is wrong with a checklist, and where")
    .description(
      "Reads checklists as `audit` would, and says everything that is wrong with them. Exit status 2 if anything is.",
    )
    .argument("<files...>", "checklists of your own")
    .addHelpText("after", examples(["is it right?", "attune checklist check ours.yaml"]))
    .action((files: string[]) =>
      doing(async () => (await import("../actions/checklist-check.js")).checklistCheck(files)),
    );
}

function test(group: Command, doing: Doing): void {
  group
    .command("test")
    .summary("run the examples of a checklist")
    .description(
      "Runs every example as a conversation, and says where the answer is not the one expected. Exit status 1 if any is not.",
    )
    .argument("[name|file]", "a checklist (default: all that ship)")
    .option("--coverage", "name checks without enough examples, and phrases that no example needs")
    .addHelpText(
      "after",
      examples(
        ["does our list do what it says?", "attune checklist test ours.yaml"],
        ["is everything in it tried?", "attune checklist test ours.yaml --coverage"],
      ),
    )
    .action((name: string | undefined, _: unknown, command: Command) =>
      doing(async () => (await import("../actions/checklist-test.js")).checklistTest(name, flagsOf(command))),
    );
}

function write(group: Command, doing: Doing): void {
  group
    .command("new")
    .summary("write a commented checklist to start from")
    .description(
      "Writes NAME.yaml in this folder: a small checklist with everything explained. Never overwrites.",
    )
    .argument("<name>", "what to call it: small letters, digits and dashes")
    .option("--force", "overwrite a file that is there")
    .addHelpText(
      "after",
      examples(
        ["start a list", "attune checklist new ours"],
        ["judge by it", "attune audit calls/ --checklist ours.yaml"],
      ),
    )
    .action((name: string, _: unknown, command: Command) =>
      doing(async () => (await import("../actions/checklist-new.js")).checklistNew(name, flagsOf(command))),
    );
}

function bringIn(group: Command, doing: Doing): void {
  group
    .command("import")
    .summary("make a checklist from a scorecard in a table")
    .description(
      "Reads a CSV with a question in each row (and weight, section, auto-fail where it has them) and writes a checklist: questions it knows are mapped to checks that ship, the others are left for you to fill.",
    )
    .argument("<scorecard.csv>", "a table with a heading row")
    .option("-o, --output <file>", "where to write the checklist (default: standard output)")
    .option("--force", "overwrite a file that is there")
    .addHelpText(
      "after",
      examples(["from our old scorecard", "attune checklist import scorecard.csv -o ours.yaml"]),
    )
    .action((file: string, _: unknown, command: Command) =>
      doing(async () =>
        (await import("../actions/checklist-import.js")).checklistImport(file, flagsOf(command)),
      ),
    );
}
