import type { Channel, Conversation } from "../../model/index.js";
import { factIn } from "./header.js";

const CHANNELS: ReadonlyMap<string, Channel> = new Map<string, Channel>([
  ["chat", "chat"],
  ["live chat", "chat"],
  ["voice", "voice"],
  ["phone", "voice"],
  ["call", "voice"],
  ["email", "email"],
]);

const IDS = [
  "call id",
  "callid",
  "conversation id",
  "contact id",
  "interaction id",
  "chat id",
  "session id",
  "id",
];

/** What the lines above and below a conversation say of it. */
export function aboutOf(
  above: ReadonlyMap<string, string>,
  below: readonly string[],
  title: string,
): Omit<Conversation, "rows"> {
  const all = new Map([
    ...(title === "" ? [] : [["title", title] as const]),
    ...above,
    ...below.flatMap(line => factOf(line)),
  ]);
  const id = IDS.map(key => all.get(key)).find(value => value !== undefined);
  const agent = all.get("agent name") ?? all.get("agent") ?? all.get("representative");
  const language = all.get("language");
  const channel = CHANNELS.get((all.get("channel") ?? "").toLowerCase());
  return {
    ...(id !== undefined && { id }),
    ...(agent !== undefined && { agent }),
    ...(language !== undefined && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) && { language }),
    ...(channel !== undefined && { channel }),
    ...(all.size > 0 && { metadata: Object.fromEntries(all) }),
  };
}

function factOf(line: string): readonly (readonly [string, string])[] {
  const fact = factIn(line);
  return fact === undefined ? [] : [fact];
}
