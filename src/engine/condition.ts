import type { Condition, Transcript } from "../model/index.js";
import type { Signals } from "./scene.js";

/** Why a check is not asked here; `unknown` where the export does not say what the condition asks about. */
export interface NotAsked {
  readonly verdict: "na" | "unknown";
  readonly message: string;
}

/** Which of some conditions does not hold in a conversation; undefined means that all do. */
export function notAsked(
  conditions: readonly Condition[] = [],
  transcript: Transcript,
  signals: Signals,
): NotAsked | undefined {
  for (const condition of conditions) {
    const not = unmet(condition, transcript, signals);
    if (not) return not;
  }
  return undefined;
}

function unmet(condition: Condition, transcript: Transcript, signals: Signals): NotAsked | undefined {
  const { channels, metadata = [], heard } = condition;
  if (channels && !channels.includes(transcript.channel))
    return {
      verdict: "na",
      message: `Asked only of ${channels.join(" or ")}, this is ${transcript.channel}`,
    };
  for (const [key, values] of metadata) {
    const value = Object.hasOwn(transcript.metadata, key) ? transcript.metadata[key] : undefined;
    if (value === undefined)
      return {
        verdict: "unknown",
        message: `This export does not say \`${key}\`, which decides whether this is asked`,
      };
    if (!values.some(each => each.toLowerCase() === value.toLowerCase()))
      return { verdict: "na", message: `Asked only where \`${key}\` is ${values.join(" or ")}` };
  }
  if (heard && !heard.some(each => holds(signals, each)))
    return {
      verdict: "na",
      message: `Asked only where ${heard.map(({ act }) => act).join(" or ")} was heard`,
    };
  return undefined;
}

function holds(signals: Signals, { act, where, atLeast }: NonNullable<Condition["heard"]>[number]): boolean {
  return signals.of(act).filter(({ detail }) => !where || detail?.[where[0]] === where[1]).length >= atLeast;
}
