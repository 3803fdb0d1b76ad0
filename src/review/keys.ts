import type { Command } from "./commands.js";
import type { State } from "./state.js";
import { isHidden } from "./work.js";

/** A key of the keyboard as the table names it: a character, or a word for one that has none. */
export type Key = string;

/** One line of the table: what its keys do, and how footer and help page call it. */
export interface Binding {
  readonly keys: readonly Key[];
  readonly does: Command;
  /** As the footer shows keys and deed; left out, it is told on the help page alone. */
  readonly footer?: readonly [keys: string, deed: string];
  /** Left out where another line tells of it. */
  readonly help?: readonly [keys: string, deed: string];
  readonly group: "Moving" | "Answering" | "Looking" | "Calls";
  /** Whether it acts now; left out means always. */
  when?(state: State): boolean;
}

const shown = (state: State): boolean => !isHidden(state.call, state.work);
const hidden = (state: State): boolean => isHidden(state.call, state.work);
const many = (state: State): boolean => state.queue.of > 1;
const closed = (state: State): boolean => state.call.mode !== "analyst" && state.work.done;
const open = (state: State): boolean => !closed(state);

/** The one table of keys: it acts, and it writes the footer and the help page. */
export const KEYS: readonly Binding[] = [
  {
    keys: ["down", "j"],
    does: "down",
    footer: ["↑↓", "move"],
    help: ["↓ j, ↑ k", "next, previous row"],
    group: "Moving",
  },
  { keys: ["up", "k"], does: "up", group: "Moving" },
  {
    keys: ["tab"],
    does: "other-pane",
    footer: ["Tab", "pane"],
    help: ["Tab ← →", "other pane"],
    group: "Moving",
  },
  {
    keys: ["1"],
    does: "pass",
    footer: ["1-5", "verdict"],
    help: ["1 2 3 4 5", "pass partial fail n/a ?"],
    group: "Answering",
    when: open,
  },
  {
    keys: [" "],
    does: "accept-go",
    footer: ["Space", "accept, next"],
    help: ["Space", "accept, go to next open"],
    group: "Answering",
    when: state => shown(state) && open(state),
  },
  {
    keys: ["m"],
    does: "next-miss",
    footer: ["m", "next miss"],
    help: ["m, M", "next, previous miss"],
    group: "Moving",
    when: shown,
  },
  {
    keys: ["."],
    does: "next-open",
    footer: [".", "next open"],
    help: [".", "next open check"],
    group: "Moving",
    when: hidden,
  },
  {
    keys: ["d"],
    does: "finish",
    footer: ["d", "done"],
    help: ["d", "done; shows the machine"],
    group: "Calls",
    when: open,
  },
  {
    keys: ["c"],
    does: "comment",
    footer: ["c", "comment"],
    help: ["c", "comment"],
    group: "Answering",
    when: open,
  },
  {
    keys: ["e"],
    does: "mark",
    footer: ["e", "evidence"],
    help: ["e", "mark turn as evidence"],
    group: "Answering",
    when: open,
  },
  {
    keys: ["+"],
    does: "add",
    footer: ["+", "add"],
    help: ["+", "add what was missed"],
    group: "Answering",
    when: open,
  },
  {
    keys: ["p"],
    does: "card",
    footer: ["p", "card"],
    help: ["p", "the coaching card"],
    group: "Looking",
    when: shown,
  },
  {
    keys: ["/"],
    does: "search",
    footer: ["/", "search"],
    help: ["/", "search"],
    group: "Looking",
  },
  { keys: ["?"], does: "help", footer: ["?", "help"], help: ["?", "this page"], group: "Looking" },
  {
    keys: [">"],
    does: "next-call",
    footer: [">", "next call"],
    help: [">, <", "next, previous call"],
    group: "Calls",
    when: many,
  },
  {
    keys: ["q", "ctrl-c"],
    does: "quit",
    footer: ["q", "quit"],
    help: ["q", "quit; all is saved"],
    group: "Calls",
  },
  { keys: ["left", "h"], does: "to-talk", group: "Moving" },
  { keys: ["right", "l"], does: "to-findings", group: "Moving" },
  {
    keys: ["page-down", "ctrl-d"],
    does: "page-down",
    help: ["PgDn, PgUp", "page on, page back"],
    group: "Moving",
  },
  { keys: ["page-up", "ctrl-u"], does: "page-up", group: "Moving" },
  { keys: ["home", "g"], does: "first", help: ["g, G", "first, last row"], group: "Moving" },
  { keys: ["end", "G"], does: "last", group: "Moving" },
  {
    keys: ["enter"],
    does: "place",
    help: ["Enter", "next place of the check"],
    group: "Moving",
  },
  { keys: ["M"], does: "previous-miss", group: "Moving", when: shown },
  {
    keys: ["."],
    does: "next-open",
    help: [".", "next open check"],
    group: "Moving",
    when: shown,
  },
  { keys: ["2"], does: "partial", group: "Answering", when: open },
  { keys: ["3"], does: "fail", group: "Answering", when: open },
  { keys: ["4"], does: "na", group: "Answering", when: open },
  { keys: ["5"], does: "unknown", group: "Answering", when: open },
  {
    keys: ["a"],
    does: "accept",
    help: ["a", "accept the machine"],
    group: "Answering",
    when: state => shown(state) && open(state),
  },
  { keys: ["x"], does: "withdraw", help: ["x", "take answer back"], group: "Answering", when: open },
  { keys: ["u"], does: "undo", help: ["u, r", "undo, redo"], group: "Answering", when: open },
  { keys: ["r", "ctrl-r"], does: "redo", group: "Answering", when: open },
  { keys: ["n"], does: "next-hit", help: ["n, N", "next, previous hit"], group: "Looking" },
  { keys: ["N"], does: "previous-hit", group: "Looking" },
  { keys: ["f"], does: "filter-verdict", help: ["f", "only one verdict"], group: "Looking" },
  { keys: ["o"], does: "filter-check", help: ["o", "only this check"], group: "Looking" },
  { keys: ["s"], does: "filter-speaker", help: ["s", "only one speaker"], group: "Looking" },
  { keys: ["escape"], does: "clear", help: ["Esc", "show all again"], group: "Looking" },
  { keys: ["!"], does: "flag", help: ["!", "flag for calibration"], group: "Calls" },
  { keys: ["<"], does: "previous-call", group: "Calls", when: many },
];

/** What a key does now, if anything. */
export function bindingOf(key: Key, state: State): Binding | undefined {
  return KEYS.find(binding => binding.keys.includes(key) && (binding.when?.(state) ?? true));
}

/** The keys that act now, as many as fit into the lines of the footer; help and quit are always among them. */
export function footerOf(state: State, width: number, lines: number): readonly (readonly Binding[])[] {
  const acting = KEYS.filter(binding => binding.footer !== undefined && (binding.when?.(state) ?? true));
  const always = acting.filter(({ does }) => does === "help" || does === "quit");
  const rows: Binding[][] = Array.from({ length: lines }, () => []);
  const used = rows.map(() => 0);
  const reserved = always.reduce((sum, binding) => sum + widthOf(binding), 0);
  let row = 0;
  for (const binding of acting.filter(one => !always.includes(one))) {
    const room = (): number => width - (used[row] ?? 0) - (row === lines - 1 ? reserved : 0);
    if (widthOf(binding) > room() && row < lines - 1) row++;
    if (widthOf(binding) > room()) continue;
    (rows[row] as Binding[]).push(binding);
    used[row] = (used[row] ?? 0) + widthOf(binding);
  }
  (rows[lines - 1] as Binding[]).push(...always);
  return rows.filter(found => found.length > 0);
}

const GAP = 2;
const widthOf = ({ footer: [keys, deed] = ["", ""] }: Binding): number => keys.length + 1 + deed.length + GAP;
