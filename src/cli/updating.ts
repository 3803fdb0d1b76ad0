import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { compare, found } from "../gate/compare.js";
import { type Expectation, writeExpectation } from "../gate/expectation.js";
import { withKey } from "../gate/front-matter.js";
import type { Audit, Problem } from "../model/index.js";
import { usage } from "./complain.js";
import { type Expecting, sidecarsOf } from "./expecting.js";
import { createWholeFile } from "./file.js";
import type { Script } from "./script.js";
import type { Outcome } from "./verifying.js";

/** What is known of a file whose expectations are to be written. */
interface Given {
  readonly path: string;
  readonly audit: Audit;
  readonly expectation: Expectation | undefined;
  readonly expecting: Expecting;
  readonly script: Script;
}

/** Writes what was found as what is expected: where it stood before, else into Markdown's front matter or a sidecar. */
export function update({ path, audit, expectation, expecting, script }: Given): Outcome {
  const outcome = (state: Outcome["state"], problems: readonly Problem[] = []): Outcome => ({
    name: path,
    state,
    problems,
    differences: [],
  });
  if (expectation !== undefined && compare(audit, expectation).length === 0) return outcome("unchanged");
  const marker = script.markers.find(({ kind }) => kind === "expect");
  if (marker !== undefined) {
    const message =
      "Unexpected marker where expectations are to be written anew, expected none: mend it by hand";
    return outcome("broken", [{ ...usage(message), source: path, line: marker.line }]);
  }
  const before = expecting.expectation && { ...expecting.expectation, ...checklistAsWritten(expecting) };
  const lines = writeExpectation(found(audit, before));
  try {
    if (expecting.sidecar === undefined && (expecting.inFile || isMarkdown(path))) intoFile(path, lines);
    else write(expecting.sidecar ?? (sidecarsOf(path)[0] as string), `${lines.join("\n")}\n`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return outcome("broken", [
      { ...usage(`Unexpected error ${code}, expected a file that can be written`), source: path },
    ]);
  }
  return outcome("updated");
}

const isMarkdown = (path: string): boolean => /^\.(?:md|markdown)$/i.test(extname(path));

/** Paths of checklists were made absolute for reading; they go back as they were. */
const checklistAsWritten = ({ written }: Expecting) => (written === undefined ? {} : { checklist: written });

function intoFile(path: string, lines: readonly string[]): void {
  const text = readFileSync(path, "utf8");
  write(path, withKey(text, "expect", ["expect:", ...lines.map(line => `  ${line}`)]));
}

function write(path: string, text: string): void {
  const whole = createWholeFile(path);
  whole.write(text);
  whole.finish();
}
