import { describe, expect, test } from "vitest";
import { perform } from "../../src/review/commands.js";
import { frameOf } from "../../src/review/frame.js";
import { itemsOf, verdictOf } from "../../src/review/items.js";
import type { Now, State } from "../../src/review/state.js";
import { rowsOf } from "../../src/review/state.js";
import { reviewed } from "../../src/review/work.js";
import { doing, lateParcel, open } from "./calls.js";

const items = ({ call, work }: State) => itemsOf(call, work).all;
const at = (state: State): readonly [check: string, turn: number] => [
  items(state)[state.selected]?.finding?.check ?? items(state)[state.selected]?.title ?? "",
  state.turn,
];

describe("moving", () => {
  test.each([
    ["it opens at the first finding and its place", [], ["greeting", 0]],
    ["sections stand together, whatever the order of checks", ["down"], ["closing", 0]],
    ["moving through findings moves the conversation", ["down", "down"], ["empathy", 1]],
    ["and not past the end", ["last", "down"], ["apology", 4]],
    ["moving in the conversation moves the findings", ["other-pane", "down", "down"], ["interruptions", 2]],
    ["a turn that nobody speaks of leaves the finding", ["other-pane", "last"], ["greeting", 5]],
    ["a finding of several places shows one after the other", ["down", "down", "place"], ["empathy", 3]],
    ["and begins again", ["down", "down", "place", "place"], ["empathy", 1]],
    ["to the next missed opportunity", ["next-miss"], ["empathy", 1]],
    ["and the next, whosever it is", ["next-miss", "next-miss"], ["interruptions", 2]],
    ["and back", ["next-miss", "next-miss", "previous-miss"], ["empathy", 1]],
    ["beyond the last there is none", ["last", "next-miss"], ["apology", 4]],
    ["a page in the conversation", ["other-pane", "page-down"], ["empathy", 3]],
    ["the next check without an answer", ["pass", "next-open"], ["closing", 0]],
  ] as const)("%s", (_, deeds, expected) => {
    expect(at(doing(open(lateParcel()), ...deeds))).toEqual(expected);
  });

  test("while turns are being marked, the finding stays", () => {
    expect(at(doing(open(lateParcel()), "other-pane", "mark", "down", "down"))).toEqual(["greeting", 2]);
  });

  test("a turn taller than its pane is read to its end first", () => {
    const now: Now = { at: "", page: 1, tall: 25, room: 10 };
    const positions = [doing(open(lateParcel()), "other-pane")];
    for (let key = 0; key < 3; key++) positions.push(perform(positions.at(-1) as State, "down", now));
    expect(positions.map(({ turn, scroll }) => [turn, scroll])).toEqual([
      [0, 0],
      [0, 8],
      [0, 15],
      [1, 0],
    ]);
  });
});

describe("what is in sight", () => {
  const shown = (state: State) => [
    state.items.map(index => items(state)[index]?.finding?.check),
    state.turns,
  ];
  test.each([
    [
      "all",
      [],
      [
        ["greeting", "closing", "empathy", "interruptions", "apology"],
        [0, 1, 2, 3, 4, 5],
      ],
    ],
    [
      "only passes",
      ["filter-verdict", "filter-verdict", "filter-verdict"],
      [["greeting"], [0, 1, 2, 3, 4, 5]],
    ],
    [
      "only fails first",
      ["filter-verdict"],
      [
        ["empathy", "interruptions"],
        [0, 1, 2, 3, 4, 5],
      ],
    ],
    ["only one check, and the turns around it", ["last", "filter-check"], [["apology"], [3, 4, 5]]],
    [
      "only one speaker",
      ["filter-speaker", "filter-speaker"],
      [
        ["greeting", "closing", "empathy", "interruptions", "apology"],
        [1, 3, 5],
      ],
    ],
    [
      "all again",
      ["filter-verdict", "filter-speaker", "clear"],
      [
        ["greeting", "closing", "empathy", "interruptions", "apology"],
        [0, 1, 2, 3, 4, 5],
      ],
    ],
  ] as const)("%s", (_, deeds, expected) => {
    expect(shown(doing(open(lateParcel()), ...deeds))).toEqual(expected);
  });

  test.each([
    [60, 20, ["help"], true],
    [60, 20, ["help", "help-on", "help-on"], false],
    [80, 24, ["help"], false],
    [120, 40, ["help"], false],
  ] as const)("in %i × %i after %j the footer promises more help: %s", (columns, rows, deeds, more) => {
    const { footer } = frameOf(doing(open(lateParcel()), ...deeds), columns, rows);
    expect(footer.flat().some(({ text }) => text.includes("more"))).toBe(more);
  });

  test("what is selected by a filter takes the conversation along", () => {
    const before = open(lateParcel());
    const state = doing(before, "filter-verdict");
    const [place] = rowsOf(state).all[state.selected]?.places ?? [];
    expect(state.selected).not.toBe(before.selected);
    expect(state.turn).toBe(place?.turn);
    expect(state.turn).not.toBe(before.turn);
  });

  test("a verdict that nothing has leaves nothing selected, and nothing breaks", () => {
    const state = doing(
      open(lateParcel()),
      "filter-verdict",
      "filter-verdict",
      "filter-verdict",
      "filter-verdict",
      "filter-verdict",
      "down",
      "pass",
      "mark",
      "place",
      "accept",
      "filter-check",
    );
    expect(state.items).toEqual([]);
    expect(state.work.answers.size).toBe(0);
  });

  test.each([
    ["goes to the first hit", ["search", '"SORRY'], 4, [4]],
    ["to the next, round and round", ["search", '"i', "next-hit", "next-hit"], 3, [0, 1, 3, 4]],
    ["and back", ["search", '"i', "previous-hit"], 4, [0, 1, 3, 4]],
    ["what is not there is said to be not there", ["search", '"refund'], 0, []],
  ] as const)("search %s", (_, deeds, turn, hits) => {
    const state = doing(open(lateParcel()), ...deeds);
    expect([state.turn, state.hits]).toEqual([turn, hits]);
    expect(state.notice).toBeDefined();
  });
});

describe("answering", () => {
  const verdicts = (state: State) => items(state).map(item => verdictOf(item));

  test.each([
    ["nothing yet: the machine's", [], ["pass", "fail", "fail", "partial", "na"]],
    ["overruled", ["fail"], ["fail", "fail", "fail", "partial", "na"]],
    ["undone", ["fail", "undo"], ["pass", "fail", "fail", "partial", "na"]],
    ["done again", ["fail", "undo", "redo"], ["fail", "fail", "fail", "partial", "na"]],
    [
      "a new answer ends what could be done again",
      ["fail", "undo", "partial", "redo"],
      ["partial", "fail", "fail", "partial", "na"],
    ],
    ["taken back", ["fail", "withdraw"], ["pass", "fail", "fail", "partial", "na"]],
    ["added", ["add", '"No recap', "pass"], ["pass", "fail", "fail", "partial", "na", "pass"]],
    ["added and taken back", ["add", '"No recap', "withdraw"], ["pass", "fail", "fail", "partial", "na"]],
    ["added without words is not added", ["add", '" '], ["pass", "fail", "fail", "partial", "na"]],
  ] as const)("%s", (_, deeds, expected) => {
    expect(verdicts(doing(open(lateParcel()), ...deeds))).toEqual(expected);
  });

  test("accept keeps the machine's answer as the person's, and goes on", () => {
    const state = doing(open(lateParcel()), "accept-go", "accept-go");
    expect([...state.work.answers].map(([key, { verdict }]) => [key, verdict])).toEqual([
      ["core/greeting", "pass"],
      ["core/closing", "na"],
    ]);
    expect(at(state)).toEqual(["empathy", 1]);
  });

  test("marked turns become the evidence of the next verdict, and are marked no more", () => {
    const state = doing(open(lateParcel()), "other-pane", "last", "mark", "first", "mark", "pass");
    expect(state.work.answers.get("core/greeting")?.evidence?.map(({ turn }) => turn)).toEqual([0, 5]);
    expect(state.marks).toEqual([]);
  });

  test("a comment stays with a verdict that changes, and goes when emptied", () => {
    const kept = doing(open(lateParcel()), "fail", "comment", '"Name only', "partial");
    expect(kept.work.answers.get("core/greeting")).toMatchObject({
      verdict: "partial",
      comment: "Name only",
    });
    const opened = doing(kept, "comment");
    expect(opened.prompt?.text).toBe("Name only");
  });

  test("the score follows, and what was added has no weight in it", () => {
    const score = (state: State) => state.call.score(reviewed(state.call, state.work)).score;
    const state = open(lateParcel());
    expect([
      score(state),
      score(doing(state, "down", "down", "pass")),
      score(doing(state, "add", '"No recap')),
    ]).toEqual([25, 50, 25]);
  });
});

describe("without the machine", () => {
  test.each(["self", "blind"] as const)("%s: nothing of it can be seen until one is done", mode => {
    const state = open(lateParcel(mode));
    for (const item of items(state)) {
      expect(item.machine).toBeUndefined();
      expect([...item.places, ...item.missed]).toEqual([]);
    }
    const first = doing(state, "pass", "finish");
    expect([first.work.done, first.notice]).toEqual([
      false,
      "4 not answered yet; press d again to finish all the same",
    ]);
    const done = doing(first, "finish");
    expect(items(done).map(({ machine }) => machine)).toEqual(["pass", "fail", "fail", "partial", "na"]);
    expect(done.card).toBe(mode === "self");
  });

  test("what was answered before the machine was seen stays as it was", () => {
    const done = doing(open(lateParcel("blind")), "fail", "finish", "finish");
    const after = doing(done, "pass", "undo", "withdraw", "add", "comment", "finish");
    expect(after.work).toBe(done.work);
  });

  test("an analyst may open a finished call again", () => {
    const state = doing(open(lateParcel()), "finish");
    expect([state.work.done, state.queue.left]).toEqual([true, 0]);
    expect(doing(state, "finish").work.done).toBe(false);
  });
});
