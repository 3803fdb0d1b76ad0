import type { Command } from "commander";
import { type Declare, examples, flagsOf, repeatable, withReading, withReports } from "./declare.js";

/** `attune verify`: training content against what it says it shows. */
export const verify: Declare = (program, doing) => {
  const command = program
    .command("verify")
    .summary("hold training content to what it says it shows")
    .description(
      "Role plays, exemplars and bad calls say what they show and what they miss: in front matter, in NAME.expect.yaml beside them, or by markers in the text. This runs them like tests.",
    )
    .argument("[paths...]", "files, folders or globs")
    .addOption(
      repeatable(
        "-c, --checklist <name|file>",
        "checklist where a file names none; may be repeated (default: core)",
      ),
    );
  withReading(withReports(command, "terminal, json, junit or github"))
    .option("--update", "write what is found as what is expected")
    .option("--coverage", "say which checks no file exercises")
    .option("--verbose", "name files without expectations too")
    .addHelpText("after", HELP)
    .action((paths: string[], _: unknown, given: Command) =>
      doing(async () => (await import("../actions/verify.js")).verify(paths, flagsOf(given))),
    );
};

const HELP = `
Expectations, in the front matter of a Markdown file (without \`expect:\` in a sidecar):
  expect:
    checklist: core
    pass: [empathy, alternatives]
    fail: [{check: interruptions, turn: 6}]
    score: ">= 80"
Turns are counted from 1. Every check that fails or passes in part must be named; those that pass need not be.
A marker is about the next words: <!-- attune-expect fail blame --> or # attune-expect fail blame

Exit status:
  0  everything as expected
  1  something otherwise than expected, or a marker that disables nothing
  2  could not run: usage, checklist, expectations, or a file that cannot be read
${examples(
  ["are our examples still what they claim?", "attune verify training/"],
  ["as a test run in a build", "attune verify training/ --report terminal --report junit=verify.xml"],
  ["which checks does nobody show?", "attune verify training/ --coverage"],
  ["write down what is found", "attune verify training/new.md --update"],
)}`;
