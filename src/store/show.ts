import type { Problem } from "../model/index.js";
import { openSnapshot } from "./snapshot.js";
import { dayOf, listsOf, versionOf } from "./version.js";

/** Audits by one version of a list. */
export interface SeenVersion {
  /** Names and versions of the checklists: `core 1.0`. */
  readonly lists: string;
  readonly sha256: string;
  readonly attune: string;
  readonly audits: number;
  /** Days of the first and last conversation, UTC. */
  readonly first: string;
  readonly last: string;
}

/** What a store holds. */
export interface Seen {
  readonly current: number;
  readonly older: number;
  readonly conversations: number;
  readonly agents: number;
  readonly pseudonyms: boolean;
  readonly first?: string;
  readonly last?: string;
  /** In the order in which they were first used. */
  readonly versions: readonly SeenVersion[];
  readonly segments: number;
  readonly bytes: number;
  /** Stretches of bytes that are no record. */
  readonly damaged: number;
  readonly forgotten: number;
}

/** Looks through a store. */
export function showStore(store: string): Seen | { readonly problem: Problem } {
  const snapshot = openSnapshot(store);
  if ("problem" in snapshot) return snapshot;
  const { mark, segments, bytes, damage, forgotten } = snapshot;
  const versions = new Map<string, SeenVersion>();
  const [conversations, agents] = [new Set<string>(), new Set<string>()];
  let [current, older] = [0, 0];
  for (const { row, last } of snapshot.rows()) {
    if (last) current++;
    else older++;
    conversations.add(row.transcript.slice(0, 16));
    if (row.agent !== undefined) agents.add(row.agent);
    const [key, day] = [versionOf(row), dayOf(row)];
    const before = versions.get(key);
    versions.set(key, {
      ...listsOf(row),
      attune: row.attune,
      audits: (before?.audits ?? 0) + 1,
      first: before === undefined || day < before.first ? day : before.first,
      last: before === undefined || day > before.last ? day : before.last,
    });
  }
  snapshot.close();
  const all = [...versions.values()];
  const days = all.flatMap(({ first, last }) => [first, last]).sort();
  const [first, last] = [days[0], days.at(-1)];
  return {
    ...{ current, older, conversations: conversations.size, agents: agents.size },
    pseudonyms: mark.pseudonyms !== "no",
    ...(first !== undefined && last !== undefined && { first, last }),
    ...{ versions: all, segments: segments, bytes, damaged: damage.length, forgotten: forgotten.erasures },
  };
}
