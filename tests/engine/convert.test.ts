import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { turnListOf } from "../../src/engine/convert/turns.js";
import { vconOf } from "../../src/engine/convert/vcon.js";
import { webvttOf } from "../../src/engine/convert/webvtt.js";
import type { Transcript, Turn } from "../../src/model/index.js";
import { readAll } from "./pack.js";
import { transcriptsOf } from "./page.js";

const ROOT = new URL("../..", import.meta.url).pathname;
const files = [join(ROOT, "fixtures/formats"), join(ROOT, "../shared/samples")].flatMap(filesIn);

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile() && !path.endsWith(".md"))
    .sort();
}

const transcripts = (
  await Promise.all(
    files.map(async path => transcriptsOf(await readAll(path, readFileSync(path), {}, { unjudged: true }))),
  )
).flat();

const again = async (name: string, text: string): Promise<Transcript | undefined> =>
  transcriptsOf(await readAll(name, Buffer.from(text), {}, { unjudged: true }))[0];

const spoken = ({ turns }: Transcript): readonly Turn[] => turns.filter(({ kind }) => kind === "speech");
const label = ({ speaker, role }: Turn): string => (speaker === "" ? role : speaker);

/** Who said what when, in order. */
const gist = (turns: readonly Turn[]): readonly unknown[] =>
  turns.map(turn => [label(turn), turn.role, turn.kind, turn.text, turn.start, turn.end, turn.cutOff]);

test("there is something to convert", () => {
  process.stdout.write(`convert: ${transcripts.length} transcripts of ${files.length} files\n`);
  expect(transcripts.length).toBeGreaterThan(60);
});

test("through the turn list and back: words, roles, order, times, pieces, what is known", async () => {
  for (const transcript of transcripts) {
    const back = await again("a.json", JSON.stringify(turnListOf(transcript)));
    expect(gist(back?.turns ?? []), transcript.source).toEqual(gist(transcript.turns));
    expect(back?.channel).toBe(transcript.channel);
    expect(back?.language).toBe(transcript.language);
    expect(back?.id).toBe(transcript.id);
    expect(back?.startedAt, transcript.source).toBe(transcript.startedAt);
    expect(
      back?.turns.map(({ pieces }) => pieces.map(({ from, to, start, end }) => [from, to, start, end])),
    ).toEqual(
      transcript.turns.map(({ pieces }) => pieces.map(({ from, to, start, end }) => [from, to, start, end])),
    );
  }
});

test("through a vCon and back: words, roles, order, times", async () => {
  for (const transcript of transcripts) {
    const vcon = vconOf(transcript);
    const back = await again("a.json", JSON.stringify(vcon));
    expect(gist(back?.turns ?? []), transcript.source).toEqual(gist(transcript.turns));
    expect(back?.channel).toBe(transcript.channel);
    expect(vcon.uuid).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  }
});

test("through captions and back: what was said, by whom, when", async () => {
  let count = 0;
  for (const transcript of transcripts) {
    const captions = webvttOf(transcript);
    if ("expected" in captions) continue;
    const back = await again("a.vtt", captions.text);
    const whole = spoken(transcript).every(({ pieces }) => pieces.every(({ end }) => end !== undefined));
    const see = (turns: readonly Turn[]) =>
      turns.flatMap(turn =>
        turn.pieces.map(({ from, to, start, end }) => [
          label(turn),
          turn.role,
          flat(turn.text.slice(from, to)),
          start,
          whole ? end : 0,
        ]),
      );
    expect(see(spoken(back as Transcript)), transcript.source).toEqual(see(spoken(transcript)));
    count++;
  }
  expect(count).toBeGreaterThan(20);
});

const flat = (text: string): string => text.replace(/\s+/g, " ").trim();

test("captions say why they cannot be", () => {
  const [untimed] = transcripts.filter(({ turns }) => turns.every(({ start }) => start === undefined));
  expect(untimed && webvttOf(untimed)).toEqual({ expected: "a time for every utterance" });
});

test("what was decoded once is not decoded again", async () => {
  const turns = [
    { speaker: "agent", text: "Write &amp;lt;b&amp;gt; &amp;amp; not <b>b</b>", start: 0, end: 1 },
    { speaker: "customer", text: "1 &lt; 2", start: 1, end: 2 },
  ];
  const first = (await again("a.json", JSON.stringify({ turns }))) as Transcript;
  expect(first.turns.map(({ text }) => text)).toEqual(["Write &lt;b&gt; &amp; not b", "1 < 2"]);
  const captions = webvttOf(first);
  const texts = [
    JSON.stringify(turnListOf(first)),
    JSON.stringify(vconOf(first)),
    "text" in captions ? captions.text : "",
  ];
  for (const text of texts)
    expect((await again("b", text))?.turns.map(each => each.text)).toEqual(
      first.turns.map(each => each.text),
    );
});

const text = fc.string({ unit: "binary", minLength: 1, maxLength: 40 });
const turn = fc.record({
  speaker: fc.constantFrom("Ana", "Ben", "<v x>", "A & B", "a:b"),
  text,
  start: fc.nat(1_000),
  length: fc.nat(50),
});

test("whatever people say, it comes back as the same words", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 2, maxLength: 8 }), async list => {
      const turns = list.map(({ speaker, text, start, length }) => ({
        speaker,
        text,
        start,
        end: start + length,
      }));
      const first = await again("a.json", JSON.stringify({ id: "x", turns }));
      if (first === undefined || spoken(first).length === 0) return;
      const back = await again("b.json", JSON.stringify(turnListOf(first)));
      expect(gist(back?.turns ?? [])).toEqual(gist(first.turns));
      const captions = webvttOf(first);
      const seen = "text" in captions ? await again("c.vtt", captions.text) : undefined;
      if (seen !== undefined) expect(spoken(seen).length).toBeGreaterThan(0);
    }),
    { numRuns: 200, seed: 7 },
  );
});
