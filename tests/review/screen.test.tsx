import { render } from "ink-testing-library";
import { describe, expect, test } from "vitest";
import { App } from "../../src/review/app.js";
import { frameOf } from "../../src/review/frame.js";
import { bindingOf, footerOf, KEYS } from "../../src/review/keys.js";
import { layoutOf } from "../../src/review/layout.js";
import { createPainter } from "../../src/review/painter.js";
import { createSession, type World } from "../../src/review/session.js";
import { begin, type State } from "../../src/review/state.js";
import { lookOf } from "../../src/review/theme.js";
import { type Call, EMPTY, type Work } from "../../src/review/work.js";
import { type Line, steady, toWidth, widthOf, wrap } from "../../src/review/wrap.js";
import { callOf, doing, finding, lateParcel, open } from "./calls.js";

const text = (line: Line): string => line.map(span => span.text).join("");
const SIZES = [60, 80, 120, 200].flatMap(columns => [10, 24, 40, 60].map(rows => [columns, rows] as const));

const HOSTILE = [
  "customer 0-9: 👩‍👩‍👧‍👦 family, ⚠️ sign, 👍🏽 thumb, 🇩🇪 flag, 1️⃣ key",
  "agent 8-20: 配達が遅れて申し訳ございません。すぐに調べて折り返しご連絡いたします。少々お待ちください。",
  "customer 30-40: הזמנתי חבילה ולא קיבלתי כלום, مرحبا أين طردي؟",
  `agent 41-50: ${"x".repeat(300)}`,
  `customer 51-52: Z${"\u0301".repeat(40)}algo`,
];
const hostile = (): Call =>
  callOf(HOSTILE, [
    finding("empathy", "fail", [], { missed: [0, 2] }),
    finding("配達が遅れて申し訳ございません", "pass", [1]),
  ]);

describe("layout", () => {
  test.each([
    [60, 24, ["findings", "detail", "map"]],
    [80, 24, ["findings", "detail", "map"]],
    [99, 40, ["findings", "detail", "map"]],
    [100, 24, ["talk", "findings", "detail", "map"]],
    [200, 60, ["talk", "findings", "detail", "map"]],
    [80, 10, ["findings"]],
    [20, 24, []],
    [80, 6, []],
  ] as const)("%i × %i", (columns, rows, expected) => {
    const layout = layoutOf(columns, rows, "findings");
    expect(["talk", "findings", "detail", "map"].filter(part => part in layout)).toEqual(expected);
    expect(layout.height).toBe(rows - 1);
  });
});

describe("frames", () => {
  const whole = (state: State, columns: number, rows: number): readonly Line[] => {
    const { header, page, talk, findings, map, notice, footer } = frameOf(state, columns, rows);
    const side = (talk ?? findings ?? []).map((line, i) =>
      talk && findings ? [...line, { text: " │ " }, ...(findings[i] ?? [])] : line,
    );
    return [header, ...(page ?? side), ...(page ? [] : (map ?? [])), notice, ...footer];
  };

  test.each(SIZES)("fill %i × %i exactly, whatever is said", (columns, rows) => {
    for (const call of [lateParcel(), hostile()])
      for (const state of [
        open(call),
        doing(open(call), "other-pane", "last"),
        doing(open(call), "help"),
        doing(open(call), "card"),
        doing(open(call), "search", '"i'),
        doing(open(call), "fail", "comment"),
      ]) {
        const lines = whole(state, columns, rows);
        expect(lines).toHaveLength(rows - 1);
        for (const line of lines) expect(widthOf(text(line))).toBeLessThanOrEqual(columns);
      }
  });

  test("silence, overlap, evidence and the two answers are drawn", () => {
    const state = doing(open(lateParcel()), "down", "down", "pass");
    const drawn = whole(state, 120, 40).map(text).join("\n");
    for (const shown of [
      "6 s of silence",
      "╳ over the turn before, 1 s",
      "✗ ✓ Check empathy",
      "Machine: ✗ fail",
      "You: ✓ pass (overruled)",
      "machine 25 → yours 50 · fail",
    ])
      expect(drawn).toContain(shown);
    const marked = frameOf(state, 120, 40)
      .talk?.flat()
      .filter(({ as }) => as === "evidence");
    expect(marked?.map(span => span.text)).toEqual(["My", "I"]);
  });

  test("while the machine is hidden, none of its answers is drawn", () => {
    const drawn = whole(open(lateParcel("blind")), 120, 40)
      .map(text)
      .join("\n");
    expect(drawn).not.toMatch(/[✗✓~]|fail|Expected/);
    expect(drawn).toContain("0 of 5 answered");
  });

  test("what a key costs does not grow with the transcript", () => {
    const long = (turns: number): Call =>
      callOf(
        Array.from(
          { length: turns },
          (_, i) => `${i % 2 ? "customer" : "agent"} ${i * 5}-${i * 5 + 4}: Turn number ${i}`,
        ),
        [finding("empathy", "fail", [], { missed: [turns >> 1] })],
      );
    const laid = [100, 2_000, 20_000].map(
      turns => frameOf(doing(open(long(turns)), "other-pane", "page-down"), 120, 40).laidOut,
    );
    expect(new Set(laid).size).toBe(1);
    expect(laid[0]).toBeLessThan(40);
  });
});

describe("text", () => {
  test.each([
    ["at words", "one two three", 8, ["one two", "three"]],
    ["a longer word between letters", "abcdefgh", 4, ["abcd", "efgh"]],
    ["wide letters by their width", "配達が遅れて", 4, ["配達", "が遅", "れて"]],
    ["nothing gives one empty line", "", 10, [""]],
  ])("is wrapped %s", (_, words, width, lines) => {
    expect(wrap([{ text: words }], width).map(text)).toEqual(lines);
  });

  test.each([
    ["a family becomes its first member", "👩‍👩‍👧‍👦!", "👩!"],
    ["variants and skin go", "⚠️👍🏽1️⃣", "⚠👍1"],
    ["a letter keeps two marks", "e\u0301\u0301\u0301\u0301", "e\u0301\u0301"],
  ])("steady: %s", (_, given, expected) => {
    expect(steady(given)).toBe(expected);
  });

  test("a line is cut with … and filled to its width", () => {
    expect(text(toWidth([{ text: "配達が遅れて" }], 6))).toBe("配達… ");
    expect(text(toWidth([{ text: "ab" }], 4))).toBe("ab  ");
  });
});

describe("keys", () => {
  test("no key does two things at once", () => {
    for (const mode of ["analyst", "self", "blind"] as const)
      for (const state of [open(lateParcel(mode)), doing(open(lateParcel(mode)), "finish", "finish")]) {
        const acting = KEYS.filter(binding => binding.when?.(state) ?? true).flatMap(({ keys }) => keys);
        expect(acting.filter((key, i) => acting.indexOf(key) !== i)).toEqual([]);
      }
  });

  test.each([60, 80, 120, 200])(
    "the footer at %i columns says only what acts, help and quit always",
    width => {
      const state = open(lateParcel("blind"));
      const shown = footerOf(state, width, 2).flat();
      for (const { keys } of shown) expect(bindingOf(keys[0] as string, state)).toBeDefined();
      expect(shown.map(({ does }) => does)).toEqual(expect.arrayContaining(["help", "quit"]));
      expect(shown.map(({ does }) => does)).not.toContain("accept-go");
    },
  );
});

test("without colour a meaning keeps its weight", () => {
  expect(lookOf("evidence", false)).toEqual({ bold: true, underline: true });
  expect(lookOf("good", true)).toEqual({ color: "green" });
});

test("the painter writes only the lines that changed", () => {
  const written: string[] = [];
  const painter = createPainter(words => void written.push(words));
  painter.paint("a\nb\nc");
  painter.paint("a\nB\nc");
  painter.paint("a\nB\nc");
  painter.paint("a");
  expect(written).toHaveLength(3);
  expect(written[1]).toContain("\u001B[2;1HB");
  expect(written[1]).not.toContain("a");
  expect(written[2]).toContain("\u001B[2;1H\u001B[J");
});

/** Two calls in memory. */
function world(saved: Work[], problem?: string): World {
  const works: Work[] = [EMPTY, EMPTY];
  const calls = [lateParcel(), lateParcel()];
  return {
    now: () => "2026-11-24T10:00:00.000Z",
    open: at =>
      begin(
        calls[at] as Call,
        { at, of: 2, left: works.filter(({ done }) => !done).length },
        works[at] as Work,
      ),
    save(state) {
      works[state.queue.at] = state.work;
      saved.push(state.work);
      return problem;
    },
  };
}

describe("the app", () => {
  test("keys go to the session, what is confirmed is saved before it is shown, and the next call opens", async () => {
    const saved: Work[] = [];
    const session = createSession(world(saved), 0);
    const { stdin, lastFrame, unmount } = render(
      <App session={session} color={false} columns={100} rows={30} />,
    );
    const until = async (shown: string): Promise<void> => {
      await expect.poll(() => lastFrame(), { timeout: 5_000 }).toContain(shown);
    };
    await until("calls/late.vtt · 1/2, 2 left");
    stdin.write("3");
    await until("You: ✗ fail (overruled)");
    expect(saved).toHaveLength(1);
    stdin.write("c");
    await until("Comment:");
    // Typed fast, words and Enter come in one chunk.
    stdin.write("Too fast\r");
    await until("fail (overruled): Too fast");
    stdin.write("jj1");
    await until("✗ ✓ Check empathy");
    stdin.write("d");
    await until("1/2, 1 left · done");
    stdin.write(">");
    await until("2/2, 1 left");
    expect(saved.map(({ answers, done }) => [answers.size, done])).toEqual([
      [1, false],
      [1, false],
      [2, false],
      [2, true],
    ]);
    stdin.write("q");
    await expect.poll(() => session.state().leaving).toBe("quit");
    unmount();
  });

  test("what could not be saved is said, and the call is not left", () => {
    const session = createSession(world([], "the disk is full"), 0);
    session.press("1", { page: 1, tall: 0, room: 1 });
    session.press(">", { page: 1, tall: 0, room: 1 });
    expect(session.state().queue.at).toBe(0);
    expect(text(frameOf(session.state(), 80, 24, session.problem()).notice)).toContain(
      "Not saved: the disk is full",
    );
  });
});
