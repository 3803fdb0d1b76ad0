import { loadChecklists, shippedChecklists } from "../../checklist/index.js";
import { readText } from "../../engine/text-file.js";
import type { Check, Checklist, Example, Scope, Verdict } from "../../model/index.js";
import { terminal } from "../../safety/index.js";
import { complain, usage } from "../complain.js";
import type { Flags } from "../config/resolve.js";
import { BROKEN, type Ending, WELL } from "../exit.js";
import { unexpectedName } from "../nearest.js";
import { print } from "../output.js";

/** Says what a check asks, how it is judged and why. */
export async function explain(id: string, { checklist }: Flags): Promise<Ending> {
  const named = checklist as readonly string[] | undefined;
  const names = named ?? shippedChecklists().map(({ name }) => name);
  const { checklists, problems } = loadChecklists(names, readText);
  if (problems.length > 0) {
    complain(problems);
    return BROKEN;
  }
  const found = checklists.flatMap(list =>
    checksOf(list.checks)
      .filter(check => check.id === id)
      .map(check => ({ list, check })),
  );
  if (found.length === 0) {
    const ids = [
      ...new Set(checklists.flatMap(({ checks }) => checksOf(checks).map(check => check.id))),
    ].sort();
    complain([usage(unexpectedName("check", id, ids))]);
    return BROKEN;
  }
  await print(found.map(({ list, check }) => page(list, check)).join("\n"));
  return WELL;
}

const checksOf = (checks: readonly Check[]): readonly Check[] =>
  checks.flatMap(check => [check, ...(check.parts ?? [])]);

function page(list: Checklist, check: Check): string {
  const { id, title, section, guide, techniques, kind, weight, autoFail, avoids } = check;
  const lines = [
    terminal`${id} · ${title}`,
    "",
    terminal`  in       ${list.name} ${list.version}${section === undefined ? "" : `, ${section}`}`,
    guide === undefined ? undefined : terminal`  after    ${guide}`,
    techniques.length > 0 && terminal`  asks for ${techniques.join(", ")}`,
    terminal`  judged   ${kind}, ${where(check.scope)}`,
    terminal`  weighs   ${weight}${autoFail ? "; a fail fails the whole audit" : ""}${avoids ? "; passes when it does not happen" : ""}`,
    "",
    terminal`  ${check.coach}`,
    ...check.say.slice(0, 1).map(say => terminal`  Say instead: ${say}`),
    ...check.examples.flatMap(example),
  ];
  return `${lines.filter(line => typeof line === "string").join("\n")}\n`;
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
  na: "Not asked for",
  unknown: "Cannot be told",
};

function example({ verdict, lines, near }: Example): readonly string[] {
  return [
    "",
    `  ${ANSWERS[verdict]}${near === true ? " (a near miss)" : ""}:`,
    ...lines.map(line => terminal`    ${line}`),
  ];
}
