// Inputs of the benchmark: the shared generator where it is at hand, else a small one of our own.
import { execFileSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";

const shared = resolve(import.meta.dirname, "../../shared/bench/make-corpus.mjs");
const home = join(tmpdir(), "attune-bench");

/** Path of a JSONL with so many conversations; made once, the same bytes each time. */
export function corpus(count) {
  const from = existsSync(shared) ? "shared" : "own";
  const folder = join(home, `${from}-${count}`);
  const path = join(folder, "corpus.jsonl");
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    if (from === "shared")
      execFileSync(process.execPath, [shared, "--out", folder, "--count", `${count}`, "--formats", "jsonl"]);
    else own(path, count);
  }
  return { path, from, bytes: readFileSync(path).length };
}

/** Path of conversations in real wording, where they are at hand; they stay out of the repository. */
export function realCalls() {
  const packed = resolve(import.meta.dirname, "../../shared/corpora/sgd.dev.jsonl.gz");
  if (!existsSync(packed)) return undefined;
  const path = join(home, "sgd.dev.jsonl");
  mkdirSync(home, { recursive: true });
  if (!existsSync(path)) writeFileSync(path, gunzipSync(readFileSync(packed)));
  return path;
}

/** Path of a file with one conversation of usual length. */
export function oneCall() {
  const path = join(home, "one.json");
  mkdirSync(home, { recursive: true });
  writeFileSync(path, JSON.stringify(conversation(1)));
  return path;
}

const CUSTOMER = [
  "My parcel is a week late and nobody answers, this is really frustrating.",
  "I was charged twice for the coffee machine.",
  "Can I get a refund, please?",
  "I told you that already.",
  "Okay, thank you.",
  "That is outrageous, I want to speak to a manager!",
];
const AGENT = [
  "Good morning, this is Ana, how can I help you today?",
  "I'm so sorry about that, it must be frustrating to wait so long.",
  "I can send you a new one today or refund you, which would you prefer?",
  "Unfortunately I can't change the date, but what I can do is call the courier.",
  "Let me check the order for you, one moment please.",
  "Is there anything else I can do for you?",
];

function conversation(seed) {
  let state = seed * 2654435761;
  const next = among => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) | 0;
    return (state >>> 8) % among;
  };
  let clock = 0;
  const turns = Array.from({ length: 20 + next(60) }, (_, i) => {
    const lines = i % 2 === 0 ? AGENT : CUSTOMER;
    const text = `${lines[next(lines.length)]} ${lines[next(lines.length)]}`;
    const start = clock + next(10) / 10;
    clock = start + text.length / 15;
    return { speaker: i % 2 === 0 ? "agent" : "customer", text, start, end: clock };
  });
  return { id: `call-${seed}`, channel: "voice", turns };
}

function own(path, count) {
  const fd = openSync(`${path}.new`, "w");
  for (let seed = 1; seed <= count; seed++) writeSync(fd, `${JSON.stringify(conversation(seed))}\n`);
  closeSync(fd);
  renameSync(`${path}.new`, path);
}
