import { listsOf } from "../../checklist/act-lists.js";
import type { Language } from "../../checklist/language.js";
import { actsIn } from "../../engine/coverage.js";
import type { Check, Checklist } from "../../model/index.js";
import { flow } from "../../reporters/shared/flow.js";
import { terminal, terminalText } from "../../safety/index.js";
import { entriesOf } from "../../text/index.js";
import { asked, exampleLines, weighs, when, where } from "../check-words.js";
import { complain } from "../complain.js";
import type { Flags } from "../config/resolve.js";
import { BROKEN, type Ending, WELL } from "../exit.js";
import { print, stdoutPage } from "../output.js";
import { rulesWithExamples } from "../rules.js";

/** Phrases of a list, and examples of a verdict, that are shown where not all are wanted. */
const FEW = { phrases: 4, examples: 1 } as const;

/** Shows a checklist as a page. */
export async function checklistShow(name: string, { all }: Flags): Promise<Ending> {
  const { checklists, lexicon, own, problems } = await rulesWithExamples([name]);
  const [list] = checklists;
  if (problems.length > 0 || !list) {
    complain(problems);
    return BROKEN;
  }
  const page: Page = { width: stdoutPage("never").width, all: all === true };
  await print(head(list, page));
  for (const [section, checks] of sectionsOf(list)) {
    if (section !== undefined) await print(terminal`\n${section}${sectionWeight(checks)}\n`);
    for (const check of checks) await print(`\n${item(check, page, "")}`);
  }
  await print(phrases(list, own.get(list) ?? { lexicon, acts: [] }, page));
  return WELL;
}

interface Page {
  readonly width: number;
  readonly all: boolean;
}

function head(
  { name, title, version, summary, passMark, bands, appliesWhen, checks, sha256 }: Checklist,
  page: Page,
): string {
  const rows = [
    row("Passes", `from ${passMark} of 100 on`, page),
    ...(bands ? [row("Bands", bands.map(({ name, from }) => `${name} from ${from}`).join(", "), page)] : []),
    row("Asked", when(appliesWhen), page),
    row(
      "Items",
      `${checks.length}, ${checks.reduce((sum, { weight, bonus }) => sum + (bonus ? 0 : weight), 0)} points in all`,
      page,
    ),
    row("Hash", sha256, page),
  ];
  return `${terminal`${name} ${version} · ${title}`}\n${summary === "" ? "" : terminal`${summary}\n`}\n${rows.join("")}`;
}

function row(name: string, value: string | undefined, { width }: Page, indent = 2): string {
  if (value === undefined || value === "") return "";
  return `${flow([{ text: terminalText(value) }], { width, indent, lead: [{ text: name.padEnd(9) }] })}\n`;
}

function sectionsOf({ checks }: Checklist): readonly (readonly [string | undefined, readonly Check[]])[] {
  const sections = new Map<string | undefined, Check[]>();
  for (const check of checks) sections.set(check.section, [...(sections.get(check.section) ?? []), check]);
  return [...sections];
}

function sectionWeight([first]: readonly Check[]): string {
  return first?.sectionWeight === undefined ? "" : ` (weighs ${first.sectionWeight} in all)`;
}

function item(check: Check, page: Page, indent: string): string {
  const { id, title, guide, coach, say, parts, appliesWhen, scope, examples } = check;
  const deep = indent.length + 4;
  const shown = page.all ? examples : firstOfEach(examples);
  return [
    terminal`${indent}  ${id} · ${title}${guide ? ` [${guide}]` : ""}\n`,
    row("Asks", parts ? asked(check) : `${asked(check)}; ${where(scope)}`, page, deep),
    row("Asked", when(appliesWhen), page, deep),
    row("Weighs", weighs(check), page, deep),
    row("Coach", coach, page, deep),
    row("Say", say.at(-1), page, deep),
    ...shown.flatMap(exampleLines).map(line => (line === "" ? "" : `${indent}  ${line}\n`)),
    ...(parts && page.all ? parts.map(part => item(part, page, `${indent}  `)) : []),
  ].join("");
}

const firstOfEach = (examples: Check["examples"]): Check["examples"] =>
  ["pass", "fail"].flatMap(verdict =>
    examples.filter(example => example.verdict === verdict && !example.near).slice(0, FEW.examples),
  );

/** Phrases of the acts that the list asks about. */
function phrases(list: Checklist, { lexicon, acts }: Language, page: Page): string {
  const byList = new Map<string, string[]>();
  for (const { list: name, phrase } of entriesOf(lexicon))
    byList.set(name, [...(byList.get(name) ?? []), phrase]);
  const blocks = actsIn(list).map(act => {
    const own = acts.find(({ name }) => name === act);
    const names = own ? [own.list, ...own.not] : listsOf(act, byList.keys());
    const lines = names.flatMap(name => listLines(name, byList.get(name) ?? [], page));
    return `\n  ${act}${own ? terminal` (yours, said by ${own.by === "any" ? "anybody" : `the ${own.by}`})` : ""}\n${lines.join("") || "    found without phrases\n"}`;
  });
  return `\nWhat is listened for\n${blocks.join("")}`;
}

function listLines(name: string, all: readonly string[], page: Page): readonly string[] {
  const shown = page.all ? all : all.slice(0, FEW.phrases);
  const more = all.length - shown.length;
  return [
    terminal`    ${name}\n`,
    ...shown.map(phrase => `${flow([{ text: terminalText(phrase) }], { width: page.width, indent: 6 })}\n`),
    ...(more > 0 ? [`      … and ${more} more; --all shows them\n`] : []),
  ];
}
