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

const STATUS = `
Exit status:
  0  every record is whole
  1  something was damaged and is taken out
  2  could not run
${examples(["is our history sound?", "attune store check --store history"])}`;
