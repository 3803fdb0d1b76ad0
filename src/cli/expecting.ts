import { existsSync, readFileSync } from "node:fs";
import { dirname, extname, resolve } from "node:path";
import { readWritten } from "../checklist/written.js";
import { type Expectation, type Expected, readExpectation, type Wrong } from "../gate/expectation.js";
import { turnAt } from "../gate/markers.js";
import type { Problem, Transcript } from "../model/index.js";
import { looksLikePath, shown } from "./config/layer.js";
import type { Script } from "./script.js";

/** What a file expects of itself, and where that is written. */
export interface Expecting {
  readonly expectation?: Expectation;
  /** The sidecar that says so; left out where the file itself does, or nobody. */
  readonly sidecar?: string;
  readonly inFile: boolean;
  /** Its checklists as they are written there. */
  readonly written?: readonly string[];
  readonly problems: readonly Problem[];
}

/** Files that say what others must show. */
export const SIDECAR = /\.expect\.ya?ml$/i;

/** Where the expectations of a file may lie beside it: behind its whole name, or in place of its extension. */
export function sidecarsOf(path: string): readonly string[] {
  const stem = path.slice(0, path.length - extname(path).length);
  return [
    ...new Set([`${stem}.expect.yaml`, `${path}.expect.yaml`, `${stem}.expect.yml`, `${path}.expect.yml`]),
  ];
}

/** Reads what a file expects: front matter, or a sidecar, one of the two. Markers come later, when its turns are known. */
export function expectingOf(path: string, script: Script): Expecting {
  const sidecar = sidecarsOf(path).find(existsSync);
  const problems: Problem[] = [];
  const front = script.frontMatter && fromFrontMatter(path, script.frontMatter.yaml, problems);
  const beside = sidecar === undefined ? undefined : fromSidecar(sidecar, problems);
  if (front !== undefined && sidecar !== undefined)
    problems.push(
      mistake(sidecar, "Unexpected second place of expectations, expected them in the file or beside it"),
    );
  const expectation = front ?? beside;
  return {
    ...(expectation && { expectation: located(expectation, path) }),
    ...(sidecar !== undefined && { sidecar }),
    inFile: front !== undefined,
    ...(expectation?.checklist && { written: expectation.checklist }),
    problems,
  };
}

function fromFrontMatter(path: string, yaml: string, problems: Problem[]): Expectation | undefined {
  // An empty line stands for the rule above, so that lines are those of the file.
  const written = readWritten(path, `\n${yaml}`);
  const value = written.value as { readonly expect?: unknown } | undefined;
  const has = typeof value === "object" && value !== null && Object.hasOwn(value, "expect");
  const wrong: Wrong = (keys, message) => written.wrong(["expect", ...keys], message);
  const read = has ? readExpectation(value.expect, wrong) : undefined;
  problems.push(...written.problems.map(asMistake));
  return read;
}

function fromSidecar(sidecar: string, problems: Problem[]): Expectation | undefined {
  try {
    const written = readWritten(sidecar, readFileSync(sidecar, "utf8"));
    const value = written.value as { readonly expect?: unknown } | undefined;
    const within = typeof value === "object" && value !== null && Object.hasOwn(value, "expect");
    const wrong: Wrong = (keys, message) => written.wrong(within ? ["expect", ...keys] : keys, message);
    const read =
      written.problems.length > 0 ? undefined : readExpectation(within ? value.expect : value, wrong);
    problems.push(...written.problems.map(asMistake));
    return read;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    problems.push(mistake(sidecar, `Unexpected error ${code}, expected a readable file`));
    return undefined;
  }
}

const asMistake = (problem: Problem): Problem => ({
  ...problem,
  code: "expectation",
  effect: "unreadable",
  named: true,
});
const mistake = (source: string, message: string): Problem =>
  asMistake({ source, message, code: "", effect: "unreadable" });

/** A checklist of one's own is meant from where the file lies. */
function located(expectation: Expectation, path: string): Expectation {
  const { checklist } = expectation;
  if (checklist === undefined) return expectation;
  const folder = dirname(path);
  return {
    ...expectation,
    checklist: checklist.map(name => (looksLikePath(name) ? shown(resolve(folder, name)) : name)),
  };
}

/** With what the markers of a script expect of the turns that they are about. */
export function withMarkers(
  expectation: Expectation | undefined,
  { markers }: Script,
  { turns }: Transcript,
): Expectation | undefined {
  const expecting = markers.filter(({ kind }) => kind === "expect");
  if (expecting.length === 0) return expectation;
  const more = expecting.flatMap(({ checks, verdict = "pass", about, line }): readonly Expected[] => {
    const at = turnAt(turns, about);
    return checks.map(check => ({ check, verdict, line, ...(at !== undefined && { turn: at + 1 }) }));
  });
  return { ...expectation, checks: [...(expectation?.checks ?? []), ...more] };
}
