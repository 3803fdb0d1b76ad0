import { type Command, Option } from "commander";
import { type Declare, examples, flagsOf } from "./declare.js";

/** `attune calibrate`: how far judges agree. */
export const calibrate: Declare = (program, doing) => {
  program
    .command("calibrate")
    .summary("say how far people and the machine agree, check by check")
    .description(
      "Compares reviews (NAME.review.json, in files or folders) or a CSV of scores (transcript, check, reviewer, verdict): agreement with its interval, Cohen's kappa, Krippendorff's alpha, Gwet's AC1, checks to be written anew, and each disagreement. Self-reviews are left out.",
    )
    .argument("<paths...>", "reviews, folders that hold them, or CSV files")
    .addOption(new Option("-f, --format <name>", "how to write it").choices(["text", "json"]).default("text"))
    .addHelpText(
      "after",
      examples(
        ["after a calibration session", "attune calibrate exports/"],
        ["scores from elsewhere", "attune calibrate scores.csv --format json"],
      ),
    )
    .action((paths: string[], _: unknown, command: Command) =>
      doing(async () => (await import("../actions/calibrate.js")).calibrateReviews(paths, flagsOf(command))),
    );
};
