import { createHash } from "node:crypto";
import type { LoadedRules } from "../../checklist/index.js";
import type { Auditor } from "../../engine/audit.js";
import type { Transcript } from "../../model/index.js";
import { masked, pack, unpack } from "./entry.js";
import type { Folder } from "./folder.js";

/**
 * Answers from the cache where the same conversation was judged by the same scorecards and the same attune, and keeps
 * what is new. The decision and its figures: cache.md.
 */
export function cached(judge: Auditor, rules: LoadedRules, build: string, folder: Folder): Auditor {
  const by = hash([build, rules.checklists]);
  return (transcript, foreign) => {
    const key = hash([by, foreign, told(transcript)]);
    const bytes = folder.read(key);
    const known = bytes && unpack(key, bytes, transcript);
    if (known) return known;
    const audit = masked(judge(transcript, foreign));
    folder.write(key, pack(key, audit));
    return audit;
  };
}

/** A conversation as it was read, wherever it lies and whatever its file is called: how it was read shows in it. */
function told({ source: _, ...transcript }: Transcript): unknown {
  return transcript;
}

const hash = (value: unknown): string => createHash("sha256").update(JSON.stringify(value)).digest("hex");
