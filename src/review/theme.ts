/** What a stretch of text means; colours only repeat what words and signs say. */
export type Meaning =
  | "plain"
  | "strong"
  | "faint"
  | "agent"
  | "customer"
  | "speaker"
  | "evidence"
  | "noted"
  | "hit"
  | "good"
  | "mixed"
  | "poor"
  | "human"
  | "cursor"
  | "bar"
  | "warning";

/** How Ink is to draw it. */
export interface Look {
  readonly color?: string;
  readonly bold?: boolean;
  readonly dimColor?: boolean;
  readonly inverse?: boolean;
  readonly underline?: boolean;
}

const COLOURED: Readonly<Record<Meaning, Look>> = {
  plain: {},
  strong: { bold: true },
  faint: { dimColor: true },
  agent: { color: "cyan", bold: true },
  customer: { color: "magenta", bold: true },
  speaker: { bold: true },
  evidence: { color: "yellow", bold: true, underline: true },
  noted: { underline: true },
  hit: { inverse: true },
  good: { color: "green" },
  mixed: { color: "yellow" },
  poor: { color: "red" },
  human: { color: "blueBright", bold: true },
  cursor: { inverse: true },
  bar: { color: "cyan" },
  warning: { color: "yellow", bold: true },
};

/** The look of a meaning; without colour, what weight and lines can say. */
export function lookOf(meaning: Meaning, color: boolean): Look {
  const { color: name, ...rest } = COLOURED[meaning];
  return color && name !== undefined ? { ...rest, color: name } : rest;
}
