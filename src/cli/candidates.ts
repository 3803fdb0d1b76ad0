import { dayOf } from "../batch/counted.js";
import type { Candidate } from "../batch/sample.js";
import { STDIN, walk } from "../batch/walk.js";
import { openEach, openStdin } from "../engine/open.js";
import { type ReadOptions, readSource } from "../engine/read.js";
import { agentOf, factNamed, queueOf } from "../model/about.js";
import type { Problem, Transcript } from "../model/index.js";
import { identityOf } from "../store/identity.js";

/** What stands in a stratum's name where an export does not say. */
const UNSAID = "(not said)";

/** Every conversation at some paths, or what was wrong with a file. */
export async function* transcriptsAt(
  paths: readonly string[],
  reading: ReadOptions,
): AsyncGenerator<{ readonly transcript: Transcript } | { readonly problem: Problem }> {
  for await (const met of walk(paths)) {
    if ("folder" in met) continue;
    if ("problem" in met) {
      yield met;
      continue;
    }
    const opening =
      met.path === STDIN ? openStdin("-", reading.limits) : openEach(met.path, met.named, reading.limits);
    for await (const opened of opening)
      if ("problem" in opened) yield opened;
      else yield* readSource(opened.source, { ...reading, unjudged: true });
  }
}

/** A conversation as it may be drawn. */
export const candidateOf = (transcript: Transcript, fields: readonly string[]): Candidate => ({
  source: transcript.source,
  id: transcript.id,
  hash: identityOf(transcript),
  agent: agentOf(transcript) ?? UNSAID,
  strata: fields.map(field => fieldOf(transcript, field) ?? UNSAID),
});

function fieldOf(transcript: Transcript, field: string): string | undefined {
  const wanted = field.toLowerCase();
  if (wanted === "channel" || wanted === "format" || wanted === "language") return transcript[wanted];
  if (wanted === "day") return dayOf(transcript);
  if (wanted === "month") return dayOf(transcript)?.slice(0, 7);
  if (wanted === "queue") return queueOf(transcript);
  return factNamed(transcript, [wanted]);
}
