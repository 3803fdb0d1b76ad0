import fc from "fast-check";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { compose, decode, encodingOf } from "../../src/engine/decode.js";
import { problemsOf, readText, transcriptsOf } from "./page.js";

const CALL = "Agent: Hello, how can I help?\r\nCustomer: “It’s £5”, said José – café\r\nAgent: I see.\r\n";
const QUOTED = "“It’s £5”, said José – café";

/** Windows-1252, by hand: what an export from Windows holds. */
function windows(text: string): Uint8Array {
  const high = new Map([
    ["“", 0x93],
    ["”", 0x94],
    ["’", 0x92],
    ["–", 0x96],
    ["€", 0x80],
  ]);
  return Uint8Array.from([...text].map(char => high.get(char) ?? char.charCodeAt(0)));
}

function utf16(text: string, big: boolean, mark: boolean): Uint8Array {
  const bytes = Buffer.from(`${mark ? "\uFEFF" : ""}${text}`, "utf16le");
  return big ? bytes.swap16() : bytes;
}

test.each([
  ["UTF-8", Buffer.from(CALL)],
  ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${CALL}`)],
  ["UTF-16LE with a mark", utf16(CALL, false, true)],
  ["UTF-16BE with a mark", utf16(CALL, true, true)],
  ["UTF-16LE without one", utf16(CALL, false, false)],
  ["UTF-16BE without one", utf16(CALL, true, false)],
  ["Windows-1252, quotation marks and all", windows(CALL)],
  ["letters in two pieces (NFD)", Buffer.from(CALL.normalize("NFD"))],
])("%s reads the same", async (_, bytes) => {
  const [transcript] = transcriptsOf(await readText(bytes));
  expect(transcript?.turns.map(({ text }) => text)).toEqual(["Hello, how can I help?", QUOTED, "I see."]);
});

test.each([
  ["a stray NUL is dirt, not a sign of a binary file", Buffer.from(CALL.replace("help", "he\0lp")), []],
  [
    "a picture is named",
    Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
    ["Unexpected picture, expected the text of a transcript"],
  ],
  [
    "an archive is named",
    Buffer.from("504b030414000000", "hex"),
    ["Unexpected ZIP archive or Office document, expected the text of a transcript"],
  ],
  [
    "noise is refused",
    Buffer.from(Array.from({ length: 600 }, (_, i) => (i * 7) % 256)),
    ["Unexpected binary file, expected the text of a transcript"],
  ],
])("%s", async (_, bytes, messages) => {
  expect(problemsOf(await readText(bytes)).map(({ message }) => message)).toEqual(messages);
});

test("a half character at the end of a UTF-8 file does not make it another encoding's words", async () => {
  const whole = Buffer.from(`${CALL}Customer: naïve`);
  expect(encodingOf(whole.subarray(0, whole.length))).toBe("utf-8");
  const reads = await readText(whole.subarray(0, whole.length - 3));
  expect(transcriptsOf(reads)[0]?.turns[1]?.text).toBe(QUOTED);
});

test("text is composed only where there is anything to compose", () => {
  expect(compose("cafe\u0301")).toBe("café");
  expect(compose("plain")).toBe("plain");
});

test.each([
  [
    "Shift_JIS",
    "Agent: お電話ありがとうございます。どのようなご用件でしょうか。\nCustomer: 請求書が間違っています。",
  ],
  ["GB18030", "Agent: 您好，请问有什么可以帮您？\nCustomer: 我的账单有问题，请帮我查一下。"],
  ["windows-1251", "Agent: Здравствуйте, чем могу помочь?\nCustomer: Мой счёт неверный, посмотрите."],
  [
    "windows-1250",
    "Agent: Dzień dobry, w czym mogę pomóc?\nCustomer: Mój rachunek jest błędny, proszę o zwrot, żądam świadczenia.",
  ],
])("older encodings are told apart: %s", async (encoding, text) => {
  const [transcript] = transcriptsOf(await readText(iconv.encode(text, encoding)));
  expect(transcript?.turns.map(turn => `${turn.speaker}: ${turn.text}`).join("\n")).toBe(text);
});

test("what is left alone has nothing to compose, whatever stands beside it", () => {
  const strange: string[] = [];
  for (let code = 0; code < 0x2_0000; code++) {
    const char = String.fromCodePoint(code);
    for (const text of [char, `a${char}`, `${char}e`])
      if (compose(text) !== text.normalize("NFC")) strange.push(text);
  }
  expect(strange).toEqual([]);
});

test("decoding piece by piece gives what decoding at once gives, whatever the bytes are", () => {
  const unit = fc.oneof(
    fc.constantFrom("a".repeat(300), "é", "’", "🙂", "e\u0301", "한").map(text => Buffer.from(text)),
    fc
      .constantFrom([0x80], [0xc3], [0xe2, 0x80], [0xf0, 0x9f], [0xff], [0xef, 0xbb, 0xbf])
      .map(bytes => Buffer.from(bytes)),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 40 }), units => {
      const bytes = Buffer.concat(units);
      expect(decode(bytes)).toBe(
        bytes
          .toString("utf8")
          .replace(/^\uFEFF/, "")
          .normalize("NFC"),
      );
    }),
    { numRuns: 300, seed: 11 },
  );
});
