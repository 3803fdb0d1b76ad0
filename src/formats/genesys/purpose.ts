import type { Role } from "../../model/index.js";
import { type Json, objectsOf, textOf } from "../shared/chat-json.js";
import { num } from "../shared/json.js";

const ROLES: ReadonlyMap<string, Role> = new Map([
  ["external", "customer"],
  ["customer", "customer"],
  ["agent", "agent"],
  ["user", "agent"],
  ["internal", "agent"],
  ["manual", "agent"],
  ["monitor", "supervisor"],
  ["coach", "supervisor"],
  ["ivr", "bot"],
  ["acd", "bot"],
  ["bot", "bot"],
  ["botflow", "bot"],
  ["workflow", "bot"],
  ["voicemail", "bot"],
  ["fax", "bot"],
  ["dialer", "bot"],
  ["campaign", "bot"],
]);

/** Who a purpose stands for; undefined for one that Genesys has added since. */
export function roleOf(purpose: unknown): Role | undefined {
  return ROLES.get(textOf(purpose).toLowerCase());
}

/** A participant of a conversation, and when they were in it. */
export interface Party {
  readonly id: string;
  readonly name: string;
  readonly role: Role | undefined;
  readonly from: number;
  readonly to: number;
}

/** More participants than this no call has. */
const MOST = 500;

/** The participants with their windows; a window without ends is open. */
export function partiesOf(conversation: Json): readonly Party[] {
  const participants = objectsOf(conversation.participants).slice(0, MOST);
  return participants.map((one, index) => ({
    id: textOf(one.userId) || textOf(one.id) || `#${index}`,
    name: textOf(one.name) || textOf(one.participantName),
    role: roleOf(one.participantPurpose ?? one.purpose),
    from: num(one.startTimeMs) ?? Number.NEGATIVE_INFINITY,
    to: num(one.endTimeMs) ?? Number.POSITIVE_INFINITY,
  }));
}

/**
 * Whose words a phrase is. "internal" is the centre's side: the bot, queue or person whose window holds the moment,
 * the one who came last where several do; outside all windows a person, unless the conversation has none.
 */
export function speakerOf(purpose: unknown, time: number | undefined, parties: readonly Party[]): Party {
  const role = roleOf(purpose);
  const said: Party = { id: textOf(purpose), name: "", role, from: 0, to: 0 };
  if (textOf(purpose).toLowerCase() !== "internal")
    return parties.find(one => role !== undefined && one.role === role) ?? said;
  const ours = parties.filter(one => one.role !== undefined && one.role !== "customer");
  const there = time === undefined ? [] : ours.filter(one => one.from <= time && time < one.to);
  const last = there.reduce<Party | undefined>(
    (late, one) => (late === undefined || one.from >= late.from ? one : late),
    undefined,
  );
  return last ?? ours.find(one => one.role === "agent") ?? ours[0] ?? said;
}
