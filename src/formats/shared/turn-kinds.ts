import type { Kind } from "../../model/index.js";
import { isObject, said } from "./json.js";

const PRIVATE = ["private", "is_private", "isPrivate", "internal", "is_internal", "isInternal"] as const;
const TYPES = [
  "type",
  "message_type",
  "messageType",
  "event",
  "event_type",
  "eventType",
  "part_type",
  "t",
  "visibility",
] as const;
const CONTROL = ["isControlMessage", "is_system", "isSystem", "is_event", "isEvent"] as const;
/** What a message holds besides words. */
const ENCLOSED = [
  "attachments",
  "photos",
  "files",
  "images",
  "videos",
  "audio_files",
  "gifs",
  "sticker",
  "media",
  "file",
  "attachment",
] as const;

/** All keys that may say that a row is no speech. */
export const KIND_KEYS: readonly string[] = ["kind", "public", ...PRIVATE, ...TYPES, ...CONTROL];

const NOTE = /^(?:(?:private|internal)[_ -]?(?:note|comment|message)?s?|note|whisper|agents?|comment)$/i;
const EVENT =
  /(?:^|[_ .:/-])(?:joined?|left|leave|assign(?:ed|ment)?|transfer(?:red)?|closed?|status|typing|events?|system|activity|line_?item|rating|moment|action|slot|tool|control|hold|update|session_started|template)(?:$|[_ .:/-])/i;

/** What a row says it is; undefined for speech. `comment` is a note only where messages stand beside it: `chatty`. */
export function kindIn(turn: unknown, keys: readonly string[], chatty: boolean): Kind | undefined {
  if (!isObject(turn)) return undefined;
  const { kind } = turn;
  if (kind === "note" || kind === "event") return kind;
  if (keys.some(key => PRIVATE.includes(key as (typeof PRIVATE)[number]) && turn[key] === true))
    return "note";
  if (turn.public === false) return "note";
  if (keys.some(key => CONTROL.includes(key as (typeof CONTROL)[number]) && turn[key] === true))
    return "event";
  if (turn.message_type === 2 || turn.message_type === 3) return "event";
  for (const key of keys) {
    const word = TYPES.includes(key as (typeof TYPES)[number]) ? said(turn[key]) : undefined;
    if (word === undefined || word.length > 60) continue;
    if (NOTE.test(word) && isNote(word, key, chatty)) return "note";
    if (EVENT.test(word.replace(/(\p{Ll})(\p{Lu})/gu, "$1_$2"))) return "event";
  }
  return undefined;
}

function isNote(word: string, key: string, chatty: boolean): boolean {
  if (/^comment$/i.test(word)) return chatty;
  return !/^agents?$/i.test(word) || key === "visibility";
}

/** Whether rows call themselves messages: a comment beside them is for colleagues. */
export function saysMessage(turn: unknown): boolean {
  return isObject(turn) && /^(?:message|msg)$/i.test(said(turn.type) ?? "");
}

/** What a row without words holds, in a word: the type it names, or something enclosed; undefined where it says nothing. */
export function wordless(turn: unknown): string | undefined {
  if (!isObject(turn)) return undefined;
  const enclosed = ENCLOSED.find(
    key => typeof turn[key] === "object" && turn[key] !== null && !isEmpty(turn[key]),
  );
  if (enclosed !== undefined) return enclosed;
  for (const key of [...TYPES, "kind", "action"]) {
    const word = said(turn[key]);
    if (word !== undefined && word.length <= 60 && /[a-z]/i.test(word)) return word;
  }
  return undefined;
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
