import type { Verdict } from "../model/index.js";
import { type Item, itemsOf, OWN_SECTION } from "./items.js";
import { itemAs } from "./lines.js";
import type { State } from "./state.js";
import type { Meaning } from "./theme.js";
import { VERDICTS, when } from "./words.js";
import { isHidden } from "./work.js";
import { type Line, type Span, steady, toWidth, wrap } from "./wrap.js";

/** The findings by section, as many as fit around the one in question. */
export function findingLines(state: State, width: number, height: number): readonly Line[] {
  const { all } = itemsOf(state.call, state.work);
  const lines: Line[] = [];
  let section: string | undefined;
  let at = 0;
  for (const index of state.items) {
    const item = all[index] as Item;
    if (item.section !== section) {
      section = item.section;
      lines.push(toWidth([{ text: sectionName(section, state), as: "strong" }], width));
    }
    if (index === state.selected) at = lines.length;
    lines.push(row(state, item, width));
  }
  if (lines.length === 0) return [toWidth([{ text: "Nothing in sight; Esc shows all", as: "faint" }], width)];
  const from = Math.max(0, Math.min(at - Math.floor(height / 2), lines.length - height));
  return lines.slice(from, from + height);
}

const sectionName = (section: string, { call }: State): string =>
  section === "" ? "Checks" : section === OWN_SECTION ? section : steady(call.fit(section));

/** Two columns of signs: the machine's answer and the person's beside it. */
function row(state: State, item: Item, width: number): Line {
  const current = item.index === state.selected;
  const cursor: Span = current ? { text: state.pane === "findings" ? "▌" : "▏", as: "bar" } : { text: " " };
  const { answer, machine, title } = item;
  const name = steady(state.call.fit(title));
  return toWidth(
    [
      cursor,
      sign(machine, "faint"),
      { text: " " },
      answer === undefined ? { text: " " } : sign(answer.verdict, "human"),
      { text: " " },
      { text: name, as: current ? "strong" : machine === "na" && !answer ? "faint" : "plain" },
      ...(answer?.comment === undefined ? [] : [{ text: " ✎", as: "human" } as const]),
    ],
    width,
  );
}

function sign(verdict: Verdict | undefined, otherwise: Meaning): Span {
  if (verdict === undefined) return { text: "·", as: "faint" };
  const as = { pass: "good", partial: "mixed", fail: "poor", na: "faint", unknown: "faint" } as const;
  return { text: VERDICTS[verdict].sign, as: as[verdict] ?? otherwise };
}

/** What is to be said of the finding in question, the machine's answer above the person's. */
export function detailLines(state: State, width: number, height: number): readonly Line[] {
  const item = itemsOf(state.call, state.work).all[state.selected];
  if (item === undefined) return [];
  const told = (spans: Line, indent = 0): readonly Line[] =>
    wrap(spans, width - indent).map(line => (indent ? [{ text: " ".repeat(indent) }, ...line] : line));
  const lines = [
    toWidth([{ text: "─".repeat(width), as: "faint" }], width),
    ...told([{ text: steady(state.call.fit(item.title)), as: "strong" }]),
    ...machineSays(state, item).flatMap(spans => told(spans)),
    ...personSays(state, item).flatMap(spans => told(spans)),
    ...where(state, item).flatMap(spans => told(spans)),
    ...advice(state, item).flatMap(spans => told(spans)),
  ];
  if (lines.length <= height) return lines;
  return [...lines.slice(0, height - 1), toWidth([{ text: "…", as: "faint" }], width, false)];
}

function machineSays({ call, work }: State, { finding, machine }: Item): readonly Line[] {
  if (finding === undefined) return [];
  if (isHidden(call, work)) return [[{ text: "Machine: hidden until you are done", as: "faint" }]];
  if (machine === undefined) return [];
  const { sign, word } = VERDICTS[machine];
  const stakes = finding.autoFail ? " (a fail decides the whole call)" : "";
  return [
    [
      { text: "Machine: ", as: "faint" },
      { text: `${sign} ${word}`, as: itemAs({ machine } as Item) },
      { text: ` ${steady(call.fit(finding.message))}${stakes}` },
    ],
  ];
}

function personSays({ call }: State, { answer, machine }: Item): readonly Line[] {
  if (answer === undefined) return [[{ text: "You: no answer yet", as: "faint" }]];
  const { sign, word } = VERDICTS[answer.verdict];
  const how = machine === undefined ? "" : machine === answer.verdict ? " (accepted)" : " (overruled)";
  const comment = answer.comment === undefined ? "" : `: ${steady(call.fit(answer.comment))}`;
  return [
    [{ text: "You: ", as: "faint" }, { text: `${sign} ${word}${how}`, as: "human" }, { text: comment }],
  ];
}

const MOST_PLACES = 8;

function where({ call }: State, { places, missed }: Item): readonly Line[] {
  if (places.length === 0) return [];
  const { transcript } = call.audit;
  const label = missed.length > 0 ? "Called for at: " : "Heard at: ";
  const shown = places.slice(0, MOST_PLACES).map(({ turn }) => when(transcript, turn));
  const more = places.length > MOST_PLACES ? ` and ${places.length - MOST_PLACES} more` : "";
  return [[{ text: label, as: "faint" }, { text: `${shown.join(", ")}${more}` }]];
}

function advice({ call, work }: State, { finding, machine }: Item): readonly Line[] {
  if (finding === undefined || finding.coach === "") return [];
  const say = finding.say !== undefined && !isHidden(call, work) ? ` Say: “${call.fit(finding.say)}”` : "";
  const label = machine === "pass" ? "Why: " : "Next time: ";
  return [[{ text: label, as: "faint" }, { text: steady(`${call.fit(finding.coach)}${say}`) }]];
}
