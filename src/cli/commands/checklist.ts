import { type Declare, examples } from "./declare.js";

/** `attune checklist …`: the lists that ship, and yours. */
export const checklist: Declare = (program, doing) => {
  const group = program
    .command("checklist")
    .summary("list the checklists that ship")
    .description("Checklists are what transcripts are judged by.");

  group
    .command("list")
    .summary("list the checklists that ship")
    .description("Lists the checklists that ship: name, version, number of checks and what they are for.")
    .addHelpText("after", examples(["what can I judge by?", "attune checklist list"]))
    .action(() => doing(async () => (await import("../actions/checklist-list.js")).checklistList()));
};
