import type { Role } from "../../model/index.js";
import { said } from "./json.js";
import { roleOf } from "./labels.js";

/** Words that exports use in role fields, beside those that are roles everywhere. */
const MORE: ReadonlyMap<string, Role> = new Map([
  ...each(
    "agent",
    "admin staff employee teammate human_rep live_agent team_member support support_agent rep_user",
  ),
  ...each(
    "customer",
    "cust contact lead guest requester external_user shopper buyer patient member interviewee",
  ),
  ...each("bot", "chatbot agent_bot ai virtual_assistant automation ai_agent_bot voicebot"),
]);
/** Words that mean one thing beside some words and another beside others. */
const DEPENDS: ReadonlySet<string> = new Set("user internal external human system a v s".split(" "));
/** Agent, visitor and system, where the first two are both there; two people may be A and V. */
const LETTERS: ReadonlyMap<string, Role> = new Map([
  ["a", "agent"],
  ["v", "customer"],
  ["s", "system"],
]);
/** Who is called so is the customer, and a `user` beside them is on the staff. */
const OUTSIDE: ReadonlySet<string> = new Set(
  "contact customer lead visitor requester end_user enduser client guest caller".split(" "),
);
const STAFF: ReadonlySet<string> = new Set(
  "agent admin staff operator rep teammate employee advisor".split(" "),
);

/** The word of a role field, where it is one that names a role: lower case, with underscores. */
export function roleWord(value: unknown): string | undefined {
  const word = said(value);
  if (word === undefined || word.length > 30) return undefined;
  const bare = word.toLowerCase().replace(/[\s-]/g, "_");
  return DEPENDS.has(bare) || MORE.has(bare) || roleOf(bare) !== undefined ? bare : undefined;
}

/** What the role words of one list mean, each beside the others; `counts` says how many rows carry a word. */
export function rolesAmong(counts: ReadonlyMap<string, number>): (word: string) => Role | undefined {
  const has = (words: ReadonlySet<string>) => [...counts.keys()].some(word => words.has(word));
  const userIsStaff = counts.has("user") && has(OUTSIDE) && !has(STAFF);
  const sides = counts.has("internal") && counts.has("external");
  const answers = systemAnswers(counts);
  return word => {
    if (word === "user" && userIsStaff) return "agent";
    if (word === "system" && answers) return "agent";
    if (word === "human")
      return has(new Set(["customer", "user", "contact", "visitor"])) ? "agent" : "customer";
    if (word === "internal" || word === "external")
      return sides ? (word === "internal" ? "agent" : "customer") : undefined;
    if (word.length === 1) return counts.has("a") && counts.has("v") ? LETTERS.get(word) : undefined;
    return roleOf(word) ?? MORE.get(word);
  };
}

/** In corpora of dialogue systems the `system` is who serves: it speaks as often as the user, and nobody else does. */
function systemAnswers(counts: ReadonlyMap<string, number>): boolean {
  const system = counts.get("system") ?? 0;
  const user = counts.get("user") ?? 0;
  return counts.size === 2 && system >= 2 && user >= 2 && system * 3 >= user && user * 3 >= system;
}

function each(role: Role, words: string): readonly (readonly [string, Role])[] {
  return words.split(" ").map(word => [word, role] as const);
}
