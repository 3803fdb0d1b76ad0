import type { Transcript } from "./transcript.js";

/** Labels that say what somebody is and not who. */
const NOBODY =
  /^(?:(?:customer |call |live |human |virtual )*(?:service |support |care |sales )*(?:agent|representative|rep|adviser|advisor|operator|support|csr|assistant|employee|speaker|staff|bot|ai|host|clerk))?[\s_#:-]*\d*$/i;

/** Who served: whom the export names, or else the one name that the agent's turns carry. */
export function agentOf({ agent, turns }: Pick<Transcript, "agent" | "turns">): string | undefined {
  if (agent !== undefined && agent.trim() !== "") return agent.trim();
  let only: string | undefined;
  for (const { role, speaker } of turns) {
    if (role !== "agent" || speaker.trim() === only) continue;
    if (only !== undefined) return undefined;
    only = speaker.trim();
  }
  return only === undefined || NOBODY.test(only) ? undefined : only;
}

/** What an export's metadata calls by one of these names (in lower case), in any case of letters. */
export function factNamed(
  { metadata }: Pick<Transcript, "metadata">,
  names: readonly string[],
): string | undefined {
  for (const name of names)
    for (const [key, value] of Object.entries(metadata))
      if (key.toLowerCase() === name && value.trim() !== "") return value.trim();
  return undefined;
}

/** The team that an export names. */
export const teamOf = (transcript: Transcript): string | undefined => factNamed(transcript, ["team"]);

/** The queue that an export names. */
export const queueOf = (transcript: Transcript): string | undefined =>
  factNamed(transcript, ["queue", "queuename", "queue_name"]);
