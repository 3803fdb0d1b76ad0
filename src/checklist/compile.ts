import type { Problem } from "../model/index.js";
import { encodeLexicon } from "../text/index.js";
import { writtenBase } from "./base.js";
import { loadOn, SHIPPED } from "./index.js";

/** What the build writes, so that nothing is compiled at start-up. */
export interface Compiled {
  readonly lexicon: Uint8Array;
  /** JSON: the hash of the phrases, their classes, and name → checklist, examples left out. */
  readonly checklists: string;
  readonly problems: readonly Problem[];
}

/** Compiles the scorecards and phrases that ship. */
export function compileShipped(read: (path: string) => string): Compiled {
  const base = writtenBase(read);
  const { checklists, own, lexicon, problems } = loadOn(base, SHIPPED, read);
  const lists = Object.fromEntries(checklists.filter(list => !own.has(list)).map(list => [list.name, list]));
  const classes = Object.fromEntries(base.book().classes);
  const json = JSON.stringify({ hash: base.hash, lists, classes }, (key, value) =>
    key === "examples" ? [] : value,
  );
  return { lexicon: encodeLexicon(lexicon), checklists: json, problems };
}
