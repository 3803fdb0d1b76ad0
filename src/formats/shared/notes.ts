import type { Complaint, Reading } from "../../model/index.js";
import { get, list } from "./json.js";

/** Collects what a format could not read: one complaint a kind, with its first place and how often it was met. */
export interface Notes {
  /** `message` says what was met and expected; `where` is a JSON path or a line number. */
  add(code: string, message: string, where?: string | number, effect?: Complaint["effect"]): void;
  list(): readonly Complaint[];
}

interface Entry {
  readonly complaint: Complaint;
  readonly where: string;
  times: number;
}

/** An empty collection. */
export function notes(): Notes {
  const met = new Map<string, Entry>();
  return {
    add(code, message, where, effect = "partial") {
      const key = `${code}\n${message}`;
      const before = met.get(key);
      if (before) {
        before.times += 1;
        return;
      }
      const line = typeof where === "number" ? { line: where } : {};
      const path =
        typeof where === "string" && where !== "" ? `${where.slice(0, 80).replace(/\s/g, "_")}: ` : "";
      met.set(key, { complaint: { code, message, effect, ...line }, where: path, times: 1 });
    },
    list: () =>
      [...met.values()].map(({ complaint, where, times }) => ({
        ...complaint,
        message: `${where}${complaint.message}${times > 1 ? ` (${times} times)` : ""}`,
      })),
  };
}

/** The list under a key that has to be there; its lack is told. */
export function needed(value: unknown, key: string, found: Notes, where?: string): readonly unknown[] {
  const inner = get(value, key);
  if (!Array.isArray(inner)) found.add("lost-rows", `Unexpected lack of \`${key}\`, expected a list`, where);
  return list(inner);
}

/** A reading without conversations: nothing of the document can be used, and why. */
export function refuse(code: string, message: string, line?: number): Reading {
  const place = line === undefined ? {} : { line };
  return { conversations: [], problems: [{ code, message, effect: "unreadable", ...place }] };
}
