import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { attune, emptyFolder, ROOT } from "./executable.js";

const TRAINING = "fixtures/training";
const contents = readdirSync(join(ROOT, TRAINING)).filter(name => !name.includes(".expect."));

/** The training content, where it may be spoilt. */
function copied(): string {
  const folder = emptyFolder();
  cpSync(join(ROOT, "fixtures/training"), join(folder, "training"), { recursive: true });
  cpSync(join(ROOT, "fixtures/checklists"), join(folder, "checklists"), { recursive: true });
  return folder;
}

test("our own training content shows what it says it shows", async () => {
  expect(contents.length).toBeGreaterThanOrEqual(12);
  const { status, stdout } = await attune(["verify", TRAINING, "--coverage"]);
  expect(stdout).toContain(`${contents.length} files: ${contents.length} as expected`);
  expect(stdout).toContain("every check is exercised");
  expect(status).toBe(0);
});

/** One small edit a file, such as somebody might make without a thought. */
const EDITS: readonly (readonly [file: string, from: string, to: string, told: string])[] = [
  [
    "late-parcel-shown.md",
    "I can send a new one by noon tomorrow, or refund you today so you can buy something nearby. Which would you prefer?",
    "I have put a note on it.",
    "alternatives",
  ],
  ["late-parcel-missed.md", "There's nothing I can do.", "I can send a new one today.", "positive-language"],
  [
    "blame-turned-round.md",
    "As I already told your wife, that's our policy.",
    "One moment.",
    "defensive-language",
  ],
  [
    "refusal-with-a-way-forward.md",
    "but what I can do is send you a new one free of charge, or give you a credit for the full price. Which suits you better?",
    "sorry.",
    "alternatives",
  ],
  [
    "refusal-left-standing.md",
    "There is nothing I can do.",
    "I can give you a credit or mend it for free. Which would you like?",
    "alternatives",
  ],
  ["apology-owned.txt", "That was our mistake, and I'm very sorry it cost you the rent. ", "", "apology"],
  [
    "apology-turned-round.txt",
    "I'm sorry if you were confused by the bill. Mistakes were made.",
    "I'm so sorry, we billed you twice and that was our mistake.",
    "apology",
  ],
  ["cut-off.txt", "agent 13.2-16s: You need to book online.", "agent 15.2-16s: I see.", "interruptions"],
  [
    "heard-out.txt",
    "I'm so sorry that we sent you home after two hours. That must have been exhausting, and you have every reason to be upset.",
    "One moment.",
    "empathy",
  ],
  [
    "marked-line-by-line.md",
    "or pay what it was worth. Which would you rather have?",
    "next week.",
    "alternatives",
  ],
  ["old-script-quoted.md", "You should have checked the parcel. ", "", "disables nothing"],
  [
    "chat-in-time.json",
    "I'm so very sorry about your grandfather, and that our train made you miss the funeral. I can only imagine how devastating that is.",
    "Which train was it?",
    "empathy",
  ],
  [
    "chat-by-rote.json",
    "Unfortunately, we can't refund cancelled trains.",
    "One moment, please.",
    "positive-language",
  ],
];

test("and a single edit of any of it is noticed", async () => {
  const folder = copied();
  for (const [file, from, to] of EDITS) {
    const path = join(folder, "training", file);
    const text = readFileSync(path, "utf8");
    expect(text, file).toContain(from);
    writeFileSync(path, text.replace(from, to));
  }
  expect(EDITS.map(([file]) => file).sort()).toEqual([...contents].sort());

  const { status, stdout } = await attune(["verify", "training"], { cwd: folder });
  expect(status).toBe(1);
  const blocks = new Map(stdout.split(/^(?=[✓✗!] )/m).map(block => [block.split(/[\s(]/)[1], block]));
  for (const [file, , , told] of EDITS) {
    const block = blocks.get(`training/${file}`) ?? "";
    expect(block).toMatch(/^✗/);
    expect(block).toContain(told);
  }
});

test("updating writes what is found, once, and leaves the rest of the front matter alone", async () => {
  const folder = copied();
  const path = join(folder, "training/late-parcel-shown.md");
  writeFileSync(
    path,
    readFileSync(path, "utf8").replace(/I can send .*prefer\?/, "I have put a note on it."),
  );
  const first = await attune(["verify", "training", "--update"], { cwd: folder });
  expect(first.status).toBe(0);
  expect(first.stdout).toContain("1 updated");
  const text = readFileSync(path, "utf8");
  expect(text).toContain("title: A late parcel, as we want to hear it");
  const second = await attune(["verify", "training"], { cwd: folder });
  expect(second.stdout).toContain(`${contents.length} as expected`);
  await attune(["verify", "training", "--update"], { cwd: folder });
  expect(readFileSync(path, "utf8")).toBe(text);
});

test("for programs and build servers too, in the same run, with the line of what differs", async () => {
  const folder = copied();
  const path = join(folder, "training/blame-turned-round.md");
  writeFileSync(
    path,
    readFileSync(path, "utf8").replace("As I already told your wife, that's our policy.", "One moment."),
  );
  writeFileSync(join(folder, "training/cut-off.expect.yaml"), "nonsense: 1");
  const reports = ["terminal", "json=v.json", "junit=v.xml", "github=v.txt"].flatMap(one => [
    "--report",
    one,
  ]);
  const { status, stdout } = await attune(["verify", "training", ...reports], { cwd: folder });
  expect(status).toBe(2);
  expect(stdout).toContain("1 otherwise than expected, 1 could not be read");

  const { files, totals, coverage } = JSON.parse(readFileSync(join(folder, "v.json"), "utf8"));
  expect(totals).toMatchObject({ files: contents.length, differs: 1, broken: 1 });
  expect(coverage).toContainEqual(expect.objectContaining({ check: "core/empathy" }));
  const [differs] = files.filter(({ state }: { state: string }) => state === "differs");
  expect(differs.differences[0]).toMatchObject({
    check: "defensive-language",
    found: "pass defensive-language",
  });

  const junit = readFileSync(join(folder, "v.xml"), "utf8");
  expect(junit).toContain(`tests="${contents.length}" failures="1" errors="1"`);
  expect(junit).toMatch(
    /blame-turned-round\.md" classname="verify" time="0"><failure message="Expected fail defensive/,
  );

  const annotations = readFileSync(join(folder, "v.txt"), "utf8").split("\n");
  expect(annotations[0]).toMatch(
    /^::error file=training\/blame-turned-round\.md,title=Otherwise than expected::Expected/,
  );
  expect(annotations[1]).toMatch(
    /^::error file=training\/cut-off\.expect\.yaml,line=1,title=Problem::Unexpected `nonsense`/,
  );
});
