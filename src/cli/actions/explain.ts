import { statSync } from "node:fs";
import { loadChecklists, SHIPPED } from "../../checklist/index.js";
import { readText } from "../../engine/text-file.js";
import type { Check, Checklist } from "../../model/index.js";
import { flow } from "../../reporters/shared/flow.js";
import { terminal, terminalText } from "../../safety/index.js";
import { asked, exampleLines, weighs, when, where } from "../check-words.js";
import { complain, usage } from "../complain.js";
import type { Flags } from "../config/resolve.js";
import { BROKEN, type Ending, WELL } from "../exit.js";
import { print, stdoutPage } from "../output.js";
import { unexpectedName } from "../unexpected.js";

/** Says what a check asks, how it is judged and why; of a file, what was seen in it. */
export async function explain(what: string, flags: Flags): Promise<Ending> {
  const file = fileIn(what);
  if (file) return (await import("./explain-file.js")).explainFile(file.path, file.turn, flags);
  return explainCheck(what, flags);
}

/** `call.vtt` or `call.vtt:12`, where there is such a file, or where it can be nothing else. */
function fileIn(what: string): { readonly path: string; readonly turn: number | undefined } | undefined {
  if (statSync(what, { throwIfNoEntry: false })?.isFile()) return { path: what, turn: undefined };
  const [, path, turn] = /^(.+):(\d{1,7})$/.exec(what) ?? [];
  if (path !== undefined) return { path, turn: Number(turn) };
  return /[/\\]/.test(what) ? { path: what, turn: undefined } : undefined;
}

async function explainCheck(id: string, { checklist }: Flags): Promise<Ending> {
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

function page(check: Check, lists: readonly Checklist[], width: number): string {
  const { id, title, section, guide, techniques, scope, appliesWhen, coach, say } = check;
  const row = (name: string, value: string | undefined): readonly string[] =>
    value === undefined || value === ""
      ? []
      : [flow([{ text: terminalText(value) }], { width, indent: 2, lead: [{ text: name.padEnd(11) }] })];
  const lines = [
    terminal`${id} · ${title}`,
    "",
    ...row("In", lists.map(({ name, version }) => `${name} ${version}`).join(", ")),
    ...row("Section", section),
    ...row("Guide", guide),
    ...row("Techniques", techniques.join(", ")),
    ...row("Judged", `${asked(check)}; ${where(scope)}`),
    ...row("Asked", when(appliesWhen)),
    ...row("Weighs", weighs(check)),
    ...row("Next time", coach),
    ...row("Say", say.at(-1)),
    ...check.examples.flatMap(exampleLines),
  ];
  return `${lines.join("\n")}\n`;
}
