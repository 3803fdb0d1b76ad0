import type { Pin, Role } from "../model/index.js";
import { type Accepted, type Baseline, keyOf } from "./baseline.js";

/** Number of the file's shape. */
const SHAPE = 1;

/** A baseline as text: one accepted miss a line, sorted, so that a diff shows what came and went. */
export function writeBaseline({ checklists, accepted }: Baseline): string {
  const pins = checklists.map(({ name, version, sha256 }) => JSON.stringify({ name, version, sha256 }));
  const sorted = [...accepted].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const lines = sorted.map(({ checklist, check, verdict, role, words, count, seen }) =>
    JSON.stringify({ checklist, check, verdict, role, words, count, seen }),
  );
  return `{\n"baseline": ${SHAPE},\n"checklists": [${list(pins)}],\n"accepted": [${list(lines)}]\n}\n`;
}

const list = (lines: readonly string[]): string => (lines.length === 0 ? "" : `\n${lines.join(",\n")}\n`);

/** The baseline that a text holds, or what is wrong with it. */
export function readBaseline(text: string): Baseline | { readonly wrong: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { wrong: `Unexpected text, expected a baseline: ${(error as Error).message}` };
  }
  const { baseline, checklists, accepted } = fieldsOf(value);
  if (baseline === undefined)
    return { wrong: "Unexpected JSON, expected a baseline as `attune baseline write` writes it" };
  if (baseline !== SHAPE)
    return {
      wrong: `Unexpected baseline of shape ${JSON.stringify(baseline)}, expected ${SHAPE}: write it anew`,
    };
  const entries = Array.isArray(accepted) ? accepted.map(entryOf) : [undefined];
  const strange = entries.indexOf(undefined);
  if (strange >= 0)
    return {
      wrong: `Unexpected entry ${strange + 1} of \`accepted\`, expected one as \`attune baseline write\` writes it`,
    };
  return {
    checklists: Array.isArray(checklists) ? checklists.filter(isPin) : [],
    accepted: summed(entries as readonly Accepted[]),
  };
}

type Loose = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Loose) : {};

const ROLES: ReadonlySet<unknown> = new Set<Role>([
  "agent",
  "customer",
  "supervisor",
  "bot",
  "system",
  "other",
]);

function entryOf(value: unknown): Accepted | undefined {
  const { checklist, check, verdict, role, words, count, seen } = fieldsOf(value);
  if (typeof checklist !== "string" || typeof check !== "string" || typeof words !== "string")
    return undefined;
  if (verdict !== "fail" && verdict !== "partial") return undefined;
  if (role !== undefined && !ROLES.has(role)) return undefined;
  if (typeof count !== "number" || !Number.isInteger(count) || count < 1) return undefined;
  const who = role === undefined ? {} : { role: role as Role };
  return { checklist, check, verdict, ...who, words, count, seen: typeof seen === "string" ? seen : "" };
}

function isPin(value: unknown): value is Pin {
  const { name, version, sha256 } = fieldsOf(value);
  return typeof name === "string" && typeof version === "string" && typeof sha256 === "string";
}

/** A merge of two branches may leave the same entry twice. */
function summed(entries: readonly Accepted[]): readonly Accepted[] {
  const once = new Map<string, Accepted>();
  for (const entry of entries) {
    const before = once.get(keyOf(entry));
    once.set(keyOf(entry), before ? { ...before, count: Math.max(before.count, entry.count) } : entry);
  }
  return [...once.values()];
}

/** Scorecards that a baseline was written by and that have changed since. */
export function stalePins({ checklists }: Baseline, now: readonly Pin[]): readonly Pin[] {
  return now.filter(pin => {
    const then = checklists.find(({ name }) => name === pin.name);
    return then !== undefined && then.sha256 !== pin.sha256;
  });
}
