import type { Command } from "commander";
import { type Declare, examples, flagsOf } from "./declare.js";

/** `attune config`: what is in force and whence. */
export const config: Declare = (program, doing) => {
  program
    .command("config")
    .summary("show which settings are in force, and where each comes from")
    .description("Shows each setting, its value, and whether it is the default or which file says so.")
    .addHelpText(
      "after",
      examples(
        ["what holds here", "attune config"],
        ["what another file would do", "attune config --config team.yaml"],
      ),
    )
    .action((_: unknown, command: Command) =>
      doing(async () => (await import("../actions/config.js")).config(flagsOf(command))),
    );
};
