import { bindingOf, footerOf, KEYS } from "./keys.js";
import { unanswered } from "./moving.js";
import type { State } from "./state.js";
import type { Meaning } from "./theme.js";
import { VERDICTS } from "./words.js";
import { isHidden, reviewed } from "./work.js";
import { type Line, type Span, steady, toWidth, widthOf, wrap } from "./wrap.js";

const MODES = { analyst: "review", self: "self-review", blind: "blind review" } as const;
const OUTCOMES = {
  pass: "pass",
  fail: "fail",
  "auto-fail": "auto-fail",
  "not-scorable": "not scored",
} as const;

/** What call this is, where it stands in the queue, and the score as it is now. */
export function headerLine(state: State, width: number): Line {
  const { call, queue, work } = state;
  const { transcript } = call.audit;
  const place = queue.of > 1 ? ` · ${queue.at + 1}/${queue.of}, ${queue.left} left` : "";
  const flags = `${work.flagged ? " · ! flagged" : ""}${work.done ? " · done" : ""}`;
  const right: readonly Span[] = [...scoreSpans(state), { text: " " }];
  const taken = right.reduce((sum, { text }) => sum + widthOf(text), 0);
  const name = steady(call.fit(transcript.source));
  const rest = `${place}${flags} · ${MODES[call.mode]} by ${steady(call.fit(call.reviewer))}`;
  const room = Math.max(8, width - taken - 2);
  const shownName =
    widthOf(name) + widthOf(rest) > room ? tail(name, Math.max(8, room - widthOf(rest))) : name;
  const left: Line = toWidth(
    [
      { text: ` ${shownName}`, as: "strong" },
      { text: rest, as: "faint" },
    ],
    room + 2,
  );
  return toWidth([...left, ...right], width);
}

/** The end of a path says more than its beginning. */
function tail(text: string, room: number): string {
  return widthOf(text) <= room ? text : `…${[...text].slice(-(room - 1)).join("")}`;
}

function scoreSpans({ call, work }: State): readonly Span[] {
  const { audit } = call;
  const now = call.score(reviewed(call, work));
  const figure = (score: number | null): string => (score === null ? "–" : String(score));
  if (isHidden(call, work)) {
    const all = audit.findings.length;
    const open = audit.findings.filter(
      ({ checklist, check }) => !work.answers.has(`${checklist}/${check}`),
    ).length;
    return [{ text: `${all - open} of ${all} answered`, as: "strong" }];
  }
  const machine = figure(audit.score);
  const own = figure(now.score);
  const as: Meaning =
    now.outcome === "pass"
      ? "good"
      : now.outcome === "fail"
        ? "mixed"
        : now.outcome === "auto-fail"
          ? "poor"
          : "faint";
  const changed = own !== machine || now.outcome !== audit.outcome;
  return [
    ...(changed ? [{ text: `machine ${machine} → yours `, as: "faint" } as const] : []),
    { text: `${changed ? "" : "score "}${own} · ${OUTCOMES[now.outcome]}`, as },
  ];
}

const ASKS = { search: "Search: ", comment: "Comment: ", title: "What was missed: " } as const;

/** One line for what is being typed, what was just done, or what is out of sight. */
export function noticeLine(state: State, width: number, problem?: string): Line {
  const { prompt, notice } = state;
  if (prompt !== undefined) {
    const text = steady(state.call.fit(prompt.text));
    const room = width - ASKS[prompt.asks].length - 2;
    return toWidth(
      [
        { text: ` ${ASKS[prompt.asks]}`, as: "strong" },
        { text: tail(text, room - 1) },
        { text: " ", as: "cursor" },
      ],
      width,
    );
  }
  if (problem !== undefined) return toWidth([{ text: ` Not saved: ${problem}`, as: "warning" }], width);
  if (notice !== undefined)
    return toWidth([{ text: ` ${steady(state.call.fit(notice))}`, as: "human" }], width);
  return toWidth([{ text: ` ${standing(state)}`, as: "faint" }], width);
}

function standing(state: State): string {
  const { filter, marks, call, search, hits } = state;
  const parts = [
    marks.length > 0 && `${marks.length} turn(s) marked`,
    filter.verdict && `only ${VERDICTS[filter.verdict].word}`,
    filter.item !== undefined && "only one check",
    filter.role && `only ${filter.role}`,
    search !== "" && `“${search}”: ${hits.length} turn(s)`,
  ].filter(part => part);
  if (parts.length > 0) return call.fit(parts.join(" · "));
  const open = unanswered(state);
  return open === 0 ? "Every check has your answer" : `${open} check(s) without your answer`;
}

/** The keys that act now; `more` is whether a page of help follows. */
export function footerLines(state: State, width: number, lines: number, more: boolean): readonly Line[] {
  if (state.prompt !== undefined)
    return blank(width, lines, [
      { text: " Enter", as: "strong" },
      { text: " keep  " },
      { text: "Esc", as: "strong" },
      { text: " leave" },
    ]);
  if (state.help > 0 || state.card) {
    const on: Line = more ? [{ text: " ↓", as: "strong" }, { text: " more " }] : [];
    return blank(width, lines, [...on, { text: " Any key", as: "strong" }, { text: " goes back" }]);
  }
  const rows = footerOf(state, width - 1, lines).map(bindings =>
    toWidth(
      [
        { text: " " },
        ...bindings.flatMap(
          ({ footer: [keys, deed] = ["", ""] }): Line => [
            { text: keys, as: "strong" },
            { text: ` ${deed}  `, as: "faint" },
          ],
        ),
      ],
      width,
    ),
  );
  return [...rows, ...blank(width, lines - rows.length)];
}

function blank(width: number, lines: number, first: Line = []): readonly Line[] {
  return Array.from({ length: Math.max(0, lines) }, (_, i) => toWidth(i === 0 ? first : [], width));
}

/** From this width on help that is too long for a page stands in two columns. */
const TWO_COLUMNS = 76;

/** Whether a page of help follows the one that is shown. */
export function hasMoreHelp(state: State, width: number, height: number): boolean {
  if (state.help === 0 || width >= TWO_COLUMNS) return false;
  return state.help * height < helpParts(state).flat().length;
}

/** Every key, by what it is for; those that do not act now are faint. In two columns where there is room, else by pages. */
export function helpLines(state: State, width: number, height: number): readonly Line[] {
  const parts = helpParts(state);
  const single = parts.flat();
  if (single.length <= height || width < TWO_COLUMNS) {
    const pages = Math.ceil(single.length / height);
    const from = (Math.min(state.help, pages) - 1) * height;
    return single.slice(from, from + height).map(line => toWidth(line, width));
  }
  const half = Math.floor((width - 2) / 2);
  const left = [...(parts[0] ?? []), ...(parts[3] ?? [])];
  const right = [...(parts[1] ?? []), ...(parts[2] ?? [])];
  return Array.from({ length: Math.min(height, Math.max(left.length, right.length)) }, (_, i) => [
    ...toWidth(left[i] ?? [], half),
    { text: "  " },
    ...toWidth(right[i] ?? [], half),
  ]);
}

function helpParts(state: State): readonly (readonly Line[])[] {
  const groups = ["Moving", "Answering", "Looking", "Calls"] as const;
  return groups.map(group => {
    const keys = KEYS.filter(
      (one, i) =>
        one.group === group &&
        one.help !== undefined &&
        KEYS.findIndex(other => other.help?.[1] === one.help?.[1]) === i,
    );
    return [
      [{ text: group, as: "strong" } as const],
      ...keys.map(
        ({ keys: [key = ""], help: [keys, deed] = ["", ""] }): Line => [
          { text: `  ${keys.padEnd(11)}`, as: bindingOf(key, state) ? "bar" : "faint" },
          { text: deed, as: bindingOf(key, state) ? "plain" : "faint" },
        ],
      ),
    ] as readonly Line[];
  });
}

/** The coaching card in so many lines. */
export function cardLines({ call }: State, width: number, height: number): readonly Line[] {
  return call
    .card(width - 2)
    .flatMap(text => wrap([{ text: text === "" ? " " : text }], width - 2))
    .slice(0, height)
    .map(line => toWidth([{ text: " " }, ...line], width));
}
