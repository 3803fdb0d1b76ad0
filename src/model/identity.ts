import type { Transcript } from "./transcript.js";

/**
 * The text of whose hash a conversation is known again: its id, its beginning, and who said what. How attune cuts it into
 * turns, settles roles or guesses the channel may change with a version, and is left out; so is the file it came from.
 */
export function identityText({ id, startedAt, turns }: Transcript): string {
  const said: string[] = [];
  let before: string | undefined;
  for (const { speaker, text } of turns) {
    if (speaker === before) said.push(` ${text}`);
    else said.push("\u0000", speaker, "\u0001", text);
    before = speaker;
  }
  return JSON.stringify([id, startedAt ?? null, said.join("")]);
}
