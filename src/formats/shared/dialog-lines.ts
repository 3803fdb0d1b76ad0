import type { Channel, Kind, Role, Written } from "../../model/index.js";

/** What lines of our own notation say, and which of them do not. */
export interface DialogLines {
  readonly channel?: Channel;
  readonly rows: readonly Written[];
  /** 0-based lines that are no turn of the notation. */
  readonly strange: readonly number[];
}

const ROLES: ReadonlySet<string> = new Set<Role>([
  "agent",
  "customer",
  "supervisor",
  "bot",
  "system",
  "other",
]);
const CHANNELS: ReadonlySet<string> = new Set<Channel>(["voice", "chat", "email"]);
const LINE =
  /^(agent|customer|supervisor|bot|system|other|note|event)(?: ([^:\d][^:]{0,60}?))?(?: (\d{1,7}(?:\.\d{1,6})?)(?:-(\d{1,7}(?:\.\d{1,6})?))?s)?:(?: (.*))?$/su;

/** Reads the notation `agent Ana 0-2s: One moment`: a role, a name and times if wanted, and the words. */
export function readDialogLines(lines: readonly string[]): DialogLines {
  const rows: Written[] = [];
  const strange: number[] = [];
  let channel: Channel | undefined;
  for (const [index, line] of lines.entries()) {
    const text = line.trim();
    if (text === "") continue;
    const row = rowOf(text);
    if (row !== undefined) rows.push({ ...row, line: index + 1 });
    else if (rows.length === 0 && channel === undefined && CHANNELS.has(text)) channel = text as Channel;
    else strange.push(index);
  }
  return { rows, strange, ...(channel !== undefined && { channel }) };
}

function rowOf(line: string): Written | undefined {
  const match = LINE.exec(line);
  if (match === null) return undefined;
  const [, word = "", name, start, end, text = ""] = match;
  return {
    speaker: name?.trim() ?? speakerOf(word),
    role: roleOf(word),
    ...kindOf(word),
    text,
    ...(start !== undefined && { start: Math.round(Number(start) * 1000) }),
    ...(end !== undefined && { end: Math.round(Number(end) * 1000) }),
  };
}

function speakerOf(word: string): string {
  return word === "note" ? "agent" : word === "event" ? "system" : word;
}

function roleOf(word: string): Role {
  if (word === "note") return "agent";
  return ROLES.has(word) ? (word as Role) : "system";
}

function kindOf(word: string): { readonly kind?: Kind } {
  if (word === "note") return { kind: "note" };
  return word === "event" || word === "system" ? { kind: "event" } : {};
}
