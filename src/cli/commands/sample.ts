import type { Command } from "commander";
import { type Declare, examples, flagsOf, repeatable, withReading } from "./declare.js";

/** `attune sample PATHS`: a fair draw for people to review. */
export const sample: Declare = (program, doing) => {
  const command = program
    .command("sample")
    .summary("draw conversations fairly, for people to review")
    .description(
      "Draws conversations at random by a seed: the same seed, the same draw, whatever the files are called. Each of an agent's conversations is as likely as another; with --stratify each kind of them has its share. The trail says what was drawn from what, so that the draw can be defended and repeated.",
    )
    .argument("<paths...>", "files, folders, globs, or - for standard input")
    .option("--per-agent <n>", "so many conversations of each agent")
    .option("--size <n>", "so many in all")
    .option("--seed <text>", "what the draw depends on; write it down")
    .addOption(
      repeatable(
        "--stratify <field>",
        "spread over a field of the exports: queue, team, channel, day…; may be repeated",
      ),
    )
    .addOption(repeatable("--without <trail>", "leave out what an earlier trail drew; may be repeated"))
    .option(
      "--trail <file>",
      "write the trail (JSON): seed, counts by stratum, each conversation with its hash",
    )
    .option(
      "--turns <file>",
      "write the drawn conversations as turn lists (JSONL, unmasked), to audit or review",
    )
    .option("--format <name>", "what is printed: lines, csv or json (default: lines)");
  withReading(command)
    .addHelpText(
      "after",
      examples(
        [
          "five calls of each agent, by queue",
          "attune sample exports/ --per-agent 5 --seed 2026-w10 --stratify queue",
        ],
        [
          "draw, keep the trail, review what was drawn",
          "attune sample exports/ --per-agent 3 --seed w10 --trail w10.json --turns w10.jsonl && attune review w10.jsonl",
        ],
        [
          "next week: none that was drawn before",
          "attune sample exports/ --per-agent 3 --seed w11 --without w10.json",
        ],
      ),
    )
    .action((paths: readonly string[], _: unknown, given: Command) =>
      doing(async () => (await import("../actions/sample.js")).sample(paths, flagsOf(given))),
    );
};
