import type { Pane } from "./state.js";

/** Room of one part of the screen. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

/** What fits where; a part that does not fit is left out. */
export interface Layout {
  readonly width: number;
  /** Rows drawn: one less than the terminal has, so that nothing ever scrolls. */
  readonly height: number;
  readonly wide: boolean;
  readonly talk?: Box;
  readonly findings?: Box;
  /** The finding in question, told in full. */
  readonly detail?: Box;
  readonly map?: Box;
  /** Lines of the footer. */
  readonly footer: number;
  /** Too small for anything but a word about it. */
  readonly tiny: boolean;
}

/** From here on both panes stand side by side. */
export const WIDE = 100;

const LEAST = { width: 30, height: 9 } as const;
const HEADER = 1;
const NOTICE = 1;
const MAP = 3;
/** Columns of the line between the panes. */
export const DIVIDER = 3;

/** What fits into a terminal of this size. */
export function layoutOf(columns: number, rows: number, pane: Pane): Layout {
  const width = Math.max(1, columns);
  const height = Math.max(1, rows - 1);
  const wide = width >= WIDE;
  if (width < LEAST.width || height < LEAST.height) return { width, height, wide, footer: 0, tiny: true };
  const footer = height >= 18 && width < WIDE ? 2 : 1;
  const map = height >= 16 ? MAP : 0;
  const body = height - HEADER - NOTICE - footer - map;
  const common = {
    width,
    height,
    wide,
    footer,
    tiny: false,
    ...(map > 0 && { map: { width, height: map } }),
  };
  if (wide) {
    const left = Math.round((width - DIVIDER) * 0.58);
    return { ...common, talk: { width: left, height: body }, ...stacked(width - DIVIDER - left, body) };
  }
  return pane === "talk"
    ? { ...common, talk: { width, height: body } }
    : { ...common, ...stacked(width, body) };
}

/** The list of findings above what is to be said of the one in question. */
function stacked(width: number, height: number): Pick<Layout, "findings" | "detail"> {
  const detail = height < 8 ? 0 : Math.min(12, Math.ceil(height * 0.45));
  return {
    findings: { width, height: height - detail },
    ...(detail > 0 && { detail: { width, height: detail } }),
  };
}
