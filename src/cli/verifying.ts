import type { Difference } from "../gate/compare.js";
import type { Audit, Page, Problem } from "../model/index.js";
import { quoteLine } from "../reporters/shared/evidence.js";
import { type Look, lookOf } from "../reporters/shared/look.js";
import { sentenceOf } from "../reporters/shared/private.js";
import { count } from "../reporters/shared/wording.js";
import { maskKnown, terminal, terminalText } from "../safety/index.js";
import { problemLine } from "./complain.js";

/** How one file came out. `silent`: it expects nothing. */
export interface Outcome {
  readonly name: string;
  readonly state: "as expected" | "differs" | "broken" | "silent" | "updated" | "unchanged";
  readonly problems: readonly Problem[];
  readonly differences: readonly Difference[];
  readonly audit?: Audit;
  /** How many checks it expects something of. */
  readonly expected?: number;
}

/** An outcome as a test runner tells it: a line, and for what differs what was expected and what was found. */
export function told(outcome: Outcome, page: Page, verbose: boolean): string {
  const look = lookOf(page);
  const { name, state, problems, differences, expected = 0 } = outcome;
  if (state === "silent") return verbose ? terminal`– ${name}: expects nothing\n` : "";
  const { sign, brush } = SIGNS[state];
  const note =
    state === "as expected"
      ? ` (${count(expected, "check")})`
      : ["updated", "unchanged"].includes(state)
        ? ` (${state})`
        : "";
  const head = `${look.paint[brush](sign)} ${terminalText(name)}${note}\n`;
  const wrong = problems.map(problem => `    ! ${problemLine(problem)}\n`);
  return [head, ...wrong, ...differences.map(one => difference(one, outcome, look))].join("");
}

const SIGNS = {
  "as expected": { sign: "✓", brush: "good" },
  unchanged: { sign: "✓", brush: "good" },
  updated: { sign: "✎", brush: "mixed" },
  differs: { sign: "✗", brush: "poor" },
  broken: { sign: "!", brush: "poor" },
} as const;

function difference({ expected, found, finding, place }: Difference, { audit }: Outcome, look: Look): string {
  const { page, paint } = look;
  const said = finding?.message ?? "";
  const told = audit && page.mask ? maskKnown(said, audit.transcript) : said;
  const why = told === "" ? "" : `: ${sentenceOf(told, page)}`;
  const lines = [
    ...(expected === undefined ? [] : [paint.good(terminal`    - ${expected}`)]),
    paint.poor(terminal`    + ${found}`) + terminalText(why),
    ...(audit && place ? [quoteLine(place, audit.transcript, look, 8, "sentence")] : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** The count at the end. */
export function summaryOf(outcomes: readonly Outcome[]): string {
  const of = (state: Outcome["state"]) => outcomes.filter(one => one.state === state).length;
  const parts = [
    [of("as expected") + of("unchanged"), "as expected"],
    [of("updated"), "updated"],
    [of("differs"), "otherwise than expected"],
    [of("broken"), "could not be read"],
    [of("silent"), "without expectations"],
  ] as const;
  const said = parts.filter(([n]) => n > 0).map(([n, what]) => `${n} ${what}`);
  return `\n${count(outcomes.length, "file")}${said.length > 0 ? `: ${said.join(", ")}` : ""}\n`;
}
