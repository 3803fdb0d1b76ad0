import { expect, test } from "vitest";
import { documentsOf } from "../../src/engine/documents.js";

function read(text: string): readonly string[] {
  const source = { name: "export/calls.json", named: true, bytes: Buffer.from(text) };
  return [...documentsOf(source)].map(doc =>
    "complaint" in doc
      ? `${doc.complaint.code}@${doc.complaint.line}:${doc.complaint.column}`
      : `${doc.document.name}@${doc.document.line} ${doc.document.json === undefined ? "text" : JSON.stringify(doc.document.json)}${doc.document.lines ? ` of lines ${doc.document.lines}` : ""}`,
  );
}

test.each([
  ["a JSON object is one document", '{\n "a": 1\n}\n', ['calls.json@1 {"a":1}']],
  ["an object on one line is no JSONL", '{"a":1}\n\n', ['calls.json@1 {"a":1}']],
  [
    "each line of a JSONL is a document of its own",
    '{"a":1}\n\n{"a":2}\r\n{"a":3}',
    ['calls.json@1 {"a":1}', 'calls.json@3 {"a":2}', 'calls.json@4 {"a":3}'],
  ],
  [
    "a broken line is one complaint, and the rest goes on",
    '{"a":1}\n{"a":\n{"a":3}',
    ['calls.json@1 {"a":1}', "broken-json@2:6", 'calls.json@3 {"a":3}'],
  ],
  [
    "so is a first line that is broken",
    '{"a":1\n{"a":2}\n{"a":3}',
    ["broken-json@1:7", 'calls.json@2 {"a":2}', 'calls.json@3 {"a":3}'],
  ],
  [
    "and a last line that is cut off",
    '{"a":1}\n{"a":2}\n{"a',
    ['calls.json@1 {"a":1}', 'calls.json@2 {"a":2}', "broken-json@3:4"],
  ],
  ["broken JSON over several lines is one complaint", '{\n "a": [1, 2,]\n}', ["broken-json@2:13"]],
  [
    "one turn a line is one document",
    '{"speaker":"a","text":"x"}\n{"speaker":"b","text":"y"}',
    ['calls.json@1 [{"speaker":"a","text":"x"},{"speaker":"b","text":"y"}] of lines 1,2'],
  ],
  [
    "or one for each conversation, however they are mixed",
    '{"call_id":1,"from":"a","text":"x"}\n{"call_id":2,"from":"c","text":"z"}\n{"call_id":1,"from":"b","text":"y"}',
    [
      'calls.json@1 [{"call_id":1,"from":"a","text":"x"},{"call_id":1,"from":"b","text":"y"}] of lines 1,3',
      'calls.json@2 [{"call_id":2,"from":"c","text":"z"}] of lines 2',
    ],
  ],
  ["a text that begins with a bracket is a text", "[00:01] Ana: Hi\n[00:02] Ben: Hi", ["calls.json@1 text"]],
  ["so is one in braces", "{hold music}\nAna: Hi", ["calls.json@1 text"]],
  ["a bare value is no JSON document", "42", ["calls.json@1 text"]],
])("%s", (_, text, expected) => {
  expect(read(text)).toEqual(expected);
});

test("the key `__proto__` is a key like any other", () => {
  expect(read('{"__proto__": {"a": 1}}')).toEqual(['calls.json@1 {"__proto__":{"a":1}}']);
});
