import type { Problem } from "../model/index.js";
import { encodeLexicon } from "../text/index.js";
import { loadChecklists, SHIPPED } from "./index.js";

/** What the build writes, so that nothing is compiled at start-up. */
export interface Compiled {
  readonly lexicon: Uint8Array;
  /** JSON: name → checklist, examples left out. */
  readonly checklists: string;
  readonly problems: readonly Problem[];
}

/** Compiles the scorecards and phrases that ship. */
export function compileShipped(read: (path: string) => string): Compiled {
  const { checklists, lexicon, problems } = loadChecklists(SHIPPED, read);
  const all = Object.fromEntries(checklists.map(list => [list.name, list]));
  const json = JSON.stringify(all, (key, value) => (key === "examples" ? [] : value));
  return { lexicon: encodeLexicon(lexicon), checklists: json, problems };
}
