import { createHash } from "node:crypto";
import * as detectors from "../detectors/index.js";
import type { Check, Checklist, Problem } from "../model/index.js";
import type { Lexicon } from "../text/index.js";
import { closest } from "./closest.js";
import { type Loading, readChecklist } from "./load.js";
import { compileBook, readBook } from "./phrasebook.js";
import { isShipped, LANGUAGE, languagePath, SHIPPED, shippedPath } from "./shipped.js";

export { SHIPPED } from "./shipped.js";

/** Everything judging needs: the scorecards, the phrases compiled, and what was wrong with them. */
export interface LoadedRules {
  readonly checklists: readonly Checklist[];
  readonly lexicon: Lexicon;
  readonly problems: readonly Problem[];
}

/** Ids of all acts that detectors may give. */
export const ACTS: ReadonlySet<string> = new Set(
  Object.values(detectors).flatMap(({ name, acts }) => acts ?? [name]),
);

/** Loads scorecards by shipped name or by path; `read` gives a file's text or throws. */
export function loadChecklists(names: readonly string[], read: (path: string) => string): LoadedRules {
  const files = LANGUAGE.map(file => ({
    path: languagePath("en", file),
    text: read(languagePath("en", file)),
  }));
  const book = readBook(files);
  const { lexicon, problems } = compileBook(book, "checklists/language/en");
  const all: Problem[] = [...book.problems, ...problems];
  const complete = read(shippedPath("complete"));
  const basis = createHash("sha256")
    .update(files.map(({ text }) => text).join("\0"))
    .update(complete)
    .digest("hex");
  const first = readChecklist("complete", complete, { names: { acts: ACTS }, known: new Map(), basis });
  all.push(...first.problems);
  const known = new Map((first.checklist?.checks ?? []).map((check): [string, Check] => [check.id, check]));
  const loading: Loading = { names: { acts: ACTS }, known, basis };
  const checklists = names.flatMap(name => {
    if (name === "complete" && first.checklist) return [first.checklist];
    const loaded = loadOne(name, read, loading);
    all.push(...loaded.problems);
    return loaded.checklist ? [loaded.checklist] : [];
  });
  return { checklists, lexicon, problems: all };
}

/** All scorecards that ship. */
export const shippedChecklists = (read: (path: string) => string): readonly Checklist[] =>
  loadChecklists(SHIPPED, read).checklists;

function loadOne(
  name: string,
  read: (path: string) => string,
  loading: Loading,
): ReturnType<typeof readChecklist> {
  const path = isShipped(name) ? shippedPath(name) : name;
  let text: string;
  try {
    text = read(path);
  } catch {
    const looksLikeFile = /[./\\]/.test(name);
    const expected = looksLikeFile ? "a file that can be read" : closest(name, SHIPPED);
    return {
      problems: [
        {
          source: name,
          code: "unknown-checklist",
          effect: "unreadable",
          named: true,
          message: `Unexpected checklist \`${name}\`, expected ${expected}`,
        },
      ],
    };
  }
  return readChecklist(isShipped(name) ? name : path, text, loading);
}
