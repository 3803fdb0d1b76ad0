import type { Role } from "../../model/index.js";
import { said } from "./json.js";

/** The label of a speaker: a bare number becomes «Speaker 0», a name stays; "" where there is none. */
export function speakerLabel(value: unknown, noun = "Speaker"): string {
  const label = said(value);
  if (label === undefined) return "";
  return /^\d{1,9}$/.test(label) ? `${noun} ${label}` : label;
}

const ROLES: ReadonlyMap<string, Role> = new Map([
  ["agent", "agent"],
  ["human_agent", "agent"],
  ["any_agent", "agent"],
  ["assistant", "agent"],
  ["ai_agent", "agent"],
  ["representative", "agent"],
  ["rep", "agent"],
  ["advisor", "agent"],
  ["csr", "agent"],
  ["operator", "agent"],
  ["customer", "customer"],
  ["caller", "customer"],
  ["client", "customer"],
  ["end_user", "customer"],
  ["enduser", "customer"],
  ["user", "customer"],
  ["consumer", "customer"],
  ["visitor", "customer"],
  ["supervisor", "supervisor"],
  ["manager", "supervisor"],
  ["bot", "bot"],
  ["custom_bot", "bot"],
  ["automated_agent", "bot"],
  ["virtual_agent", "bot"],
  ["ivr", "bot"],
  ["system", "system"],
]);

/** The role that a vendor's role field names ("AGENT", "END_USER"); undefined for any other word. For role fields only, not for names. */
export function roleOf(value: unknown): Role | undefined {
  const word = said(value);
  if (word === undefined || word.length > 40) return undefined;
  return ROLES.get(word.toLowerCase().replace(/[\s-]/g, "_"));
}
