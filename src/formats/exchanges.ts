import type { Conversation, Format, Written } from "../model/index.js";
import { areSentences, type Exchange, exchangeIn } from "./shared/exchanges.js";
import { entries, isObject, said, str } from "./shared/json.js";
import { no, yes } from "./shared/sniff.js";
import { conversationOf } from "./shared/turn-keys.js";
import { timesOf } from "./shared/turn-times.js";

/** An exchange an object: what the customer says and what is answered, under a key each. */
export const exchanges: Format = {
  name: "exchanges",
  title: "Exchanges (JSON, JSONL)",
  status: "documented",
  about: {
    recognised:
      "objects with two texts: `customer_message` and `agent_reply`, `user` and `assistant`, `prompt` and `completion`, `question` and `answer`",
    roles: "of the keys; who is called bot or model is a bot",
    times: "of the first of the two, where one stands beside them",
    overlap: "none in writing",
    traps:
      "exchanges with the id of one conversation belong together; without ids those of a customer and an agent are one conversation, those of a data set for models one each",
  },

  sniff({ json }) {
    const found = pairsIn(json);
    if (found === undefined) return no;
    const names = found.exchange.sides.map(({ name }) => `\`${name}\``).join(" and ");
    return yes(found.exchange.alone ? 0.35 : 0.5, `exchanges under ${names}`);
  },

  read(document) {
    const found = pairsIn(document.json);
    if (found === undefined) return { conversations: [], problems: [] };
    const { list, exchange } = found;
    const groups = new Map<string, Written[]>();
    list.forEach((one, index) => {
      const id = conversationOf(one) || (exchange.alone ? `#${index}` : "");
      const rows = rowsOf(one, exchange, document.lines?.[index]);
      const group = groups.get(id);
      if (group === undefined) groups.set(id, [...rows]);
      else group.push(...rows);
    });
    const conversations = [...groups].map(
      ([id, rows]): Conversation => ({
        ...(id !== "" && !id.startsWith("#") && { id }),
        channel: "chat",
        rows,
      }),
    );
    const lost = list.length - list.filter(isObject).length;
    const message = `Unexpected ${lost} entries that are no exchange, expected what is said and what is answered`;
    return {
      conversations,
      problems: lost === 0 ? [] : [{ line: document.line, code: "lost-rows", message, effect: "partial" }],
    };
  },
};

interface Found {
  readonly list: readonly unknown[];
  readonly exchange: Exchange;
}

/** The exchanges of a document: one, a list of them, or the list under one of its keys. */
function pairsIn(json: unknown, inside = false): Found | undefined {
  const list = Array.isArray(json) ? json : [json];
  const [first] = list;
  if (!isObject(first)) return undefined;
  const texts = entries(first).filter(([, value]) => typeof value === "string" && value.trim() !== "");
  const exchange = exchangeIn(texts.slice(0, 100).map(([key]) => key));
  if (exchange !== undefined && areSentences(sampleOf(list, exchange))) return { list, exchange };
  if (inside || Array.isArray(json)) return undefined;
  for (const [, inner] of entries(json).slice(0, 20)) {
    const found = Array.isArray(inner) ? pairsIn(inner, true) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function sampleOf(list: readonly unknown[], { sides }: Exchange): readonly string[] {
  return list.slice(0, 8).flatMap(one => (isObject(one) ? sides.map(({ name }) => str(one[name])) : []));
}

function rowsOf(one: unknown, { sides }: Exchange, line: number | undefined): readonly Written[] {
  if (!isObject(one)) return [];
  const { start, at } = timesOf(one);
  return sides.flatMap(({ name, role }, index): readonly Written[] => {
    const text = said(one[name]);
    if (text === undefined) return [];
    const time = index > 0 ? {} : { ...(start !== undefined && { start }), ...(at !== undefined && { at }) };
    return [{ speaker: role, role, text, ...time, ...(line !== undefined && { line }) }];
  });
}
