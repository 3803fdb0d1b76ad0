import { expect, test } from "vitest";
import { table } from "../../src/formats/table.js";
import { documentOf, told } from "./document-of.js";

// biome-ignore format: one row, one case
test.each([
  ["commas", "speaker,text\nAna,Hello\n", ["Ana: Hello"]],
  ["semicolons, and commas in the words", "Speaker;Text;Start\nAna;Hello, you;1,5\n", ["Ana 1500-: Hello, you"]],
  ["tabs", "from\tmessage\nAna\tHello\n", ["Ana: Hello"]],
  ["bars", "role|utterance\nagent|Hello\n", ["agent (agent): Hello"]],
  ["a sep line, with a BOM", "\uFEFFsep=;\r\nspeaker;text\r\nAna;Hello\r\n", ["Ana: Hello"]],
  ["quoted delimiters, quotes and newlines", 'speaker,text\nAna,"Hello, ""you""\nthere"\nTom,Hi\n', ['Ana: Hello, "you"\nthere', "Tom: Hi"]],
  ["headers in any spelling", "Participant Role,Utterance_Text,Begin Offset Millis,endOffsetMillis\nAGENT,Hello,100,900\n", ["AGENT (agent) 100-900: Hello"]],
  ["a name and a role", "name,speaker role,text\nAna,CUSTOMER,Hello\n", ["Ana (customer): Hello"]],
  ["times by the clock", "speaker,text,timestamp\nAna,Hello,00:01:02\nTom,Hi,1:05\n", ["Ana 62000-: Hello", "Tom 65000-: Hi"]],
  ["seconds with a fraction", "speaker,text,start,end\nAna,Hello,0.5,2\nTom,Hi,2,3\n", ["Ana 500-2000: Hello", "Tom 2000-3000: Hi"]],
  ["whole seconds", "speaker,text,start\nAna,Hello,0\nTom,Hi,7\n", ["Ana 0-: Hello", "Tom 7000-: Hi"]],
  ["whole milliseconds, by how far rows are apart", "speaker,text,start\nAna,Hello,0\nTom,Hi,7250\n", ["Ana 0-: Hello", "Tom 7250-: Hi"]],
  ["a unit in the header", "speaker,text,start (ms),duration\nAna,Hello,20,30\n", ["Ana 20-50: Hello"]],
  ["turn numbers decide, not rows", "turn,speaker,text\n2,Tom,Hi\n1,Ana,Hello\n", ["Ana: Hello", "Tom: Hi"]],
  ["a row without words is counted", "speaker,text\nAna,Hello\nTom,\n\nTom,Hi\n", ["Ana: Hello", "Tom: Hi", "! lost-rows 3"]],
  ["notes and events are no speech", "speaker,text,type\nAna,Hello,message\nAna,call him,internal\nAna,joined,event\n", ["Ana: Hello", "Ana <note>: call him", "Ana <event>: joined"]],
  ["an audio channel tells speakers apart", "channel,text\n0,Hello\n1,Hi\n", ["Channel 0: Hello", "Channel 1: Hi"]],
  ["every other number missing is told", "turnNumber,utterance\n0,a\n2,b\n4,c\n6,d\n", ["?: a", "?: b", "?: c", "?: d", "! turn-gaps 2"]],
  ["a quote that never closes is told", 'speaker,text\nAna,"Hello\nTom,Hi\n', ["Ana: Hello\nTom,Hi", "! broken-quotes 2"]],
])("%s", (_, text, expected) => {
  expect(told(table, documentOf(text, "call.csv"))).toEqual(expected);
});

// biome-ignore format: one row, one case
test.each([
  ["an id for each row", "call_id,speaker,text\nA,Ana,1\nB,Ana,2\nA,Tom,3\n", [["A", 2], ["B", 1]]],
  ["an id on the first row alone", "call_id,speaker,text\nA,Ana,1\n,Tom,2\nB,Ana,3\n", [["A", 2], ["B", 1]]],
  ["turn numbers that start over", "turn,speaker,text\n1,Ana,1\n2,Tom,2\n1,Ana,3\n", [[undefined, 2], [undefined, 1]]],
  ["an id as a prototype key", "call_id,speaker,text\n__proto__,Ana,1\nconstructor,Tom,2\n", [["__proto__", 1], ["constructor", 1]]],
])("conversations are parted by %s", (_, text, expected) => {
  const { conversations } = table.read(documentOf(text, "calls.csv"));
  expect(conversations.map(({ id, rows }) => [id, rows.length])).toEqual(expected);
});

test("dates become moments, whatever writes them", () => {
  const cells = [
    "2026-03-02 10:20:30",
    "2026-03-02T11:20:30+01:00",
    "1772446830",
    "1772446830000",
    "3/2/2026 10:20:30 AM",
  ];
  const text = `speaker,text,date time\n${cells.map(cell => `Ana,Hello,${cell}`).join("\n")}\n`;
  const at = table.read(documentOf(text)).conversations.flatMap(({ rows }) => rows.map(row => row.at));
  expect(at).toEqual(cells.map(() => 1_772_446_830_000));
});

test("rows know their line, quoted newlines counted", () => {
  const { conversations } = table.read(documentOf('speaker,text\nAna,"a\nb\nc"\nTom,Hi\n'));
  expect(conversations[0]?.rows.map(({ line }) => line)).toEqual([2, 5]);
});

test("a whole transcript in a cell is handed back to be recognised", () => {
  const { conversations, embedded } = table.read(
    documentOf('case id,body\n7,"Agent: Hello\nCustomer: Hi"\n'),
  );
  expect(conversations).toEqual([]);
  expect(embedded).toEqual([{ text: "Agent: Hello\nCustomer: Hi", about: { id: "7", metadata: {} } }]);
});

// biome-ignore format: one row, one case
test.each([
  ["who and what", "speaker,text\nAna,Hello\n", 0.9],
  ["what and when", "time,text\n0:01,Hello\n", 0.8],
  ["no column for the words", "speaker,mood\nAna,calm\n", 0],
  ["a header alone", "speaker,text\n", 0],
  ["prose with commas", "Hello, I have a text, a message\nand more, of it\n", 0],
  ["one column", "text\nHello\n", 0],
])("sure of %s", (_, text, confidence) => {
  expect(table.sniff(documentOf(text)).confidence).toBe(confidence);
});
