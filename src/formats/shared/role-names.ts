import type { Role } from "../../model/index.js";

const ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ["agent", "agent"],
  ["customer", "customer"],
  ["supervisor", "supervisor"],
  ["bot", "bot"],
  ["system", "system"],
]);

/** The role that a speaker's label is the plain name of ("agent", "Customer"); undefined where it is any other word. */
export function roleNamed(speaker: string): Role | undefined {
  return ROLES.get(speaker.toLowerCase());
}
