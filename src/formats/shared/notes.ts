import type { Complaint, Reading } from "../../model/index.js";

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
      const path = typeof where === "string" ? `${where}: ` : "";
      met.set(key, { complaint: { code, message, effect, ...line }, where: path, times: 1 });
    },
    list: () =>
      [...met.values()].map(({ complaint, where, times }) => ({
        ...complaint,
        message: `${where}${complaint.message}${times > 1 ? ` (${times} times)` : ""}`,
      })),
  };
}

/** A reading without conversations: nothing of the document can be used, and why. */
export function refuse(code: string, message: string, line?: number): Reading {
  const place = line === undefined ? {} : { line };
  return { conversations: [], problems: [{ code, message, effect: "unreadable", ...place }] };
}
