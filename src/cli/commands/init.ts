import type { Command } from "commander";
import { type Declare, examples, flagsOf } from "./declare.js";

/** `attune init`: writes a commented config. */
export const init: Declare = (program, doing) => {
  program
    .command("init")
    .summary("write a commented config file to start from")
    .description(
      "Writes .attunerc.yaml in this folder: every setting with its default, commented out. Never overwrites.",
    )
    .option("--force", "overwrite a config that is there")
    .addHelpText("after", examples(["start here", "attune init"], ["see what it changed", "attune config"]))
    .action((_: unknown, command: Command) =>
      doing(async () => (await import("../actions/init.js")).init(flagsOf(command))),
    );
};
