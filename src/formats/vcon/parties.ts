import type { Role } from "../../model/index.js";
import { firstText, type Json, objectOf, textOf } from "../shared/chat-json.js";
import { list } from "../shared/json.js";
import { roleByWords } from "../shared/role-words.js";

/** Somebody in the conversation. */
export interface Party {
  readonly name: string;
  readonly role: Role | undefined;
}

/** More parties than this no conversation has. */
const MOST = 500;

/** The parties in the container's order. */
export function partiesOf(container: Json): readonly Party[] {
  const parties = list(container.parties).slice(0, MOST);
  return parties.map(value => {
    const party = objectOf(value);
    const word = firstText(party.role, objectOf(party.meta).role);
    return {
      name: firstText(party.name, party.mailto, party.email, party.tel),
      role: word === "" ? undefined : roleByWords(word),
    };
  });
}

/** The party that an index names; a list of indices names its first. */
export function partyAt(parties: readonly Party[], index: unknown): Party | undefined {
  const first = Array.isArray(index) ? index[0] : index;
  return typeof first === "number" ? parties[first] : undefined;
}

/** Who a transcript's speaker is: a party by name, the one party of the role that the word stands for, or the word alone. */
export function partyBy(parties: readonly Party[], speaker: unknown): Party {
  const word = textOf(speaker).trim();
  const named = parties.find(({ name }) => name !== "" && name.toLowerCase() === word.toLowerCase());
  if (named !== undefined) return named;
  const role = roleByWords(word);
  const [only, second] = role === undefined ? [] : parties.filter(party => party.role === role);
  return only !== undefined && second === undefined && only.name !== "" ? only : { name: word, role };
}
