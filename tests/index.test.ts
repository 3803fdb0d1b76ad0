import { expect, test } from "vitest";
import { audit, createAudit } from "../src/index.js";
import { bytes, zip } from "./engine/pack.js";

const TEXT = `Agent: Good morning, how can I help?
Customer: My parcel is a week late and I am really upset.
Agent: I'm so sorry, that must be frustrating. I can refund you or send a new one, which would you prefer?
Customer: A new one, please.`;

test("a text is judged", async () => {
  const { audits, problems } = await audit(TEXT);
  expect(problems).toEqual([]);
  expect(audits.map(({ transcript }) => transcript.turns.length)).toEqual([4]);
  expect(audits[0]?.checklists[0]?.name).toBe("core");
});

test("so are bytes, and a transcript that is one already", async () => {
  const judge = createAudit({ checklists: ["core"] });
  const { audits } = await judge(Buffer.from(TEXT));
  const again = await judge(audits[0]!.transcript);
  expect(again.audits).toEqual(audits);
});

test("so are the files of an archive", async () => {
  const { audits } = await audit(zip({ "a.txt": bytes(TEXT), "b.txt": bytes(TEXT) }), { name: "calls.zip" });
  expect(audits.map(({ transcript }) => transcript.source)).toEqual(["calls.zip!a.txt", "calls.zip!b.txt"]);
});

test("what is no transcript is a problem, not an exception", async () => {
  expect(await audit("", { name: "empty.txt" })).toMatchObject({
    audits: [],
    problems: [{ source: "empty.txt", code: "empty-file" }],
  });
});

test("so is a checklist that does not exist", async () => {
  const { audits, problems } = await audit(TEXT, { checklists: ["croe"] });
  expect(audits).toEqual([]);
  expect(problems[0]?.message).toContain("`core`");
});
