import type { Role, Written } from "../../model/index.js";
import { given } from "../shared/chat-json.js";
import type { Headers, Said } from "./body.js";

/** Who is who, by name. */
export type Sides = ReadonlyMap<string, Role>;

/**
 * Agents are those whom a header names, the customer whoever is left; where no header names a speaker
 * (it says "(UserFirstName)" and the lines say "Stephen"), the visitor is known and the others are agents.
 */
export function sidesOf({ agents }: Headers, said: readonly Said[]): Sides {
  const names = [...new Set(said.map(({ name }) => name).filter(name => name !== ""))];
  const known = new Map<string, Role>();
  const headed = new Set(agents.map(agent => agent.toLowerCase()));
  for (const name of names) {
    if (headed.has(name.toLowerCase())) known.set(name, "agent");
    if (/^visitor(?: \d{1,12})?$/i.test(name)) known.set(name, "customer");
    if (/^(?:chat ?bot|bot|einstein(?: bot)?|virtual assistant)$/i.test(name)) known.set(name, "bot");
  }
  const rest = names.filter(name => !known.has(name));
  const has = (role: Role) => [...known.values()].includes(role);
  if (has("customer") && !has("agent")) for (const name of rest) known.set(name, "agent");
  else if (has("agent") && !has("customer") && rest.length === 1)
    for (const name of rest) known.set(name, "customer");
  return known;
}

/** The lines as rows. */
export function rowsIn(said: readonly Said[], sides: Sides): readonly Written[] {
  return said.map(({ start, name, text }): Written => {
    if (name === "") return { speaker: "system", role: "system", kind: "event", text, start };
    return { speaker: name, ...given({ role: sides.get(name) }), text, start };
  });
}
