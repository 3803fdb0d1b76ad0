import { relative, resolve } from "node:path";
import type { Audit, Problem } from "../model/index.js";
import { maskKnownIn, maskText, terminal } from "../safety/index.js";
import { identityOf } from "../store/identity.js";
import { type Kept, openStore } from "../store/open.js";
import { cachedUnder } from "./cache/cached.js";
import { cacheHome, eraseUnder } from "./cache/folder.js";
import { usage } from "./complain.js";
import type { Flags } from "./config/resolve.js";
import { version } from "./version.js";

/** Today, UTC, as rows of a store write it. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** A run's audits on their way into a store. */
export interface Keeper {
  add(audit: Audit): void;
  /** On Ctrl-C: what was met so far is kept, and others are let in. */
  abandon(): void;
  /** Ends the keeping and says what came of it. */
  end(): { readonly said: string; readonly problems: readonly Problem[] };
}

/** Keeps a run as its flags say. What is kept for years is masked, whatever this run shows. */
export async function keeperOf(
  flags: Flags,
  inputs: readonly string[],
): Promise<Keeper | { readonly problem: Problem }> {
  const place = String(flags.store);
  const around = inputs.find(input => input !== "-" && holds(input, place));
  if (around !== undefined) {
    const message = `Unexpected store inside of the input ${around}, expected it elsewhere: it would be read as an export`;
    return { problem: usage(message) };
  }
  const store = await openStore(place, {
    attune: version,
    day: today(),
    mask: name => maskText(name),
    pseudonyms: flags.pseudonyms === true,
    readmit: flags.readmit === true,
  });
  if ("problem" in store) return store;
  const root = cacheRoot(flags);
  return {
    add(audit) {
      // What was judged just now may have been kept as a result; forgotten is forgotten there too.
      if (!store.add(maskKnownIn(audit))) eraseUnder(root, cachedUnder(identityOf(audit.transcript)));
    },
    abandon: () => void store.close(),
    end() {
      const kept = store.close();
      return { said: keptLine(place, kept), problems: kept.problem ? [kept.problem] : [] };
    },
  };
}

/** Where kept results lie, as the flags say. */
export const cacheRoot = (flags: Flags): string =>
  (flags["cache-location"] as string | undefined) ?? cacheHome(process.env, process.platform);

function holds(input: string, store: string): boolean {
  const path = relative(resolve(input), resolve(store));
  return path === "" || !(path.startsWith("..") || resolve(path) === path);
}

/** What a run did to a store, in a line. */
function keptLine(store: string, { written, known, refused }: Kept): string {
  const also = [
    ...(known > 0 ? [`${known} were there already`] : []),
    ...(refused > 0 ? [`${refused} are to stay forgotten (--readmit keeps them again)`] : []),
  ];
  const more = also.length > 0 ? `; ${also.join("; ")}` : "";
  return terminal`attune: ${written} audit(s) written to ${store}${more}\n`;
}
