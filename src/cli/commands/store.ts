import { type Command, Option } from "commander";
import { type Declare, type Doing, examples, flagsOf } from "./declare.js";

/** `attune store …`: what is kept by `audit --store`. */
export const store: Declare = (program, doing) => {
  const group = program
    .command("store")
    .summary("look after the audits that were kept: show, check, export, query, forget")
    .description(
      "A store is a folder that `attune audit --store` writes: answers, scores, figures and their provenance, by conversation and version of the checklist. No words of a conversation are in it.",
    );
  show(group, doing);
  check(group, doing);
  forget(group, doing);
  exported(group, doing);
  query(group, doing);
};

/** The flag that names the store, for every command that needs one. */
export const withStore = (command: Command): Command =>
  command.addOption(new Option("--store <folder>", "the store").makeOptionMandatory());

function show(group: Command, doing: Doing): void {
  withStore(group.command("show"))
    .summary("what a store holds")
    .description("Shows how many audits a store holds, from when, by which checklists and versions.")
    .addHelpText("after", examples(["what do we have?", "attune store show --store history"]))
    .action((_: unknown, command: Command) =>
      doing(async () => (await import("../actions/store.js")).storeShow(flagsOf(command))),
    );
}

function check(group: Command, doing: Doing): void {
  withStore(group.command("check"))
    .summary("read every record, and mend what a crash left")
    .description(
      "Reads every record of a store. What is no whole record is taken out: a record that was being written when the power went was never reported as written; one that was spoilt later is lost, and this says so.",
    )
    .addHelpText("after", STATUS)
    .action((_: unknown, command: Command) =>
      doing(async () => (await import("../actions/store.js")).storeCheck(flagsOf(command))),
    );
}

function forget(group: Command, doing: Doing): void {
  withStore(group.command("forget"))
    .summary("erase a conversation everywhere")
    .description(
      "Erases a conversation in all versions, from the store and from kept results, and keeps a keyed hash so that the next run does not bring it back. Your exports and reports are yours to erase.",
    )
    .argument("<id>", "the transcript's or contact's id, or 12 digits or more of the transcript's hash")
    .option("--cache-location <folder>", "where results are kept (default: your cache folder)")
    .addHelpText(
      "after",
      examples(["a customer asks to be forgotten", "attune store forget K-20391 --store history"]),
    )
    .action((id: string, _: unknown, command: Command) =>
      doing(async () => (await import("../actions/store.js")).storeForget(id, flagsOf(command))),
    );
}

function exported(group: Command, doing: Doing): void {
  withStore(group.command("export"))
    .summary("write a store as CSV or Parquet")
    .description(
      "Writes a table of the store: audits (a line a conversation), findings (a line an answer), signals (a line a detector and role). The last word on each conversation alone, unless older versions are asked for.",
    )
    .argument("<file>", "file to write; .parquet is Parquet, anything else CSV")
    .addOption(
      new Option("--format <format>", "csv or parquet, whatever the name").choices(["csv", "parquet"]),
    )
    .addOption(
      new Option("--table <table>", "which (default: audits)").choices(["audits", "findings", "signals"]),
    )
    .option("--older", "older versions too; the column `current` tells them apart")
    .addHelpText(
      "after",
      examples([
        "every answer, for whoever knows SQL",
        "attune store export --store history --table findings f.parquet",
      ]),
    )
    .action((file: string, _: unknown, command: Command) =>
      doing(async () => (await import("../actions/store-export.js")).storeExport(file, flagsOf(command))),
    );
}

function query(group: Command, doing: Doing): void {
  withStore(group.command("query"))
    .summary("ask SQL of a store (needs @duckdb/node-api)")
    .description(
      "Answers SQL over the tables audits, findings and signals, older versions included (column current). DuckDB does the work where it is installed: npm install @duckdb/node-api. The query sees these tables alone, no file and no network.",
    )
    .argument("<sql>", "a query in DuckDB's SQL")
    .addOption(new Option("--format <format>", "table or csv (default: table)").choices(["table", "csv"]))
    .addHelpText(
      "after",
      examples([
        "which queue has the hardest calls?",
        'attune store query --store history "SELECT queue, sum(hostile_turns) FROM audits WHERE current GROUP BY queue"',
      ]),
    )
    .action((sql: string, _: unknown, command: Command) =>
      doing(async () => (await import("../actions/store-export.js")).storeQuery(sql, flagsOf(command))),
    );
}

const STATUS = `
Exit status:
  0  every record is whole
  1  something was damaged and is taken out
  2  could not run
${examples(["is our history sound?", "attune store check --store history"])}`;
