import { loadChecklists, SHIPPED } from "../../checklist/index.js";
import * as kinds from "../../checks/index.js";
import { readText } from "../../engine/text-file.js";
import type { Check, CheckKind, Checklist, Example, Scope, Verdict } from "../../model/index.js";
import { flow } from "../../reporters/shared/flow.js";
import { terminal, terminalText } from "../../safety/index.js";
import { complain, usage } from "../complain.js";
import type { Flags } from "../config/resolve.js";
import { BROKEN, type Ending, WELL } from "../exit.js";
import { print, stdoutPage } from "../output.js";
import { unexpectedName } from "../unexpected.js";

/** Says what a check asks, how it is judged and why. */
export async function explain(id: string, { checklist }: Flags): Promise<Ending> {
  const { checklists, problems } = loadChecklists(
    (checklist as readonly string[] | undefined) ?? SHIPPED,
    readText,
  );
  if (problems.length > 0) {
    complain(problems);
    return BROKEN;
  }
  const found = alike(id, checklists);
  if (found.length === 0) {
    const ids = new Set(checklists.flatMap(({ checks }) => withParts(checks).map(check => check.id)));
    complain([usage(unexpectedName("check", id, [...ids]))]);
    return BROKEN;
  }
  const { width } = stdoutPage("never");
  await print(found.map(({ check, lists }) => page(check, lists, width)).join("\n"));
  return WELL;
}

interface Found {
  readonly check: Check;
  readonly lists: readonly Checklist[];
}

/** The check as each list has it; lists that have the very same share a page. */
function alike(id: string, checklists: readonly Checklist[]): readonly Found[] {
  const pages = new Map<string, { readonly check: Check; readonly lists: Checklist[] }>();
  for (const list of checklists) {
    for (const check of withParts(list.checks).filter(one => one.id === id)) {
      const key = JSON.stringify(check);
      const page = pages.get(key);
      if (page === undefined) pages.set(key, { check, lists: [list] });
      else if (!page.lists.includes(list)) page.lists.push(list);
    }
  }
  return [...pages.values()];
}

const withParts = (checks: readonly Check[]): readonly Check[] =>
  checks.flatMap(check => [check, ...(check.parts ?? [])]);

const SUMMARIES = new Map(Object.values(kinds).map(({ name, summary }: CheckKind) => [name, summary]));

function page(check: Check, lists: readonly Checklist[], width: number): string {
  const { id, title, section, guide, techniques, kind, scope, weight, autoFail, avoids, parts, coach, say } =
    check;
  const row = (name: string, value: string | undefined): readonly string[] =>
    value === undefined || value === ""
      ? []
      : [flow([{ text: terminalText(value) }], { width, indent: 2, lead: [{ text: name.padEnd(11) }] })];
  const judged = parts ? parts.map(part => part.id).join(" and ") : (SUMMARIES.get(kind) ?? kind);
  const lines = [
    terminal`${id} · ${title}`,
    "",
    ...row("In", lists.map(({ name, version }) => `${name} ${version}`).join(", ")),
    ...row("Section", section),
    ...row("Guide", guide),
    ...row("Techniques", techniques.join(", ")),
    ...row("Judged", `${judged}; ${where(scope)}`),
    ...row(
      "Weighs",
      `${weight}${autoFail ? "; a fail fails the whole audit" : ""}${avoids ? "; passes when it does not happen" : ""}`,
    ),
    ...row("Next time", coach),
    ...row("Say", say.at(-1)),
    ...check.examples.flatMap(example),
  ];
  return `${lines.join("\n")}\n`;
}

function where({ by, first, last, firstSeconds, lastSeconds, after, before }: Scope): string {
  const turns = by === undefined ? "turns" : `turns of the ${by}`;
  const parts = [
    first !== undefined && `in the first ${first} ${turns}`,
    last !== undefined && `in the last ${last} ${turns}`,
    firstSeconds !== undefined && `in the first ${firstSeconds} s`,
    lastSeconds !== undefined && `in the last ${lastSeconds} s`,
    after !== undefined && `after ${after}`,
    before !== undefined && `before ${before}`,
  ].filter(part => part !== false);
  return parts.length > 0 ? parts.join(", ") : `in all ${turns}`;
}

const ANSWERS: Readonly<Record<Verdict, string>> = {
  pass: "Passes",
  partial: "Partial",
  fail: "Fails",
  na: "Not called for",
  unknown: "Cannot be told",
};

function example({ verdict, lines, near }: Example): readonly string[] {
  const head = `  ${ANSWERS[verdict]}${near === true ? " (a near miss)" : ""}:`;
  return ["", head, ...lines.map(line => terminal`    ${line}`)];
}
