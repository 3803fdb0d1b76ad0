import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { openFile } from "../../src/engine/files.js";
import { readSource } from "../../src/engine/read.js";
import { dialog } from "../../src/formats/dialog.js";
import { audit } from "../../src/index.js";
import type { Transcript } from "../../src/model/index.js";
import { englishShare, foreignLanguage } from "../../src/text/index.js";

const ROOT = resolve(import.meta.dirname, "../..");
const SHARED = resolve(ROOT, "../shared");

test.each([
  [
    "es",
    "Buenos días, ¿en qué puedo ayudarle?",
    "Hola, mi pedido no ha llegado y ya van dos semanas, estoy muy enfadada con ustedes.",
  ],
  [
    "fr",
    "Bonjour, que puis-je faire pour vous ?",
    "Ma commande n'est toujours pas arrivée et personne ne répond à mes courriels depuis mardi.",
  ],
  [
    "de",
    "Guten Tag, was kann ich für Sie tun?",
    "Meine Lieferung ist seit zwei Wochen überfällig und niemand ruft mich zurück, das ist unmöglich.",
  ],
  [
    "nl",
    "goedemiddag waarmee kan ik u helpen",
    "mijn bestelling is nog steeds niet aangekomen en niemand belt mij terug dit is belachelijk",
  ],
  [
    "pt",
    "Bom dia, em que posso ajudar?",
    "A minha encomenda ainda não chegou e ninguém me responde, estou muito chateada com isto tudo.",
  ],
  [
    "pl",
    "Dzień dobry, w czym mogę pomóc?",
    "Moja paczka jeszcze nie przyszła i nikt nie odbiera telefonu, jestem naprawdę bardzo zdenerwowana, proszę pana.",
  ],
  [
    "tr",
    "Merhaba, size nasıl yardımcı olabilirim?",
    "Siparişim hâlâ gelmedi ve kimse telefonlarıma cevap vermiyor, çok sinirliyim, iki hafta oldu ve hâlâ bekliyorum.",
  ],
  [
    "ru",
    "Добрый день, чем могу помочь?",
    "Мой заказ до сих пор не пришёл, и никто не отвечает на звонки, это просто безобразие какое-то, честное слово.",
  ],
  [
    "ja",
    "お電話ありがとうございます。",
    "注文した商品がまだ届かなくて、誰も電話に出ないんですけど、本当に困っています。",
  ],
])("a conversation in another language is told: %s", async (language, agent, customer) => {
  expect(await foreignLanguage(conversation(`agent: ${agent}`, `customer: ${customer}`))).toBe(language);
});

test.each([
  ["too short to tell", "agent: ¿Hola?", "customer: Hola, buenos días."],
  [
    "a foreign word or two",
    "agent: Namaste, thank you for calling. How can I help you?",
    "customer: Hola! My paella pan from Casa Pepe came broken, and I need a new one by the fiesta on Sunday.",
  ],
  [
    "names and numbers",
    "agent: Name, postcode, and order number, please?",
    "customer: Siobhan Ní Bhriain, Baile Átha Cliath, Villa Esperanza, order 4471, Rioja Reserva, Manchego, and Jamón. It was all for my mother.",
  ],
  [
    "recognised speech",
    "agent: hiya kev here yeah whats the postcode",
    "customer: b e one s er six q t yeah can i um can i move my delivery please its tomorrow",
  ],
])("English stays English, and no library is asked: %s", (_, ...lines) => {
  expect(foreignLanguage(conversation(...lines))).toBeUndefined();
});

test("bots and events say nothing of the language", () => {
  const lines = Array.from(
    { length: 9 },
    () => "bot: Hola, gracias por su paciencia, un agente le atenderá en breve.",
  );
  expect(
    foreignLanguage(conversation(...lines, "agent: How can I help?", "customer: My bill is wrong.")),
  ).toBeUndefined();
});

test("share of the commonest words, without regard to case or the kind of apostrophe", () => {
  expect(englishShare(["THE", "I’m", "parcel", "perro"])).toBe(0.5);
  expect(englishShare([])).toBe(0);
});

test("what is not English is not judged, and that is said once", async () => {
  const text =
    "Agent: Buenos días, ¿en qué puedo ayudarle?\nCustomer: Hola, mi pedido no ha llegado, ya van dos semanas y estoy muy enfadada.\nAgent: Lo siento mucho, lo reviso ahora mismo.\n";
  const { audits, problems } = await audit(text, { checklists: ["core"], name: "llamada.txt" });
  expect(problems.filter(({ code }) => code === "language")).toEqual([
    expect.objectContaining({
      source: "llamada.txt",
      message: expect.stringContaining("Unexpected Spanish, expected English"),
    }),
  ]);
  expect(audits.map(({ outcome, score }) => [outcome, score])).toEqual([["not-scorable", null]]);
  expect(new Set(audits[0]?.findings.map(({ verdict }) => verdict))).toEqual(new Set(["unknown"]));
  expect(audits[0]?.signals).toEqual([]);
  expect(audits[0]?.facts.turns).toBe(3);
});

test("no English conversation of the repository is taken for another", async () => {
  expect(await mistaken(join(ROOT, "fixtures/cases/conversations.jsonl"))).toEqual({ read: 24, told: [] });
});

test.skipIf(!existsSync(SHARED))("nor one of the shared cases and samples", async () => {
  expect(await mistaken(join(SHARED, "cases/conversations.jsonl"))).toEqual({ read: 36, told: [] });
  const folder = join(SHARED, "samples");
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .sort()
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile());
  const found = await Promise.all(paths.map(mistaken));
  expect(found.reduce((sum, { read }) => sum + read, 0)).toBeGreaterThan(50);
  // Swedish captions, filler text in Latin, and a caption file that counts its captions.
  const foreign = /comments\.vtt|sample\.vtt|whatsapp/;
  expect(found.flatMap(({ told }) => told).filter(name => !foreign.test(name))).toEqual([]);
});

test.skipIf(!existsSync(join(SHARED, "corpora/sgd.dev.jsonl.gz")))(
  "nor one of 1,437 plain requests",
  async () => {
    const lines = gunzipSync(readFileSync(join(SHARED, "corpora/sgd.dev.jsonl.gz")))
      .toString("utf8")
      .trim()
      .split("\n");
    const told: string[] = [];
    for (const line of lines) {
      const { id, turns } = JSON.parse(line) as { id: string; turns: { speaker: string; text: string }[] };
      const language = await foreignLanguage(
        conversation(...turns.map(({ speaker, text }) => `${speaker}: ${text}`)),
      );
      if (language !== undefined) told.push(`${id} ${language}`);
    }
    expect(lines.length).toBe(1437);
    expect(told).toEqual([]);
  },
);

function conversation(...lines: readonly string[]): Transcript {
  return dialog(lines);
}

async function mistaken(path: string): Promise<{ read: number; told: readonly string[] }> {
  const opened = await openFile(path, true);
  if ("problem" in opened) return { read: 0, told: [] };
  const told: string[] = [];
  let read = 0;
  for (const one of readSource(opened.source, {})) {
    if ("problem" in one) continue;
    read++;
    const language = await foreignLanguage(one.transcript);
    if (language !== undefined) told.push(`${path} ${one.transcript.id} ${language}`);
  }
  return { read, told };
}
