import type { Complaint, Embedded, Written } from "../../model/index.js";
import {
  factsOf,
  firstText,
  given,
  type Json,
  objectOf,
  objectsOf,
  startsLike,
  textOf,
} from "../shared/chat-json.js";
import { type Chat, chatOf, rowsOf } from "../shared/chat-reading.js";
import { isObject, list } from "../shared/json.js";
import { seconds } from "../shared/times.js";
import { bodyOf } from "./body.js";
import { startOf } from "./dialog.js";
import { type Party, partyBy } from "./parties.js";

/** The transcripts among the analyses: read here where they are lists of who said what, handed back where a vendor shaped them. */
export interface Transcripts {
  readonly chats: readonly Chat[];
  readonly embedded: readonly Embedded[];
  readonly problems: readonly Complaint[];
}

/** Reads the first transcript of each dialog; others of the same dialog would say the same words twice. */
export function analysesOf(container: Json, parties: readonly Party[]): Transcripts {
  const chats: Chat[] = [];
  const embedded: Embedded[] = [];
  const seen = new Set<string>();
  let again = 0;
  for (const analysis of objectsOf(container.analysis)) {
    const found = transcriptIn(analysis);
    if (found === undefined) continue;
    const dialog = JSON.stringify(analysis.dialog ?? null).slice(0, 200);
    if (seen.has(dialog)) again += 1;
    else if ("turns" in found) chats.push(chatFrom(found.turns, container, analysis, parties));
    else {
      // What lies inside knows its own medium.
      const { channel: _, ...about } = aboutOf(container, analysis);
      embedded.push({ text: found.text, about });
    }
    seen.add(dialog);
  }
  return { chats, embedded, problems: repeated(again) };
}

type Found = { readonly turns: readonly unknown[] } | { readonly text: string } | undefined;

/** A list of turns is a transcript whatever the analysis is called; anything else only where it is called one. */
function transcriptIn(analysis: Json): Found {
  const body = bodyOf(analysis);
  if (body === undefined) return undefined;
  const called = /transcript/i.test(textOf(analysis.type)) || "transcript" in analysis;
  if ("text" in body) return called ? { text: body.text } : undefined;
  const turns = turnsIn(body.json);
  if (turns !== undefined) return { turns };
  return called ? { text: JSON.stringify(body.json) } : undefined;
}

/** A list of {speaker, message | text}, alone or as the segments of the World Transcription Format. */
function turnsIn(body: object): readonly unknown[] | undefined {
  if (startsLike(body, isTurn)) return list(body);
  const { segments, speakers, transcript } = objectOf(body);
  const spoken = isObject(transcript) && (isObject(speakers) || Array.isArray(speakers));
  return spoken && startsLike(segments, isTurn) ? list(segments) : undefined;
}

function isTurn(turn: Json): boolean {
  return "speaker" in turn && ("message" in turn || "text" in turn);
}

function chatFrom(
  turns: readonly unknown[],
  container: Json,
  analysis: Json,
  parties: readonly Party[],
): Chat {
  const { id, startedAt } = aboutOf(container, analysis);
  const facts = { uuid: container.uuid, subject: container.subject, vendor: analysis.vendor };
  return chatOf(
    rowsOf(turns, turn => rowOf(turn, parties)),
    { id: id ?? "", channel: "voice", startedAt, facts },
  );
}

function rowOf(turn: Json, parties: readonly Party[]): Written | undefined {
  const text = firstText(turn.message, turn.text).trim();
  if (text === "") return undefined;
  const { name, role } = partyBy(parties, turn.speaker);
  return {
    speaker: name,
    text,
    ...given({
      role,
      start: seconds(turn.start ?? turn.start_time),
      end: seconds(turn.end ?? turn.end_time),
    }),
  };
}

function aboutOf(container: Json, analysis: Json): Embedded["about"] {
  return given({
    id: textOf(container.uuid) || undefined,
    startedAt: startOf(container, analysis.dialog),
    channel: "voice" as const,
    metadata: factsOf({ uuid: container.uuid, subject: container.subject, vendor: analysis.vendor }),
  });
}

function repeated(count: number): readonly Complaint[] {
  if (count === 0) return [];
  const message = `Unexpected ${count} more ${count === 1 ? "transcript" : "transcripts"} of the same dialog, expected one: took the first`;
  return [{ code: "same-words-twice", message, effect: "note" }];
}
