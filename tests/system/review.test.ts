import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import stringWidth from "string-width";
import { afterEach, describe, expect, test } from "vitest";
import { attune, EXECUTABLE, emptyFolder, ROOT } from "../cli/executable.js";
import { hasTmux, openTerminal, type Terminal } from "./tmux.js";

const CALL = join(ROOT, "fixtures/calls/double-charge.vtt");
const READY = "q quit";

/** A folder with one call in it. */
function folderWithCall(): string {
  const folder = emptyFolder();
  copyFileSync(CALL, join(folder, "call.vtt"));
  return folder;
}

const sidecarIn = (folder: string, name = "call.vtt.review.json") =>
  JSON.parse(readFileSync(join(folder, name), "utf8"));
const answersIn = (folder: string, name?: string): readonly (readonly [string, string])[] =>
  sidecarIn(folder, name).answers.map(({ check, verdict }: { check: string; verdict: string }) => [
    check,
    verdict,
  ]);

let opened: Terminal | undefined;
afterEach(() => {
  opened?.close();
  opened = undefined;
});

/** A terminal in which a review of the folder's call is up. */
async function reviewing(
  folder: string,
  size: readonly [number, number],
  ...flags: readonly string[]
): Promise<Terminal> {
  const terminal = openTerminal(size[0], size[1], folder);
  opened = terminal;
  terminal.type(
    `${process.execPath} ${EXECUTABLE} review . --reviewer Mo ${flags.join(" ")}; echo status $?`,
  );
  await terminal.until(READY);
  return terminal;
}

/** The terminal is a shell again: what is typed is seen and done, and nothing of the review is left. */
async function expectClean(terminal: Terminal): Promise<void> {
  await terminal.until(/(?:^|\n)(?:status \d+|\$)(?:\n|$)/);
  terminal.type("echo $((6 * 7)) again");
  const screen = await terminal.until("42 again");
  expect(screen).toContain("echo $((6 * 7)) again");
  expect(screen).not.toContain("feeling");
  expect(terminal.mode()).toEqual({ alternate: false, cursor: true });
}

describe.skipIf(!hasTmux)("the review in a terminal", () => {
  test("overrules, adds, searches and quits; the sidecar holds exactly that, and it is all there again", async () => {
    const folder = folderWithCall();
    const terminal = await reviewing(folder, [120, 40]);
    terminal.press("3");
    await terminal.until("You: ✗ fail (accepted)");
    terminal.press("j", "1");
    await terminal.until("You: ✓ pass (overruled)");
    terminal.press("c");
    await terminal.until("Comment:");
    terminal.write("Said in the tone");
    terminal.press("Enter");
    await terminal.until("pass (overruled): Said in");
    terminal.press("/");
    await terminal.until("Search:");
    terminal.write("refund");
    terminal.press("Enter");
    await terminal.until("1 of 2: “refund”");
    terminal.press("+");
    await terminal.until("What was missed:");
    terminal.write("Never offered to call back");
    terminal.press("Enter");
    await terminal.until("Added by the reviewer");
    terminal.press("q");
    await expectClean(terminal);
    expect(terminal.screen()).toContain("status 0");

    const { reviewer, mode, done, added } = sidecarIn(folder);
    expect([reviewer, mode, done]).toEqual(["Mo", "analyst", false]);
    expect(answersIn(folder)).toEqual([
      ["interruptions", "fail"],
      ["empathy", "pass"],
    ]);
    expect(sidecarIn(folder).answers[1].comment).toBe("Said in the tone");
    expect(
      added.map(
        ({ title, verdict, evidence }: { title: string; verdict: string; evidence: { turn: number }[] }) => [
          title,
          verdict,
          evidence.map(({ turn }) => turn),
        ],
      ),
    ).toEqual([["Never offered to call back", "fail", [5]]]);

    const before = readFileSync(join(folder, "call.vtt.review.json"), "utf8");
    terminal.type("clear");
    terminal.type(`${process.execPath} ${EXECUTABLE} review call.vtt --reviewer Mo`);
    const again = await terminal.until(READY);
    expect(again).toContain("✗ ✓ Answers feelings with empathy ✎");
    expect(again).toContain("Never offered to call back");
    terminal.press("q");
    await terminal.until(/\$$/);
    expect(readFileSync(join(folder, "call.vtt.review.json"), "utf8")).toBe(before);
  });

  test.each([
    ["q", (terminal: Terminal) => terminal.press("q"), 0],
    ["Ctrl-C", (terminal: Terminal) => terminal.press("C-c"), 0],
    ["SIGTERM", (terminal: Terminal) => signal(terminal, "TERM"), 143],
    // A shell whose command died of it forgets the rest of the line, `echo` and all.
    ["SIGINT from elsewhere", (terminal: Terminal) => signal(terminal, "INT"), undefined],
  ])("%s leaves the terminal clean", async (_, end, status) => {
    const terminal = await reviewing(folderWithCall(), [80, 24]);
    end(terminal);
    await expectClean(terminal);
    if (status !== undefined) expect(terminal.screen()).toContain(`status ${status}`);
  });

  test("so does a crash, which is told of", async () => {
    const folder = folderWithCall();
    const crash = join(folder, ".crash.mjs");
    writeFileSync(crash, 'process.on("SIGUSR2", () => { throw new Error("made up for the test"); });');
    const terminal = openTerminal(80, 24, folder);
    opened = terminal;
    terminal.type(`${process.execPath} --import ${crash} ${EXECUTABLE} review call.vtt; echo status $?`);
    await terminal.until(READY);
    signal(terminal, "USR2");
    await expectClean(terminal);
    expect(terminal.screen()).toContain("made up for the test");
    expect(terminal.screen()).toContain("status 2");
  });

  test("kill -9 loses nothing that was confirmed", async () => {
    const folder = folderWithCall();
    const terminal = await reviewing(folder, [100, 30]);
    terminal.press("1", "j", "2");
    await terminal.until("You: ~ partial (overruled)");
    signal(terminal, "KILL");
    await terminal.until("status 137");
    expect(answersIn(folder)).toEqual([
      ["interruptions", "pass"],
      ["empathy", "partial"],
    ]);
    expect(execFileSync("ls", ["-a", folder], { encoding: "utf8" })).not.toContain("attune-tmp");
  });

  test.each([
    [60, 20],
    [80, 24],
    [120, 40],
    [200, 50],
  ])("%i × %i, resized while open: every row is whole", async (columns, rows) => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "odd.json"), JSON.stringify(ODD));
    const terminal = await reviewing(folder, [columns, rows]);
    terminal.press("Tab");
    for (const [width, height] of [
      [columns, rows],
      [64, 18],
      [150, 45],
      [columns, rows],
    ] as const) {
      terminal.resize(width, height);
      const screen = await terminal.settled();
      expect(screen).toContain(READY);
      expect(terminal.title()).not.toContain("pwned");
      const lines = screen.split("\n");
      expect(lines.length).toBeLessThan(height + 1);
      // The line between the panes stands in one column in every row that it crosses.
      const columnsOfDivider = new Set(lines.filter(line => line.includes(" │ ")).map(dividerColumn));
      expect(columnsOfDivider.size).toBeLessThanOrEqual(1);
      expect(lines.filter(line => /^ .*odd\.json/.test(line))).toHaveLength(1);
    }
    terminal.press("q");
    await expectClean(terminal);
  });

  test("blind: the machine stays hidden until one is done", async () => {
    const folder = folderWithCall();
    const terminal = await reviewing(folder, [120, 40], "--blind");
    expect(terminal.screen()).not.toMatch(/✗|✓|Expected/);
    terminal.press("1", "d");
    await terminal.until("not answered yet");
    terminal.press("d");
    const screen = await terminal.until("Machine: ✗ fail");
    expect(screen).toContain("✗ ✓ Lets the customer finish");
    terminal.press("q");
    await expectClean(terminal);
    expect(sidecarIn(folder)).toMatchObject({ mode: "blind", done: true });
  });

  test("self: both side by side, with the coaching card", async () => {
    const terminal = await reviewing(folderWithCall(), [120, 40], "--self");
    terminal.press("3", "d", "d");
    await terminal.until("Change this");
    terminal.press("x");
    await terminal.until("✗ ✗ Lets the customer finish");
  });

  test("a folder is a queue", async () => {
    const folder = folderWithCall();
    copyFileSync(join(ROOT, "fixtures/calls/late-refund.txt"), join(folder, "late.txt"));
    const terminal = await reviewing(folder, [100, 30]);
    await terminal.until("call.vtt · 1/2, 2 left");
    terminal.press("d");
    await terminal.until("1/2, 1 left · done");
    terminal.press(">", "!");
    await terminal.until("late.txt · 2/2, 1 left · ! flagged");
    terminal.press("q");
    await terminal.until("status 0");
    terminal.type("clear");
    terminal.type(`${process.execPath} ${EXECUTABLE} review . --reviewer Mo`);
    await terminal.until("late.txt · 2/2, 1 left · ! flagged");
  });
});

/** Says everything that terminals stumble over. */
const ODD = {
  channel: "voice",
  turns: [
    {
      speaker: "agent",
      text: "Hello 👩‍👩‍👧‍👦 ⚠️ 👍🏽 \u001B]0;pwned\u0007\u001B[2J\u001B[31m red?",
      start: 0,
      end: 4,
    },
    {
      speaker: "customer",
      text: "荷物がまだ届きません。本当に困っています。すぐに確認してください。",
      start: 5,
      end: 9,
    },
    { speaker: "agent", text: "הזמנתי חבילה ולא קיבלתי כלום \u202Eevil\u202C مرحبا", start: 9, end: 12 },
    { speaker: "customer", text: `I am fed up. ${"long ".repeat(120)}`, start: 20, end: 30 },
    { speaker: "agent", text: "I'm sorry. One moment please.", start: 28, end: 33 },
  ],
};

/** Columns before the line between the panes. */
const dividerColumn = (line: string): number => stringWidth(line.slice(0, line.indexOf(" │ ")));

function signal(terminal: Terminal, name: string): void {
  const pid = terminal.child();
  spawnSync("kill", [`-${name}`, pid]);
}

describe("without a terminal", () => {
  test("it says so, and ends with status 2", async () => {
    const { status, stderr } = await attune(["review", CALL]);
    expect(stderr).toContain("Unexpected lack of a terminal");
    expect(status).toBe(2);
  });

  test("--plain asks on standard input, and keeps the answers", async () => {
    const folder = folderWithCall();
    const { status, stdout } = await attune(["review", "call.vtt", "--plain", "--reviewer", "Mo"], {
      cwd: folder,
      stdin: "3 cut in at 0:13\n\n1\nb\n2\nt 3\nq\n",
    });
    expect(stdout).toContain("Question 1 of 5: Lets the customer finish");
    expect(stdout).toContain("Machine: fail.");
    expect(stdout).toContain("Turn 3, 0:13, Agent: What's the number on the account?");
    expect(answersIn(folder)).toEqual([
      ["interruptions", "fail"],
      ["empathy", "fail"],
      ["apology", "partial"],
    ]);
    expect(sidecarIn(folder).answers[0].comment).toBe("cut in at 0:13");
    expect(status).toBe(0);
  });

  test("the end of the input ends it", async () => {
    const folder = folderWithCall();
    const { status } = await attune(["review", "call.vtt", "--plain", "--blind"], { cwd: folder, stdin: "" });
    expect(status).toBe(0);
    expect(existsSync(join(folder, "call.vtt.review.json"))).toBe(false);
  });

  test("a damaged sidecar is a problem, and is left as it is", async () => {
    const folder = folderWithCall();
    const path = join(folder, "call.vtt.review.json");
    writeFileSync(path, '{"schema": 1, "kind": "attune-rev');
    const { status, stderr } = await attune(["review", "call.vtt", "--plain"], {
      cwd: folder,
      stdin: "1\n1\n1\n1\n1\n",
    });
    expect(stderr).toContain("call.vtt.review.json: Unexpected text that is no JSON");
    expect(status).toBe(2);
    expect(readFileSync(path, "utf8")).toBe('{"schema": 1, "kind": "attune-rev');
  });

  test("another reviewer gets a file of their own; a changed transcript is a problem", async () => {
    const folder = folderWithCall();
    const as = (reviewer: string, stdin: string) =>
      attune(["review", "call.vtt", "--plain", "--reviewer", reviewer], { cwd: folder, stdin });
    await as("Mo", "1\nq\n");
    await as("Zoë/../x", "2\nq\n");
    await as("Mo", "b\n3\nq\n");
    const names = execFileSync("ls", [folder], { encoding: "utf8" }).trim().split("\n");
    expect(names).toHaveLength(3);
    const other = names.find(name => name.startsWith("call.vtt.Zoë")) as string;
    expect(answersIn(folder, other)).toEqual([["interruptions", "partial"]]);
    expect(answersIn(folder)).toEqual([["interruptions", "fail"]]);

    writeFileSync(join(folder, "call.vtt"), readFileSync(CALL, "utf8").replace("Kevin", "Keith"));
    const { status, stderr } = await as("Mo", "1\n");
    expect(stderr).toContain("Unexpected review of other words");
    expect(status).toBe(2);
  });
});

describe("after the review", () => {
  const answer = async (folder: string, stdin: string, ...flags: readonly string[]): Promise<void> => {
    await attune(["review", "call.vtt", "--plain", "--reviewer", "Mo", ...flags], { cwd: folder, stdin });
  };

  test("an audit uses what people answered, or says how far they agree", async () => {
    const folder = folderWithCall();
    await answer(folder, "1 let him finish\n1\n\n\n\n");
    const score = async (...flags: readonly string[]) =>
      JSON.parse((await attune(["audit", "call.vtt", "--format", "json", ...flags], { cwd: folder })).stdout)
        .audits[0];
    const plain = await score();
    const used = await score("--reviews", "use");
    expect(used.score).toBeGreaterThan(plain.score);
    expect(used.findings[0]).toMatchObject({
      verdict: "pass",
      message: "Mo answered pass where the machine said fail: let him finish",
    });
    const { stderr } = await attune(["audit", "call.vtt", "--format", "json", "--reviews", "compare"], {
      cwd: folder,
    });
    expect(stderr).toContain("reviews of 1 call(s): 3 of 5 answers agree with the machine");
  });

  test("calibrate compares them, dispute makes an example of what was overruled", async () => {
    const folder = folderWithCall();
    await answer(folder, "1\n\n\n\n\n");
    const calibrated = await attune(["calibrate", "."], { cwd: folder });
    expect(calibrated.stdout).toContain("core/interruptions: machine fail, Mo pass");
    const disputed = await attune(["dispute", "call.vtt.review.json"], { cwd: folder });
    expect(disputed.stdout).toContain(
      "- id: interruptions\n  examples:\n    pass:\n      - |\n        agent 0.4-4.8s: Northgate",
    );
    expect([calibrated.status, disputed.status]).toEqual([0, 0]);
  });
});
