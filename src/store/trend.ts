import type { Problem, Trend, TrendQuestion } from "../model/index.js";
import { compare } from "./compare.js";
import { type Counts, createCounts } from "./counts.js";
import { storeProblem } from "./folder.js";
import type { Row } from "./row.js";
import { aliasOf, isAlias, macOf } from "./secret.js";
import { openSnapshot, type Snapshot } from "./snapshot.js";
import { dayOf } from "./version.js";

/** What is asked of a store, and by which lists. */
export interface Asked extends TrendQuestion {
  /** Names of the lists, joined by +; left out means those that were used last. */
  readonly lists?: string;
  /** Compare the last two versions on the same conversations. */
  readonly compare: boolean;
}

/** How the audits of a store went over time. */
export function trendOf(store: string, asked: Asked): Trend | { readonly problem: Problem } {
  const snapshot = openSnapshot(store);
  if ("problem" in snapshot) return snapshot;
  try {
    return trendIn(snapshot, store, asked);
  } finally {
    snapshot.close();
  }
}

function trendIn(snapshot: Snapshot, store: string, given: Asked): Trend | { readonly problem: Problem } {
  const agent = knownAs(store, snapshot, given.agent);
  const asked: Asked = { ...given, ...(agent !== undefined && { agent }) };
  const all = new Map<string, Counts>();
  let lastUsed: string | undefined;
  for (const { row, last } of snapshot.rows()) {
    const lists = namesIn(row);
    lastUsed = lists;
    if (!last || !isAsked(row, asked)) continue;
    const counts = all.get(lists) ?? createCounts(asked);
    all.set(lists, counts);
    counts.add(row);
  }
  const lists =
    asked.lists ?? (lastUsed !== undefined && all.has(lastUsed) ? lastUsed : [...all.keys()].at(-1));
  const counts = lists === undefined ? undefined : all.get(lists);
  if (lists === undefined || counts === undefined) return { problem: nothing(store, asked, [...all.keys()]) };
  const counted = counts.result();
  if (asked.check !== undefined && counted.checks.length === 0)
    return { problem: noCheck(asked.check, counts.checks()) };
  const comparison = asked.compare
    ? compare(snapshot, row => namesIn(row) === lists && isAsked(row, asked))
    : undefined;
  if (comparison !== undefined && "problem" in comparison)
    return { problem: storeProblem(store, comparison.problem) };
  const others = [...all]
    .filter(([name]) => name !== lists)
    .map(([name, one]) => ({ lists: name, audits: one.size() }));
  return { question: questionOf(asked), lists, others, ...counted, ...(comparison && { comparison }) };
}

const namesIn = ({ checklists }: Row): string => checklists.map(({ name }) => name).join("+");

const questionOf = ({ lists: _, compare: __, ...question }: Asked): TrendQuestion => question;

/** An agent as the store knows them: by name, or by the pseudonym of it. */
function knownAs(store: string, { mark }: Snapshot, agent: string | undefined): string | undefined {
  if (agent === undefined || mark.pseudonyms === "no" || isAlias(agent)) return agent;
  return aliasOf(macOf(store))(agent);
}

function isAsked(row: Row, { since, until, agent }: Asked): boolean {
  const day = dayOf(row);
  return (
    (since === undefined || day >= since) &&
    (until === undefined || day <= until) &&
    (agent === undefined || row.agent === agent)
  );
}

function nothing(store: string, { agent, since, until, lists }: Asked, others: readonly string[]): Problem {
  const wanted = [
    ...(lists === undefined ? [] : [`by ${lists}`]),
    ...(agent === undefined ? [] : [`of ${agent}`]),
    ...(since === undefined ? [] : [`since ${since}`]),
    ...(until === undefined ? [] : [`until ${until}`]),
  ].join(" ");
  const instead = lists !== undefined && others.length > 0 ? `; there are some by ${others.join(", ")}` : "";
  return storeProblem(
    store,
    `Unexpected lack of audits${wanted && ` ${wanted}`}, expected some${instead}`,
    "no-audits",
  );
}

function noCheck(check: string, known: readonly string[]): Problem {
  const source = "command line";
  return storeProblem(source, `Unexpected check \`${check}\`, expected one of ${known.join(", ")}`, "usage");
}
