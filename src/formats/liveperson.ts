import type { Format, Role, Written } from "../model/index.js";
import { firstText, given, type Json, objectOf, objectsOf, startsLike, textOf } from "./shared/chat-json.js";
import { type ChatShape, chatOf, holds, readChats, rowsOf } from "./shared/chat-reading.js";
import { type Namer, namer } from "./shared/chat-speakers.js";
import { momentOf } from "./shared/chat-time.js";
import { no, yes } from "./shared/sniff.js";

/** LivePerson: conversations of the messaging interactions API. */
export const liveperson: Format = {
  name: "liveperson",
  title: "LivePerson messaging",
  status: "documented",
  about: {
    recognised: "conversationHistoryRecords[] with messageRecords[]",
    roles: "sentBy, and the participant's kind for bots",
    times: "timeL in milliseconds",
    overlap: "none in a chat",
    traps: "agents of kind Bot are bots; what only agents see is a note; files and rich content are events",
  },

  sniff({ json }) {
    return holds(json, shape) ? yes(0.97, "LivePerson: messageRecords[] with sentBy") : no;
  },

  read: document => readChats(document, shape),
};

const shape: ChatShape = {
  lists: ["conversationHistoryRecords"],
  is: record => startsLike(record.messageRecords, message => "messageData" in message || "sentBy" in message),

  read(record) {
    const call = namer();
    const people = peopleIn(record);
    const info = objectOf(record.info);
    const id = textOf(info.conversationId);
    return chatOf(
      rowsOf(record.messageRecords, message => rowOf(message, people, call)),
      {
        id,
        language: textOf(info.language),
        facts: { conversationId: id, queue: info.latestSkillName, closeReason: info.closeReason },
      },
    );
  },
};

interface Person {
  readonly name: string;
  readonly bot: boolean;
}

function peopleIn(record: Json): ReadonlyMap<string, Person> {
  const people = new Map<string, Person>();
  for (const one of objectsOf(record.agentParticipants)) {
    const person = {
      name: firstText(one.agentFullName, one.agentNickname),
      bot: /bot/i.test(textOf(one.userTypeName)),
    };
    for (const id of [one.participantId, one.agentId]) if (textOf(id) !== "") people.set(textOf(id), person);
  }
  for (const one of objectsOf(record.consumerParticipants)) {
    const name =
      [one.firstName, one.lastName].map(textOf).filter(Boolean).join(" ") || textOf(one.consumerName);
    people.set(textOf(one.participantId), { name, bot: false });
  }
  return people;
}

function rowOf(message: Json, people: ReadonlyMap<string, Person>, call: Namer): Written {
  const id = textOf(message.participantId);
  const person = people.get(id);
  const role = roleOf(textOf(message.sentBy).toLowerCase(), person?.bot ?? false);
  const data = objectOf(message.messageData);
  const said = typeof data.msg === "string" ? data.msg : textOf(objectOf(data.msg).text);
  const file = objectOf(data.file);
  const hidden =
    message.messageAudience === "AGENTS_AND_MANAGERS" || message.audience === "AGENTS_AND_MANAGERS";
  const kind = said.trim() === "" || role === "system" ? "event" : hidden ? "note" : undefined;
  return {
    speaker: call(id, person?.name ?? "", role),
    text:
      said || firstText(file.caption) || textOf(message.type).replace(/_/g, " ").toLowerCase() || "message",
    ...given({ role, kind, at: momentOf(message.timeL ?? message.time) }),
  };
}

function roleOf(sentBy: string, bot: boolean): Role | undefined {
  if (sentBy === "consumer") return "customer";
  if (sentBy === "agent") return bot ? "bot" : "agent";
  return sentBy === "controller" || sentBy === "system" ? "system" : undefined;
}
