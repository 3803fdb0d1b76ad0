// A soak: many short transcripts, made as they are read, through the batch with the store on. Shows that memory does not
// grow and that nothing is lost: counts equal, and a second run finds every one of them known.
//   node bench/soak.mjs [transcripts = 200000] [checklist = core]
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(fileURLToPath(import.meta.url), "../..");
const [count = 200_000, checklist = "core"] = [Number(process.argv[2] ?? 200_000), process.argv[3]];
const folder = mkdtempSync(join(tmpdir(), "attune-soak-"));
const store = join(folder, "history");

const OPENINGS = [
  "Good morning, how can I help?",
  "Hello, this is the parcel desk.",
  "Hi, what can I do for you?",
];
const TROUBLES = [
  "My parcel is late and I'm really upset.",
  "I was charged twice.",
  "Where is my refund? I'm fed up.",
  "You useless idiots lost my order!",
  "Could you change my address, please?",
];
const ANSWERS = [
  "I'm so sorry about that. I can refund you or send a new one today. Which would you prefer?",
  "I can't do that. You should have read the terms.",
  "Let me look into that for you; I'll call you back by five.",
];

/** The n-th conversation: the same in every run. */
function transcript(n) {
  const pick = (list, by) => list[Math.floor(n / by) % list.length];
  const start = Date.UTC(2026, 0, 1) + n * 97_000;
  const at = k => new Date(start + k * 20_000).toISOString();
  const agent = `Agent ${String.fromCharCode(65 + (n % 26))}na`;
  return JSON.stringify({
    id: `S-${n}`,
    channel: "chat",
    agent,
    turns: [
      { speaker: agent, text: pick(OPENINGS, 1), at: at(0) },
      { speaker: "Customer", text: pick(TROUBLES, 3), at: at(1) },
      { speaker: agent, text: pick(ANSWERS, 7), at: at(2) },
      { speaker: "Customer", text: `Okay, thanks. My order was number ${n}.`, at: at(3) },
    ],
  });
}

/** Runs attune over the conversations and watches its memory (MiB, by the second). */
function soak(pass) {
  return new Promise(done => {
    const began = performance.now();
    const args = [
      "bin/attune.js",
      "audit",
      "-",
      "--stdin-name",
      "soak.jsonl",
      "--store",
      store,
      "--no-cache",
    ];
    const child = spawn(
      process.execPath,
      [...args, "--format", "summary", ...(checklist ? ["--checklist", checklist] : [])],
      { cwd: root, stdio: ["pipe", "pipe", "pipe"], env: { ...process.env, NO_COLOR: "1" } },
    );
    let [n, answered, said, tail] = [0, 0, "", ""];
    const memory = [];
    const watch = setInterval(() => memory.push([answered, rss(child.pid)]), 500);
    child.stdin.on("error", () => {});
    child.stderr.on("data", text => (said += text));
    child.stdout.setEncoding("latin1").on("data", text => {
      answered += text.split("\n").length - 1;
      tail = (tail + text).slice(-2_000);
    });
    const feed = () => {
      while (n < count)
        if (!child.stdin.write(`${transcript(n++)}\n`)) return child.stdin.once("drain", feed);
      child.stdin.end();
    };
    feed();
    child.on("close", status => {
      clearInterval(watch);
      done({ pass, status, seconds: (performance.now() - began) / 1_000, memory, said, tail });
    });
  });
}

/** Resident memory of a process, MiB; 0 where the system does not say. */
function rss(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** The highest memory within a part of the run. */
const peak = (memory, from, to) =>
  Math.max(0, ...memory.filter(([n]) => n >= from * count && n <= to * count).map(([, mib]) => mib));

let failed = false;
for (const [pass, said] of [
  ["first", `attune: ${count} audit(s) written to ${store}\n`],
  ["again", `attune: 0 audit(s) written to ${store}; ${count} were there already\n`],
]) {
  const ran = await soak(pass);
  const [early, late] = [peak(ran.memory, 0.1, 0.4), peak(ran.memory, 0.7, 1)];
  const audited = Number(/(\d[\d,]*) conversations audited/.exec(ran.tail)?.[1]?.replaceAll(",", "") ?? -1);
  const good = ran.said.includes(said) && audited === count && ran.status === 0;
  console.log(
    `${pass}: ${audited} audited in ${ran.seconds.toFixed(0)} s, ${(count / ran.seconds).toFixed(0)}/s; memory MiB: ${early.toFixed(0)} from 10 to 40 % of the way, ${late.toFixed(0)} from 70 % on; ${good ? "counts equal" : `LOST: ${ran.said}`}`,
  );
  failed ||= !good;
}
const check = spawn(process.execPath, ["bin/attune.js", "store", "check", "--store", store], {
  cwd: root,
  stdio: "inherit",
});
const status = await new Promise(done => check.on("close", done));
rmSync(folder, { recursive: true, force: true });
process.exitCode = failed || status !== 0 ? 1 : 0;
