import type { Channel, Format, Written } from "../model/index.js";
import { calls, row } from "./shared/call.js";
import { dig, get, isObject, list, said } from "./shared/json.js";
import { roleOf } from "./shared/labels.js";
import { type Notes, notes } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { endAfter, ticks } from "./shared/times.js";

/** The input of Azure AI Language's conversation analysis. */
export const azureConversation: Format = {
  name: "azure-conversation",
  title: "Azure AI Language, conversation analysis",
  status: "fixture",
  about: {
    recognised: "`analysisInput.conversations[].conversationItems[]`",
    roles: "of `role` where it stands, else the participant's name",
    times: "of `audioTimings`, ticks of 100 ns, where they stand",
    overlap: "where there are times",
    traps: "`maskedItn` and `maskedITN`; several conversations in one file; modality text is a chat",
  },

  sniff({ json }) {
    const first = conversationsOf(json)[0];
    return Array.isArray(get(first, "conversationItems"))
      ? yes(0.97, "conversations[].conversationItems[]")
      : no;
  },

  read({ json }) {
    const found = notes();
    const parts = conversationsOf(json).map((conversation, index) => {
      const items = list(get(conversation, "conversationItems"));
      const where = `conversations[${index}].conversationItems`;
      const rows = items.flatMap((item, at) => rowOf(item, `${where}[${at}]`, found));
      const about = {
        id: said(get(conversation, "id")),
        language: said(get(conversation, "language")),
        channel: channelOf(conversation),
      };
      return { rows, about };
    });
    return calls(parts, found);
  },
};

function conversationsOf(json: unknown): readonly unknown[] {
  const input = list(dig(json, "analysisInput", "conversations"));
  if (input.length > 0) return input;
  const bare = list(get(json, "conversations"));
  return bare.every(isObject) ? bare : [];
}

function channelOf(conversation: unknown): Channel {
  return get(conversation, "modality") === "text" ? "chat" : "voice";
}

function rowOf(item: unknown, where: string, found: Notes): readonly Written[] {
  const texts = ["text", "itn", "lexical", "maskedItn", "maskedITN"].map(name => said(get(item, name)));
  const text = texts.find(each => each !== undefined);
  if (text === undefined) {
    found.add("lost-rows", "Unexpected item without `text`, expected its words", where);
    return [];
  }
  const timings = list(get(item, "audioTimings"));
  const last = timings.at(-1);
  const begun = ticks(get(last, "offset"));
  const length = ticks(get(last, "duration"));
  return [
    row({
      speaker: said(get(item, "participantId")) ?? said(get(item, "role")) ?? "",
      role: roleOf(get(item, "role")),
      text,
      start: ticks(get(timings[0], "offset")),
      end: endAfter(begun, length),
    }),
  ];
}
