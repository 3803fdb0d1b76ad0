import type { Agreement } from "../../calibration/agreement.js";
import { type Calibration, calibrate } from "../../calibration/calibrate.js";
import type { Pair, Rating } from "../../calibration/rating.js";
import { flow } from "../../reporters/shared/flow.js";
import { maskText, terminal, terminalText, toJson } from "../../safety/index.js";
import { complain } from "../complain.js";
import type { Flags } from "../config/resolve.js";
import type { Ending } from "../exit.js";
import { print, stdoutPage } from "../output.js";
import { ratingsIn } from "../ratings.js";
import { table } from "../table.js";

/** Compares the answers of judges and prints how far they agree. */
export async function calibrateReviews(paths: readonly string[], { format }: Flags): Promise<Ending> {
  const { ratings, problems, self } = ratingsIn(paths);
  complain(problems);
  if (ratings.length === 0) return { below: 0, broken: true, problems };
  const result = calibrate(ratings);
  await print(
    format === "json"
      ? `${toJson({ schema: 1, ...result, disagreements: result.disagreements.map(masked) })}\n`
      : text(result, self),
  );
  return { below: 0, broken: problems.length > 0, problems };
}

const maskedRating = ({ quote, comment, ...rest }: Rating): Rating => ({
  ...rest,
  ...(quote !== undefined && { quote: maskText(quote) }),
  ...(comment !== undefined && { comment: maskText(comment) }),
});

const masked = ({ a, b }: Pair): Pair => ({ a: maskedRating(a), b: maskedRating(b) });

function text(result: Calibration, self: number): string {
  const { judges, units, disagreements, unscoreable } = result;
  const parts = [
    terminal`${units} conversation(s), judged by ${judges.join(", ")}` +
      (self > 0 ? `; ${self} self-review(s) left out` : ""),
    section("Machine and people", result, "machine-human"),
    section("People among themselves", result, "human-human"),
    unscoreable.length > 0 &&
      [
        "Unscoreable as written",
        "",
        ...unscoreable.map(({ check, why }) => terminal`  ${check}: ${why}`),
      ].join("\n"),
    disagreements.length > 0 && ["Disagreements", "", ...disagreements.map(disagreement)].join("\n"),
  ];
  return `${parts.filter(part => part).join("\n\n")}\n`;
}

function section(title: string, { agreements }: Calibration, between: Agreement["between"]): string | false {
  const rows = agreements.filter(one => one.between === between);
  if (rows.length === 0) return false;
  const warned = rows.filter(({ prevalent }) => prevalent !== undefined);
  const body = table(
    ["check", "n", "agree", "95 %", "kappa", "alpha", "AC1"],
    rows.map(({ check, pairs, agreement, low, high, kappa, alpha, ac1, prevalent }) => [
      `${check}${prevalent === undefined ? "" : " *"}`,
      String(pairs),
      percent(agreement),
      `${percent(low)}–${percent(high)}`,
      figure(kappa),
      figure(alpha),
      figure(ac1),
    ]),
  ).trimEnd();
  const warning =
    "* one verdict holds 80 % or more of the answers: kappa and alpha say little there, read AC1";
  return [title, "", body, ...(warned.length > 0 ? ["", warning] : [])].join("\n");
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const figure = (value: number | undefined): string => (value === undefined ? "–" : value.toFixed(2));

function disagreement({ a, b }: Pair): string {
  const { width } = stdoutPage("never");
  const quote = b.quote ?? a.quote;
  const said = terminal`${a.unit} ${a.check}: ${a.judge} ${a.verdict}, ${b.judge} ${b.verdict}`;
  const words = quote === undefined ? [] : [`“${terminalText(maskText(quote))}”`];
  const comment = b.comment ?? a.comment;
  const why = comment === undefined ? [] : [terminalText(maskText(comment))];
  const line = (part: string, indent: number): string => flow([{ text: part }], { width, indent });
  return [line(said, 2), ...[...words, ...why].map(part => line(part, 4))].join("\n");
}
