import type { Complaint, Role } from "../model/index.js";
import { against, greetsIn, heardOf, leaningOf } from "./role-evidence.js";
import type { Cast, Voice } from "./voices.js";

/** Where the greeting that gives the agent away must stand. */
const OPENING = 3;
/** Points by which the labels must be contradicted where the greeting contradicts them too. */
const WITH_GREETING = 6;
/** Without it: of 4,500 conversations whose labels are right the farthest lies at 6 (a customer who borrows the agent's manners). */
const WITHOUT = 10;

/** Labels that call the agent customer and the customer agent, as channels mapped the wrong way round do. */
export function swapped(voices: readonly Voice[], casts: ReadonlyMap<Voice, Cast>): Complaint | undefined {
  const agents = side(voices, casts, "agent");
  const customers = side(voices, casts, "customer");
  if (agents.length === 0 || customers.length === 0 || greets(agents)) return undefined;
  const agentSaid = heardOf(agents.flatMap(({ texts }) => texts));
  const customerSaid = heardOf(customers.flatMap(({ texts }) => texts));
  const needed = greets(customers) ? WITH_GREETING : WITHOUT;
  if (against(agentSaid, customerSaid, needed) === undefined) return undefined;
  const customer = customers[0]?.speaker ?? "";
  const message = `Unexpected customer \`${customer}\` who says «${leaningOf(customerSaid).agentWords}», expected the agent to: the labels look swapped; \`--agent "${customer}"\` settles it`;
  return { code: "swapped-roles", message, effect: "unreadable" };
}

function side(voices: readonly Voice[], casts: ReadonlyMap<Voice, Cast>, role: Role): readonly Voice[] {
  return voices.filter(voice => casts.get(voice)?.role === role);
}

function greets(side: readonly Voice[]): boolean {
  return side.some(({ texts }) => greetsIn(texts.slice(0, OPENING)));
}
