import { describe, expect, test } from "vitest";
import { plainText } from "../../src/formats/plain-text/index.js";
import { table } from "../../src/formats/table.js";
import { xlsx } from "../../src/formats/xlsx.js";
import { documentOf, told } from "./document-of.js";

const read = (text: string) => told(table, documentOf(text, "call.csv"));

// biome-ignore format: one row, one case
test.each([
  ["messages that come in and go out", "created_at,direction,body\n2026-03-02 10:00:00,outbound,Hello\n2026-03-02 10:01:00,inbound,Hi\n", ["agent (agent): Hello", "customer (customer): Hi"]],
  ["the same as yes and no", "is_inbound,text,start\nfalse,Hello,0\ntrue,Hi,2.5\n", ["agent (agent) 0-: Hello", "customer (customer) 2500-: Hi"]],
  ["whose column it is that says yes", "author,is_agent,text\nAna,1,Hello\nTom,0,Hi\n", ["Ana (agent): Hello", "Tom (customer): Hi"]],
  ["the direction of a call is nobody's role", "direction,speaker,text\ninbound,Ana,Hello\ninbound,Tom,Hi\n", ["Ana: Hello", "Tom: Hi"]],
  ["a channel for each side", "channel,start,text\nAgent,0.5,Hello\nCaller,2.5,Hi\n", ["Agent 500-: Hello", "Caller 2500-: Hi"]],
  ["a user beside contacts is on the staff", "sender,sender_type,text\nAna,user,Hello\nTom,contact,Hi\n", ["Ana (agent): Hello", "Tom (customer): Hi"]],
  ["what is private or not public is a note", "author,private,text\nAna,false,Hello\nAna,true,he is upset\n", ["Ana: Hello", "Ana <note>: he is upset"]],
  ["the same the other way round", "author,public,text\nAna,true,Hello\nAna,false,he is upset\n", ["Ana: Hello", "Ana <note>: he is upset"]],
  ["a column for each side, one filled", "start,agent,customer\n0.5,Hello to you both,\n2.5,,Hi there to you\n", ["agent (agent) 500-: Hello to you both", "customer (customer) 2500-: Hi there to you", "! assumed-conversation"]],
  ["an exchange a row, of one conversation", "conversation_id,customer_message,agent_reply\nA,My lamp hums all night,\"I'm sorry, a new one comes\"\nA,Thank you so much,You are very welcome\n", ["customer (customer): My lamp hums all night", "agent (agent): I'm sorry, a new one comes", "customer (customer): Thank you so much", "agent (agent): You are very welcome"]],
  ["an agent that greets first", "agent_message,client_reply\nHello how can I help?,My lamp hums all night\n", ["agent (agent): Hello how can I help?", "customer (customer): My lamp hums all night", "! assumed-conversation"]],
  ["a bot that answers", "user_query,bot_response\nwhere is my lamp,It is on the van today\n", ["customer (customer): where is my lamp", "bot (bot): It is on the van today", "! assumed-conversation"]],
])("%s", (_, text, expected) => {
  expect(table.sniff(documentOf(text, "call.csv")).confidence).toBeGreaterThanOrEqual(0.6);
  expect(read(text)).toEqual(expected);
});

// biome-ignore format: one row, one case
test.each([
  ["a data set for models: each row stands alone", "instruction,response\nwhere is my lamp today,It is on the van\ncan I get a refund,Of course you can\n", [2, 2]],
  ["ids that come again hold rows together", "id,customer_message,agent_reply\n7,my lamp hums all night,sorry to hear that\n7,what now I ask you,a new one is coming\n8,my bill is quite wrong,let me look at it\n", [4, 2]],
  ["ids of their own part them", "id,question,answer\n7,where is my lamp today,It is on the van\n8,can I get a refund,Of course you can\n", [2, 2]],
  ["answers to answers, newest first", "tweet_id,author_id,inbound,created_at,text,in_response_to_tweet_id\n4,Lamps,False,Tue Oct 31 22:12:00 +0000 2017,Which one?,\n3,55,True,Tue Oct 31 22:11:00 +0000 2017,I did,2\n2,Lamps,False,Tue Oct 31 22:10:00 +0000 2017,Please write to us,1\n1,55,True,Tue Oct 31 22:08:00 +0000 2017,my lamp hums,\n", [1, 3]],
  ["answers in a circle end", "id,author,text,parent_id\n1,Ana,Hello,2\n2,Tom,Hi,1\n", [2]],
])("%s", (_, text, expected) => {
  expect(table.read(documentOf(text, "calls.csv")).conversations.map(({ rows }) => rows.length)).toEqual(expected);
});

test("two columns of names are nobody's words", () => {
  for (const text of ["agent,customer,date\nAna,Tom,2026-03-02\nAna,Rosa,2026-03-03\n", "q,a\n1,2\n3,4\n"])
    expect(table.sniff(documentOf(text)).confidence).toBe(0);
});

test("exchanges in a workbook are told from names in one", () => {
  const sheet = (rows: readonly (readonly string[])[]) => ({
    ...documentOf(""),
    sheet: { name: "Sheet1", rows: rows.map((cells, index) => ({ cells, line: index + 1 })) },
  });
  expect(
    xlsx.sniff(
      sheet([
        ["customer", "agent"],
        ["My lamp hums all night", "Sorry to hear that"],
      ]),
    ).confidence,
  ).toBe(0.8);
  expect(
    xlsx.sniff(
      sheet([
        ["customer", "agent"],
        ["Tom", "Ana"],
      ]),
    ).confidence,
  ).toBe(0);
});

test("messages with dates are a chat, unless the table is one of calls", () => {
  const channel = (head: string) =>
    table.read(documentOf(`${head},speaker,text,created_at\n1,Ana,Hello,2026-03-02 10:00:00\n`))
      .conversations[0]?.channel;
  expect([channel("session_id"), channel("call_id")]).toEqual(["chat", undefined]);
});

// biome-ignore format: one row, one case
test.each([
  ["JSON in a cell", `id,transcript\n1,"[{""speaker"":""agent"",""text"":""Hello""}]"\n`],
  ["a whole conversation in one line of a cell", 'id,transcript\n1,"Agent: Hello. Customer: Hi. Agent: What is it?"\n'],
])("%s is handed back to be recognised", (_, text) => {
  expect(table.read(documentOf(text)).embedded).toHaveLength(1);
});

describe("a conversation in one line", () => {
  // biome-ignore format: one row, one case
  test.each([
    ["is parted at the words for roles", "Agent: Hello. Customer: It's this: broken. Agent: Oh.", ["Agent: Hello.", "Customer: It's this: broken.", "Agent: Oh."]],
    ["or at numbered speakers", "Speaker 1: Hello. Speaker 2: Hi. Speaker 1: Oh.", ["Speaker 1: Hello.", "Speaker 2: Hi.", "Speaker 1: Oh."]],
  ])("%s", (_, text, expected) => {
    expect(told(plainText, documentOf(text))).toEqual(expected);
    expect(plainText.read(documentOf(text)).conversations[0]?.rows.map(({ line }) => line)).toEqual([1, 1, 1]);
  });
});
