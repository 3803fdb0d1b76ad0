import { cardLines, footerLines, hasMoreHelp, headerLine, helpLines, noticeLine } from "./edges.js";
import { type Layout, layoutOf } from "./layout.js";
import { talkWindow } from "./lines.js";
import { detailLines, findingLines } from "./list.js";
import { mapLines } from "./map.js";
import type { Now, State } from "./state.js";
import { type Line, toWidth } from "./wrap.js";

/** Everything on the screen, line by line; components only draw it. */
export interface Frame {
  readonly layout: Layout;
  readonly header: Line;
  /** In place of the panes: help, the coaching card, or a word about the size. */
  readonly page?: readonly Line[];
  readonly talk?: readonly Line[];
  readonly findings?: readonly Line[];
  readonly map?: readonly Line[];
  readonly notice: Line;
  readonly footer: readonly Line[];
  /** What the next key must know of the screen. */
  readonly seen: Omit<Now, "at">;
  readonly laidOut: number;
}

/** The state as it looks in a terminal of this size; `problem` is why it could not be saved. */
export function frameOf(state: State, columns: number, rows: number, problem?: string): Frame {
  const layout = layoutOf(columns, rows, state.pane);
  const { width, height } = layout;
  const seen = { page: 1, tall: 0, room: 1 };
  if (layout.tiny) {
    const page = [toWidth([{ text: "A larger window, please", as: "strong" }], width)];
    return { layout, header: [], page, notice: [], footer: [], seen, laidOut: 0 };
  }
  const body = height - 2 - layout.footer;
  const common = {
    layout,
    header: headerLine(state, width),
    notice: noticeLine(state, width, problem),
    footer: footerLines(state, width, layout.footer, hasMoreHelp(state, width, body)),
  };
  if (state.help > 0)
    return { ...common, page: filled(helpLines(state, width, body), width, body), seen, laidOut: 0 };
  if (state.card)
    return { ...common, page: filled(cardLines(state, width, body), width, body), seen, laidOut: 0 };
  return { ...common, ...panes(state, layout) };
}

function panes(state: State, layout: Layout): Pick<Frame, "talk" | "findings" | "map" | "seen" | "laidOut"> {
  const { talk, findings, detail, map } = layout;
  const window = talk && talkWindow(state, talk.width, talk.height);
  const room = (state.pane === "talk" ? talk : findings)?.height ?? 1;
  return {
    ...(talk && { talk: filled(window?.lines ?? [], talk.width, talk.height) }),
    ...(findings && {
      findings: [
        ...filled(findingLines(state, findings.width, findings.height), findings.width, findings.height),
        ...(detail
          ? filled(detailLines(state, detail.width, detail.height), detail.width, detail.height)
          : []),
      ],
    }),
    ...(map && { map: mapLines(state, map.width) }),
    seen: {
      page:
        state.pane === "talk" ? Math.max(2, Math.floor((window?.laidOut ?? 2) * 0.6)) : Math.max(2, room - 1),
      tall: window?.tall ?? 0,
      room,
    },
    laidOut: window?.laidOut ?? 0,
  };
}

/** Exactly so many lines of exactly this width: nothing of the frame before shows through. */
function filled(lines: readonly Line[], width: number, height: number): readonly Line[] {
  return Array.from({ length: height }, (_, i) => toWidth(lines[i] ?? [], width));
}
