import { createHash } from "node:crypto";
import type { LoadedRules } from "../../checklist/index.js";
import type { InForce } from "../config/resolve.js";
import { readingSettings } from "../reading.js";
import { build, version } from "../version.js";
import type { Terms } from "./trace.js";

/** By what a run is judged and read, so that blobs of different runs are told apart. */
export function termsOf({ settings }: InForce, { checklists }: LoadedRules, mask: boolean): Terms {
  const { metadata, ...reading } = readingSettings(settings);
  // Where the table of facts lies may differ from machine to machine.
  const read = { ...reading, metadata: metadata !== undefined };
  return {
    attune: version,
    build,
    checklists: checklists.map(({ name, version, sha256, checks }) => ({
      name,
      version,
      sha256,
      checks: checks.map(({ id }) => id),
    })),
    reading: createHash("sha256").update(JSON.stringify(read)).digest("hex").slice(0, 16),
    mask,
    quotes: settings.quotes,
  };
}
