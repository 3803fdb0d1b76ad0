import type { Complaint } from "../model/index.js";

/** How much one input may ask of us; what asks for more is refused by the limit's name. Sizes in bytes. */
export interface Limits {
  readonly expanded: number;
  readonly ratio: number;
  readonly entries: number;
  readonly nesting: number;
  readonly depth: number;
  readonly line: number;
  readonly document: number;
  readonly turns: number;
  readonly speakers: number;
}

/** Name of a limit. */
export type LimitName = keyof Limits;

const MB = 1024 * 1024;

/** The limits that hold where nobody says otherwise. */
export const LIMITS: Limits = {
  expanded: 64 * 1024 * MB,
  ratio: 250,
  entries: 100_000,
  nesting: 2,
  depth: 256,
  line: 64 * MB,
  document: 128 * MB,
  turns: 200_000,
  speakers: 500,
};

/** No string is longer than half a gigabyte, whatever a limit says. */
export const LONGEST = 500 * MB;

/** What each limit counts, and what its number may be. */
export const LIMIT_KINDS: Readonly<
  Record<LimitName, { readonly what: string; readonly size: boolean; readonly most: number }>
> = {
  expanded: {
    what: "all that an archive unpacks to",
    size: true,
    most: Number.MAX_SAFE_INTEGER,
  },
  ratio: {
    what: "how many times its own size an archive unpacks to",
    size: false,
    most: Number.MAX_SAFE_INTEGER,
  },
  entries: { what: "entries of an archive", size: false, most: 100_000_000 },
  nesting: { what: "archives in archives", size: false, most: 16 },
  depth: { what: "levels of JSON or XML inside each other", size: false, most: 10_000 },
  line: { what: "a line of JSONL", size: true, most: LONGEST },
  document: { what: "a file or an entry that must be held as a whole", size: true, most: LONGEST },
  turns: { what: "rows of a conversation", size: false, most: 100_000_000 },
  speakers: { what: "speakers of a conversation", size: false, most: 1_000_000 },
};

/** «limit `line`» and the flag that moves it, as every refusal names it. */
export function limitReached(
  name: LimitName,
  limits: Limits,
  met: string,
): Complaint & { readonly effect: "unreadable" } {
  const { size, what } = LIMIT_KINDS[name];
  const most = size ? sizeText(limits[name]) : String(limits[name]);
  const message = `Unexpected ${met}, expected at most ${most} for ${what} (limit \`${name}\`); \`--limit ${name}=…\` allows more`;
  return { code: `limit-${name}`, message, effect: "unreadable" };
}

/** Bytes as people write them. */
export function sizeText(bytes: number): string {
  for (const [unit, step] of UNITS) if (bytes >= step && bytes % step === 0) return `${bytes / step} ${unit}`;
  return `${bytes} bytes`;
}

const UNITS = [
  ["GB", 1024 * MB],
  ["MB", MB],
  ["KB", 1024],
] as const;

/** «64MB», «2 GB», «100000» → the number; undefined for anything else. */
export function limitValue(name: LimitName, written: unknown): number | undefined {
  const { size, most } = LIMIT_KINDS[name];
  const [, digits, unit] = /^\s*(\d{1,15})\s*([KMG]B)?\s*$/i.exec(String(written).slice(0, 40)) ?? [];
  if (digits === undefined || (unit !== undefined && !size)) return undefined;
  const step = UNITS.find(([word]) => word === unit?.toUpperCase())?.[1] ?? 1;
  const value = Number(digits) * step;
  return value >= 1 && value <= most ? value : undefined;
}
