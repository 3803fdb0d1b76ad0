import type { Format, Role, Written } from "../model/index.js";
import { firstText, given, type Json, objectOf, textOf } from "./shared/chat-json.js";
import { type ChatShape, chatOf, holds, readChats, rowsOf } from "./shared/chat-reading.js";
import { momentOf } from "./shared/chat-time.js";
import { entries, isObject, list, str } from "./shared/json.js";
import { no, yes } from "./shared/sniff.js";

/** The export of ChatGPT: a tree of messages under `mapping`, of which one branch is the conversation. */
export const chatgpt: Format = {
  name: "chatgpt",
  title: "ChatGPT export (conversations.json)",
  status: "documented",
  about: {
    recognised: "`mapping` of nodes with message, parent and children",
    roles: "message.author.role: user = customer, assistant = agent",
    times: "create_time in seconds",
    overlap: "none in a chat",
    traps:
      "the branch that ends at current_node alone, edited questions and regenerated answers left out and counted; hidden and system messages, tools and their calls are events; parts that are no text",
  },

  sniff({ json }) {
    return holds(json, shape) ? yes(0.97, "a tree of messages under mapping") : no;
  },

  read: document => readChats(document, shape),
};

const shape: ChatShape = {
  lists: ["conversations"],
  is: ({ mapping }) =>
    entries(mapping)
      .slice(0, 5)
      .some(([, node]) => isNode(node)),

  read(item) {
    const nodes = new Map(entries(item.mapping));
    const branch = branchOf(nodes, item);
    const { rows, problems } = rowsOf(branch.map(messageOf), rowOf);
    const said = (node: unknown): boolean => messageOf(node).author !== undefined;
    const aside = [...nodes.values()].filter(said).length - branch.filter(said).length;
    return chatOf(
      { rows, problems },
      {
        id: firstText(item.conversation_id, item.id),
        startedAt: momentOf(item.create_time),
        facts: { title: item.title, model: item.default_model_slug, otherBranches: aside > 0 ? aside : "" },
      },
    );
  },
};

const isNode = (node: unknown): boolean =>
  isObject(node) && ("message" in node || "parent" in node) && Array.isArray(node.children);

const messageOf = (node: unknown): Json => objectOf(objectOf(node).message);

/** From the last message of the branch that was shown up to the root, in the order of the conversation. */
function branchOf(nodes: ReadonlyMap<string, unknown>, item: Json): readonly unknown[] {
  const last = str(item.current_node);
  const branch: unknown[] = [];
  const seen = new Set<string>();
  for (let id = nodes.has(last) ? last : newestLeaf(nodes); nodes.has(id) && !seen.has(id); ) {
    seen.add(id);
    branch.push(nodes.get(id));
    id = str(objectOf(nodes.get(id)).parent);
  }
  return branch.reverse();
}

/** Where the export does not say which branch was shown: the one that was written last. */
function newestLeaf(nodes: ReadonlyMap<string, unknown>): string {
  let newest = "";
  let moment = Number.NEGATIVE_INFINITY;
  for (const [id, node] of nodes) {
    const at = momentOf(messageOf(node).create_time) ?? 0;
    if (list(objectOf(node).children).length > 0 || at < moment) continue;
    newest = id;
    moment = at;
  }
  return newest;
}

const ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ["user", "customer"],
  ["assistant", "agent"],
]);

function rowOf(message: Json): Written | "nothing" | undefined {
  const author = objectOf(message.author);
  const word = str(author.role);
  if (word === "") return Object.keys(message).length === 0 ? "nothing" : undefined;
  const content = objectOf(message.content);
  const text = textIn(content);
  const role = ROLES.get(word) ?? "system";
  const recipient = str(message.recipient);
  const spoken =
    role !== "system" &&
    !HIDDEN.some(key => objectOf(message.metadata)[key] === true) &&
    (recipient === "" || recipient === "all") &&
    /^(?:text|multimodal_text|)$/.test(str(content.content_type));
  const mute = list(content.parts).length > 0 ? "attachment" : "";
  const words = text || (recipient === "" || recipient === "all" ? mute : `calls ${recipient}`);
  if (words === "") return "nothing";
  return {
    speaker: firstText(author.name, word),
    text: words,
    role,
    ...given({
      kind: spoken && text !== "" ? undefined : ("event" as const),
      at: momentOf(message.create_time),
    }),
  };
}

const HIDDEN = ["is_visually_hidden_from_conversation", "is_user_system_message"];

/** Text parts, a line each; pictures and sounds have no words. */
function textIn(content: Json): string {
  const parts = list(content.parts).map(part =>
    typeof part === "string" ? part : textOf(objectOf(part).text),
  );
  const text = parts.filter(part => part.trim() !== "").join("\n");
  return text === "" ? firstText(content.text, content.result) : text;
}
