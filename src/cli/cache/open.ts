import type { LoadedRules } from "../../checklist/index.js";
import type { Auditor } from "../../engine/audit.js";
import { type CachedAuditor, cached } from "./cached.js";
import { cacheHome, openFolder } from "./folder.js";

declare const ATTUNE_BUILD: string | undefined;

/** What decides whether results are kept, and where. */
export interface CacheOptions {
  readonly cache: boolean;
  readonly location?: string | undefined;
  /** Who writes, where several of one process do. */
  readonly by?: string;
  /** What is kept is masked; who wants to see everything gets it fresh. */
  readonly mask: boolean;
}

/** An auditor with a cache before it, where one is wanted and can be had. Unbuilt sources change too often for one. */
export function withCache(
  judge: Auditor,
  rules: LoadedRules,
  { cache, location, mask, by }: CacheOptions,
): CachedAuditor {
  if (!cache || !mask || typeof ATTUNE_BUILD === "undefined" || rules.problems.length > 0) return judge;
  const folder = openFolder(location ?? cacheHome(process.env, process.platform), Date.now(), by);
  return folder ? cached(judge, rules, ATTUNE_BUILD, folder) : judge;
}
