import { get, isObject, said } from "./json.js";
import { speakerLabel } from "./labels.js";
import { namesIn } from "./names-in.js";
import { roleWord } from "./turn-roles.js";

/** Keys under which exports write who said it: names and persons first, then words for a role, last ids. */
export const SPEAKER_KEYS = namesIn(`
  speaker_name speakerName sender_name senderName author_name authorName participant_name participantName
  display_name displayName user_name userName speaker from author sender senders participant user users name nickname
  username u initiator authorUser authorEndUserIdentity actor who party talker interlocutor createdBy created_by
  role speaker_role speakerRole participantRole participant_role participant_type participantType sender_type
  senderType author_type authorType actor_type actorType speaker_type speakerType user_type userType from_role
  speaker_label speakerLabel speakerTag speaker_tag speakerId speaker_id participantId participant_id participantSid
  authorId author_id senderId sender_id actorId userId user_id from_email
  participantPurpose purpose source event type channel channel_index channelTag channel_label media_channel side
`);

/** Of the keys above those that say many things; here they count where they hold a word for a role. */
const VAGUE: ReadonlySet<string> = new Set(["purpose", "source", "event", "type", "side"]);
/** A channel of the recording, of which each side has its own; «chat» and «voice» are media. */
const CHANNEL = /^channel|_channel$/;
const OF_SOUND = /^(?:\d|left|right|ch[_ ]?\d)$/i;

/** Of the keys above those that hold an id, to be looked up among the participants. */
export const ID_KEYS = namesIn(`
  speakerId speaker_id participantId participant_id participantSid authorId author_id senderId sender_id actorId
  userId user_id speaker sender author participant from user createdBy
`);

/** Fields that name a role; `speaker` and the like too, where what stands in them is a word for one. */
export const ROLE_KEYS = namesIn(`
  role speaker_role speakerRole participantRole participant_role participant_type participantType sender_type
  senderType author_type authorType actor_type actorType speaker_type speakerType user_type userType
  participantPurpose purpose from_role speaker sender author participant from user initiator createdBy created_by
  actor who party talker source event type name channel side
`);

const NAMES = ["name", "display_name", "displayName", "nickname", "full_name", "fullName", "n"] as const;
const LOGINS = ["username", "user_name", "email", "emailAddress"] as const;
const INSIDE = ["user", "person", "application", "agent", "contact"] as const;
const WORDS = ["role", "type", "user_type", "userType", "t", "__typename"] as const;

/** The key of a turn's speaker. */
export function speakerKey(turn: unknown, keys: readonly string[] = SPEAKER_KEYS): string | undefined {
  if (!isObject(turn)) return undefined;
  for (const key of keys) {
    const value = turn[key];
    if (value === undefined || value === null || speakerOf(value) === "") continue;
    if (CHANNEL.test(key) ? isChannel(value) : !VAGUE.has(key) || roleWord(value) !== undefined) return key;
  }
  return undefined;
}

function isChannel(value: unknown): boolean {
  return OF_SOUND.test(said(value) ?? "") || (typeof value === "string" && roleWord(value) !== undefined);
}

/** Whether a key is that of a channel of the recording. */
export function isChannelKey(key: string): boolean {
  return CHANNEL.test(key);
}

/** The name that a speaker field gives: itself, or the name (else the role) of the person it holds. A number is «Speaker 0». */
export function speakerOf(value: unknown, depth = 0): string {
  if (Array.isArray(value)) return depth < 2 ? speakerOf(value[0], depth + 1) : "";
  if (!isObject(value)) return speakerLabel(value);
  const name = firstOf(value, NAMES) ?? wholeName(value) ?? firstOf(value, LOGINS);
  if (name !== undefined) return name;
  for (const key of INSIDE) {
    const inner = depth < 2 && isObject(value[key]) ? speakerOf(value[key], depth + 1) : "";
    if (inner !== "") return inner;
  }
  return firstOf(value, WORDS) ?? "";
}

/** The words of a person that may name their role. */
export function personWords(person: unknown): readonly unknown[] {
  const one = Array.isArray(person) ? person[0] : person;
  if (!isObject(one)) return [];
  if (one.isBot === true || one.bot === true || one.is_bot === true) return ["bot"];
  return [...WORDS, "kind", "affiliation", "purpose", "speaker_type"].map(key => one[key]);
}

function wholeName(person: unknown): string | undefined {
  const first = said(get(person, "first_name") ?? get(person, "firstName") ?? get(person, "first"));
  const last = said(
    get(person, "last_name") ?? get(person, "lastName") ?? get(person, "last") ?? get(person, "surname"),
  );
  return said([first, last].filter(part => part !== undefined).join(" "));
}

function firstOf(value: Readonly<Record<string, unknown>>, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const text = said(value[key]);
    if (text !== undefined) return text;
  }
  return undefined;
}
