import { expect, test } from "vitest";
import { clean } from "../../src/formats/chat-cha/clean.js";
import { chatCha } from "../../src/formats/chat-cha/index.js";
import { documentOf, told } from "./document-of.js";

// biome-ignore format: one row, one case
test.each([
  ["hello there .", "hello there."],
  ["&-um I was (.) going (1.5) home .", "um I was going home."],
  ["let me (be)cause it .", "let me because it."],
  ["<I want> [//] I need it [= the lamp] .", "I want I need it."],
  ["it [/] it was Mon +//.", "it it was Mon…"],
  ["so anyway +...", "so anyway…"],
  ["I told you that +/.", "I told you that"],
  ["did you +/?", "did you"],
  ["+, and then .", "and then."],
  ["+< yes .", "yes."],
  ["ice_cream word@l gonna [: going to] !", "ice cream word gonna!"],
  ["&+w we &~uh came &*MOT:mhm back .", "we came back."],
  ["he 0is here .", "he here."],
  ["⌈yes⌉ ↑no .", "yes no."],
  ["xxx .", ""],
  ["&=laughs .", ""],
])("chat-cha takes the codes out of %s", (written, text) => {
  expect(clean(written).text).toBe(text);
});

const HEAD = "@UTF8\n@Begin\n@Participants:\tAGT Ana Agent, CUS Customer\n";
const at = (start: number, end: number) => ` \u0015${start}_${end}\u0015`;

// biome-ignore format: one row, one case
test.each([
  ["times stand between NAKs", `*AGT:\thello .${at(0, 900)}`, ["Ana (agent) 0-900: hello."]],
  ["or bare at the end", "*AGT:\thello . 0_900", ["Ana (agent) 0-900: hello."]],
  ["lines go on after a tab", `*AGT:\thello\n\tthere .${at(0, 900)}`, ["Ana (agent) 0-900: hello there."]],
  ["cut off by somebody else", `*CUS:\tI told +/.${at(0, 900)}\n*AGT:\tyes .${at(800, 990)}`, ["Customer (customer) cut 0-900: I told", "Ana (agent) 800-990: yes."]],
  ["broken off by oneself", "*CUS:\tI told +//.", ["Customer (customer): I told…"]],
  ["what is no word is no turn", "*CUS:\t&=sighs xxx .", ["! no-turns"]],
  ["dependent lines are no speech", "*CUS:\tyes .\n%com:\tangry", ["Customer (customer): yes."]],
  ["a code that nobody explains is a name", "*XYZ:\tyes .", ["XYZ: yes."]],
])("chat-cha: %s", (_, lines, expected) => {
  expect(told(chatCha, documentOf(`${HEAD}${lines}\n@End\n`))).toEqual(expected);
});

test("chat-cha keeps who interrupted whom, as an oracle for ours", () => {
  const text = `${HEAD}*CUS:\tI told [>] +/.${at(0, 900)}\n*AGT:\t+< yes .${at(800, 990)}\n@End\n`;
  expect(chatCha.read(documentOf(text)).conversations[0]?.measured).toEqual([
    { by: "CHAT", what: "overlap", start: 0, end: 900, role: "customer" },
    { by: "CHAT", what: "overlap", start: 800, end: 990, role: "agent" },
    { by: "CHAT", what: "interruption", start: 800, role: "agent", value: "Ana" },
  ]);
});
