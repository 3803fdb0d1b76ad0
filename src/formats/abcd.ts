import type { Format, Role, Written } from "../model/index.js";
import { given, objectOf, objectsOf, startsLike, textOf } from "./shared/chat-json.js";
import { type ChatShape, chatOf, holds, lostRows, readChats } from "./shared/chat-reading.js";
import { list } from "./shared/json.js";
import { no, yes } from "./shared/sniff.js";

const ROLES: ReadonlyMap<string, Role> = new Map([
  ["agent", "agent"],
  ["customer", "customer"],
  ["action", "system"],
]);

/** ABCD, the action-based conversations dataset. */
export const abcd: Format = {
  name: "abcd",
  title: "Action-Based Conversations Dataset",
  status: "real",
  about: {
    recognised: "convo_id with original[] of [speaker, text]",
    roles: "the speaker's word",
    times: "none",
    overlap: "none in a chat",
    traps: "actions are events; original before delexed, which repeats it with the names taken out",
  },

  sniff({ json }) {
    return holds(spread(json), shape) ? yes(0.98, "ABCD: convo_id with original[]") : no;
  },

  read: document => readChats({ ...document, json: spread(document.json) }, shape),
};

/** The splits of the whole dataset as one list. */
function spread(json: unknown): unknown {
  const { train, dev, test } = objectOf(json);
  const splits = [train, dev, test].filter(Array.isArray);
  return splits.length > 0 ? splits.flat() : json;
}

const shape: ChatShape = {
  lists: [],
  is: item =>
    "convo_id" in item &&
    (Array.isArray(item.original) || startsLike(item.delexed, turn => "speaker" in turn)),

  read(item) {
    const pairs = list(item.original).map(pair => [textOf(list(pair)[0]), textOf(list(pair)[1])] as const);
    const delexed = objectsOf(item.delexed).map(turn => [textOf(turn.speaker), textOf(turn.text)] as const);
    const said = pairs.length > 0 ? pairs : delexed;
    const rows = said.filter(([speaker, text]) => speaker !== "" && text.trim() !== "").map(rowOf);
    const facts = { flow: objectOf(item.scenario).flow, subflow: objectOf(item.scenario).subflow };
    return chatOf(
      { rows, problems: lostRows(said.length - rows.length) },
      { id: textOf(item.convo_id), facts },
    );
  },
};

function rowOf([speaker, text]: readonly [string, string]): Written {
  const role = ROLES.get(speaker.toLowerCase());
  return { speaker, text, ...given({ role, kind: role === "system" ? ("event" as const) : undefined }) };
}
