import { createHash } from "node:crypto";
import type { LoadedRules } from "../../checklist/index.js";
import type { Auditor } from "../../engine/audit.js";
import { identityText } from "../../model/identity.js";
import type { Transcript } from "../../model/index.js";
import { maskAudit } from "../../safety/index.js";
import { pack, unpack } from "./entry.js";
import type { Folder } from "./folder.js";

/** An auditor that says how many of its answers were known. */
export interface CachedAuditor extends Auditor {
  known?(): number;
}

/**
 * Answers from the cache where the same conversation was judged by the same scorecards and the same attune, and keeps
 * what is new. The decision and its figures: cache.md.
 */
export function cached(judge: Auditor, rules: LoadedRules, build: string, folder: Folder): CachedAuditor {
  let count = 0;
  const by = hash([build, rules.checklists]);
  const answer: Auditor = (transcript, foreign) => {
    const key = `${cachedUnder(sha(identityText(transcript)))}${hash([by, foreign, told(transcript)]).slice(0, 40)}`;
    const bytes = folder.read(key);
    const known = bytes && unpack(key, bytes, transcript);
    if (known) {
      count++;
      return known;
    }
    // A mask over a mask may hide more (a number stands in another light once its neighbour is gone), so what is new is
    // handed on as it is kept: both runs say the same.
    const audit = maskAudit(judge(transcript, foreign));
    folder.write(key, pack(key, audit));
    return audit;
  };
  return Object.assign(answer, { known: () => count });
}

/** How the key of everything kept of one conversation begins, by its identity: so it can be found to be erased. */
export const cachedUnder = (identity: string): string => identity.slice(0, 24);

/** A conversation as it was read, wherever it lies and whatever its file is called: how it was read shows in it. */
function told({ source: _, ...transcript }: Transcript): unknown {
  return transcript;
}

const sha = (text: string): string => createHash("sha256").update(text).digest("hex");
const hash = (value: unknown): string => sha(JSON.stringify(value));
