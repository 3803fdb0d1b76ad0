import { type Command, Option } from "commander";
import { type Declare, examples, flagsOf, repeatable } from "./declare.js";
import { withStore } from "./store.js";

/** `attune trend`: how kept audits went over time. */
export const trend: Declare = (program, doing) => {
  withStore(
    program
      .command("trend")
      .summary("how kept audits went over time")
      .description(
        "Draws how audits that `attune audit --store` kept went over time: rates with what they rest on (n) and their 95 % intervals. A new version of a checklist is a break, because its figures do not compare.",
      ),
  )
    .option(
      "--agent <name>",
      "this agent's conversations alone (their name, also where the store has pseudonyms)",
    )
    .option("--check <id>", "this check alone")
    .option("-c, --checklist <name>", "audits by this checklist (several as a+b; default: those used last)")
    .option("--since <day>", "conversations from this day on: 2026-09-01, UTC")
    .option("--until <day>", "conversations up to this day")
    .addOption(new Option("--by <period>", "periods (default: week)").choices(["day", "week", "month"]))
    .option("--compare", "the same conversations by the last two versions of the list")
    .addOption(
      repeatable(
        "-r, --report <name[=file]>",
        "terminal, csv or html, to a file if one is given; may be repeated",
      ),
    )
    .option("--no-mask", "show names that look like addresses or numbers as they were kept")
    .addHelpText(
      "after",
      examples(
        ["the team, week by week", "attune trend --store history"],
        [
          "one agent and one check",
          'attune trend --store history --agent "Ana Doe" --check empathy --by month',
        ],
        [
          "for a spreadsheet and a browser",
          "attune trend --store history --report csv=trend.csv --report html=trend.html",
        ],
        ["what did the new list change?", "attune trend --store history --compare"],
      ),
    )
    .action((_: unknown, command: Command) =>
      doing(async () => (await import("../actions/trend.js")).trend(flagsOf(command))),
    );
};
