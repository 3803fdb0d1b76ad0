import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { LIMITS } from "../../src/engine/limits.js";
import { openEach } from "../../src/engine/open.js";
import { readSource } from "../../src/engine/read.js";
import { bytes, CALL, gzip, line, readAll, short, tar, zip } from "./pack.js";
import { problemsOf, transcriptsOf } from "./page.js";

const folder = mkdtempSync(join(tmpdir(), "attune-pack-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const call = bytes(CALL);

test.each([
  ["a gzip is its file", "call.txt.gz", gzip(call), ["call.txt.gz"]],
  [
    "a gzip of lines counts them",
    "night.jsonl.gz",
    gzip(bytes(line("a") + line("b"))),
    ["night.jsonl.gz:1", "night.jsonl.gz:2"],
  ],
  [
    "gzips one behind the other are one text",
    "n.jsonl.gz",
    Buffer.concat([gzip(bytes(line("a"))), gzip(bytes(line("b")))]),
    ["n.jsonl.gz:1", "n.jsonl.gz:2"],
  ],
  [
    "a ZIP is its files, folders in their names",
    "night.zip",
    zip({ "a.txt": call, inner: { "b.txt": call } }),
    ["night.zip!a.txt", "night.zip!inner/b.txt"],
  ],
  ["stored entries are entries", "night.zip", zip({ "a.txt": [call, { level: 0 }] }), ["night.zip!a.txt"]],
  [
    "so is a tar",
    "night.tar",
    tar({ "a.txt": call, "inner/b.txt": call }),
    ["night.tar!a.txt", "night.tar!inner/b.txt"],
  ],
  [
    "a gzipped tar is one archive",
    "night.tgz",
    gzip(tar({ "a.txt": call, "b.txt": call })),
    ["night.tgz!a.txt", "night.tgz!b.txt"],
  ],
  [
    "long names come in headers of their own",
    "n.tar",
    tar({ [`${"x".repeat(120)}.txt`]: call }),
    [`n.tar!${"x".repeat(120)}.txt`],
  ],
  [
    "an archive in an archive",
    "all.zip",
    zip({
      "night.zip": zip({ "a.txt": call }),
      "b.txt.gz": gzip(call),
      "c.tar.gz": gzip(tar({ "d.txt": call })),
    }),
    ["all.zip!night.zip!a.txt", "all.zip!b.txt.gz", "all.zip!c.tar.gz!d.txt"],
  ],
  ["by content, not by name", "night.dat", zip({ "a.bin": call }), ["night.dat!a.bin"]],
  [
    "paths are shown and lead nowhere",
    "evil.zip",
    zip({ "../../etc/passwd.txt": call, "/abs.txt": call }),
    ["evil.zip!../../etc/passwd.txt", "evil.zip!/abs.txt"],
  ],
  [
    "what archivers leave behind is no file",
    "mac.zip",
    zip({ "__MACOSX/._a.txt": call, ".DS_Store": call, "a.txt": call }),
    ["mac.zip!a.txt"],
  ],
])("%s", async (_, name, content, expected) => {
  expect(short(await readAll(name, content))).toEqual(expected);
});

test("what is no transcript in an archive was met there, not named", async () => {
  const [read] = problemsOf(await readAll("a.zip", zip({ "notes.json": bytes('{"a":1}') })));
  expect(read).toMatchObject({ source: "a.zip!notes.json", named: false, code: "unknown-format" });
  const [own] = problemsOf(await readAll("a.json.gz", gzip(bytes('{"a":1}'))));
  expect(own).toMatchObject({ source: "a.json.gz", named: true, code: "unknown-format" });
});

test("the file's own name is what formats go by", async () => {
  const export1 = "fixtures/formats/contact-lens-voice/5f1c-0001_analysis_redacted_2026-03-02T10_20_30Z.json";
  const content = readFileSync(new URL(`../../${export1}`, import.meta.url));
  const name = export1.slice(export1.lastIndexOf("/") + 1);
  const [plain] = transcriptsOf(await readAll(name, content));
  const [packed] = transcriptsOf(
    await readAll("night.zip", zip({ [`2026/03/${name}`]: new Uint8Array(content) })),
  );
  expect({ ...packed, source: "" }).toEqual({ ...plain, source: "" });
  expect(plain?.startedAt).toBeDefined();
});

const empty = Buffer.from("504b0506000000000000000000000000000000000000", "hex");
const broken = (content: Uint8Array, at: number): Uint8Array => {
  const copy = Uint8Array.from(content);
  copy[at] = (copy[at] as number) ^ 0xff;
  return copy;
};

test.each([
  ["an empty ZIP", "a.zip", empty, ["! a.zip no-transcripts"]],
  ["a gzip that is cut off", "a.txt.gz", gzip(call).subarray(0, 40), ["! a.txt.gz damaged-archive"]],
  ["a gzip without its end", "a.txt.gz", gzip(call).subarray(0, -8), ["! a.txt.gz damaged-archive"]],
  [
    "a gzip whose sum is wrong",
    "a.txt.gz",
    broken(gzip(call), gzip(call).length - 6),
    ["! a.txt.gz damaged-archive"],
  ],
  ["a ZIP that is cut off", "a.zip", zip({ "a.txt": call }).subarray(0, -30), ["! a.zip damaged-archive"]],
  [
    "one damaged entry costs itself alone",
    "a.zip",
    broken(zip({ "a.txt": [call, { level: 0 }], "b.txt": call }), 60),
    ["! a.zip!a.txt damaged-archive", "a.zip!b.txt"],
  ],
  [
    "an entry behind a password",
    "a.zip",
    encrypted(zip({ "a.txt": call, "b.txt": call })),
    ["! a.zip!a.txt encrypted-entry", "a.zip!b.txt"],
  ],
  [
    "a tar that is cut off",
    "a.tar",
    tar({ "a.txt": call, "b.txt": call }).subarray(0, 512 * 3 + 20),
    ["a.tar!a.txt", "! a.tar damaged-archive"],
  ],
])("%s", async (_, name, content, expected) => {
  expect(short(await readAll(name, content))).toEqual(expected);
});

/** The first entry marked as encrypted in the directory, which is what counts. */
function encrypted(content: Uint8Array): Uint8Array {
  const copy = Buffer.from(content);
  const at = copy.indexOf(Buffer.from("504b0102", "hex"));
  copy[at + 8] = (copy[at + 8] as number) | 1;
  return copy;
}

const zeros = (mb: number): Uint8Array => new Uint8Array(mb * 1024 * 1024);

test.each([
  ["expanded", { expanded: 1_000 }, zip({ "a.txt": bytes(CALL.repeat(100)) })],
  ["ratio", { ratio: 100 }, zip({ "a.txt": zeros(40) })],
  ["ratio", { ratio: 100 }, gzip(zeros(40))],
  ["ratio", { ratio: 100 }, gzip(tar({ "a.txt": zeros(40) }))],
  ["ratio", { ratio: 100 }, zip({ "b.gz": gzip(zeros(40)) })],
  ["entries", { entries: 2 }, zip({ "a.txt": call, "b.txt": call, "c.txt": call })],
  ["nesting", { nesting: 1 }, zip({ "b.zip": zip({ "a.txt": call }) })],
  ["nesting", {}, zip({ "c.zip": zip({ "b.zip": zip({ "a.txt": call }) }) })],
  ["depth", { depth: 5 }, bytes(`{"turns":${"[".repeat(20)}${"]".repeat(20)}}`)],
  ["document", { document: 50 }, zip({ "b.zip": zip({ "a.txt": call }) })],
  ["line", { line: 200 }, gzip(bytes(line("a", "word ".repeat(100)) + line("b")))],
  ["turns", { turns: 2 }, call],
  ["speakers", { speakers: 1 }, call],
  ["document", { document: 20 }, call],
] as const)("the limit `%s` names itself", async (name, limits, content) => {
  const problem = problemsOf(await readAll("big", content, limits)).find(
    ({ code }) => code === `limit-${name}`,
  );
  expect(problem?.message).toMatch(new RegExp(`limit \`${name}\`.*--limit ${name}=`));
  expect(problem?.effect).toBe("unreadable");
});

test("a bomb stops the archive, and what was read before stays", async () => {
  const reads = await readAll("big.zip", zip({ "a.txt": call, "b.txt": zeros(50), "c.txt": call }), {
    ratio: 50,
  });
  expect(short(reads)).toEqual([
    "big.zip!a.txt",
    expect.stringMatching(/^! big\.zip(?:!b\.txt)? limit-ratio$/),
  ]);
});

test("a bomb is a problem of the archive that was named, whatever was being read in it", async () => {
  const lines = bytes(line("a") + line("b").repeat(60_000) + " ".repeat(60_000_000));
  for (const content of [
    zip({ "a.txt": zeros(50) }),
    zip({ "n.jsonl": lines }),
    zip({ "b.gz": gzip(zeros(50)) }),
  ])
    expect(problemsOf(await readAll("big.zip", content, { ratio: 10 }))).toMatchObject([
      { code: "limit-ratio", named: true },
    ]);
});

test("a bomb inside a stream of lines stops it", async () => {
  const content = gzip(bytes(line("a") + line("b").repeat(60_000) + " ".repeat(60_000_000)));
  const reads = await readAll("n.jsonl.gz", content, { ratio: 10 });
  expect(problemsOf(reads)).toMatchObject([{ source: "n.jsonl.gz", code: "limit-ratio" }]);
});

test("a line that never ends costs itself alone", async () => {
  const reads = await readAll("n.jsonl", bytes(line("a") + line("b", "x".repeat(5_000)) + line("c")), {
    line: 1_000,
  });
  expect(short(reads)).toEqual(["n.jsonl:1", "! n.jsonl limit-line", "n.jsonl:3"]);
  expect(problemsOf(reads)[0]?.line).toBe(2);
});

const WORDS = "so I said to them that nobody had called “back”, ".repeat(8);
const LONG = Array.from({ length: 10_000 }, (_, n) => line(`c${n}`, `é ${WORDS}`)).join("");

test.each([
  ["UTF-16, small end first", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(LONG, "utf16le")])],
  [
    "UTF-16, big end first",
    Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(LONG, "utf16le").swap16()]),
  ],
  ["Windows-1252", Buffer.from(LONG.replaceAll("“", "\u0093").replaceAll("”", "\u0094"), "latin1")],
  ["UTF-8", Buffer.from(LONG)],
])("lines longer than may be held are read as they come: %s", async (_, content) => {
  const reads = await readAll("n.jsonl.gz", gzip(content), { document: 1_000_000 });
  expect(problemsOf(reads)).toEqual([]);
  expect(reads).toHaveLength(10_000);
  const last = transcriptsOf(reads).at(-1);
  expect(last?.id).toBe("c9999");
  expect(last?.turns[0]?.text).toBe(`Hello, how can I help? é ${WORDS}`.trim());
});

test("archives larger than is held at once are read from the disk", async () => {
  const lines = Array.from({ length: 40_000 }, (_, n) => line(`c${n}`, noise(n))).join("");
  const path = join(folder, "large.zip");
  writeFileSync(path, zip({ "one.txt": call, "n.jsonl": [bytes(lines), { level: 0 }], "two.txt": call }));
  const sources: string[] = [];
  for await (const opened of openEach(path, true, LIMITS)) {
    if ("problem" in opened) throw new Error(opened.problem.message);
    for (const read of readSource(opened.source, {}))
      sources.push("problem" in read ? read.problem.message : read.transcript.id);
  }
  expect(sources).toHaveLength(40_002);
  expect(sources[20_000]).toBe("c19999");
}, 60_000);

const noise = (n: number): string =>
  Array.from({ length: 200 }, (_, k) => ((n * 7919 + k * 104_729) % 1_000_003).toString(36)).join(" ");

test.skipIf(!has("tar"))(
  "a tar that `tar` made, with links, folders and a pax name, is its files",
  async () => {
    const inside = join(folder, "made");
    const long = "a-folder-with-a-long-name/".repeat(8);
    mkdirSync(join(inside, long), { recursive: true });
    writeFileSync(join(inside, "a.txt"), CALL);
    writeFileSync(join(inside, long, "b.txt"), CALL);
    for (const format of ["pax", "gnu", "ustar"]) {
      const content = execFileSync("tar", [`--format=${format}`, "--sort=name", "-cz", "-C", inside, "."]);
      const sources = short(await readAll("n.tgz", new Uint8Array(content)));
      expect([...sources].sort()).toEqual([`n.tgz!./${long}b.txt`, "n.tgz!./a.txt"].sort());
    }
  },
);

function has(program: string): boolean {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

test("whatever happens to an archive, reading it ends, and gives something", async () => {
  const archives = [
    zip({ "a.txt": call, "b.jsonl": bytes(line("a") + line("b")), "c.zip": zip({ "d.txt": call }) }),
    gzip(tar({ "a.txt": call, "b.txt.gz": gzip(call) })),
    tar({ "a.txt": call, "b.zip": zip({ "c.txt": call }) }),
  ];
  const flips = fc.array(
    fc.tuple(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.nat(255)),
    { maxLength: 4 },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...archives),
      flips,
      fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      async (archive, changes, cut) => {
        const copy = Uint8Array.from(archive);
        for (const [at, byte] of changes) copy[Math.floor(at * copy.length)] = byte;
        const content = cut === null ? copy : copy.subarray(0, Math.floor(cut * copy.length));
        const reads = await readAll("x", content, { expanded: 10_000_000 });
        expect(reads.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: Number(process.env.ATTUNE_FUZZ ?? 300), seed: 20_260_302 },
  );
}, 0);
