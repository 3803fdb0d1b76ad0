import type { Turn } from "../../model/index.js";

/** The label a turn is written under: the speaker's, or the word for the role where there is none. */
export function wordIn({ speaker, role }: Turn): string {
  return speaker === "" ? role : speaker;
}

/** A moment so many milliseconds after a start, in ISO 8601. */
export function momentAfter(startedAt: string, ms: number): string {
  return new Date(Date.parse(startedAt) + ms).toISOString();
}
