import type { Role } from "../../model/index.js";

/** Kinds of customer's words that, before these nouns, name the agent's side: «customer support». */
const SIDE =
  /^(?:service|services|support|care|success|relations|experience|rep|representative|advisor|agent)$/;

const WORDS: readonly (readonly [Role, string])[] = [
  ["supervisor", "supervisor supervisors manager teamlead teamleader supervisora gerente vorgesetzter"],
  ["bot", "bot chatbot voicebot ivr robot autoattendant"],
  [
    "agent",
    "agent agents rep reps representative csr csa advisor adviser associate operator support specialist consultant therapist counsellor counselor helpdesk helper assistant technician engineer teller receptionist clerk concierge dispatcher employee staff host professional interviewer counsel agente asesor asesora operador atendente berater beraterin mitarbeiter mitarbeiterin conseiller operatore medewerker",
  ],
  [
    "customer",
    "customer customers caller client member guest user visitor patient consumer contact subscriber buyer shopper purchaser passenger policyholder cardholder cust enduser human interviewee cliente usuario usuaria kunde kundin klant utilisateur",
  ],
];

const ROLES: ReadonlyMap<string, Role> = new Map(
  WORDS.flatMap(([role, words]) => words.split(" ").map(word => [word, role] as const)),
);

const SYSTEM: ReadonlySet<string> = new Set(
  "system automated automatic notification event message chat info".split(" "),
);

/** Words of a label in lower case: parted at spaces, marks, digits and camelCase. */
export function labelWords(label: string): readonly string[] {
  const parted = label.slice(0, 200).replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2");
  return parted.toLowerCase().match(/\p{L}+/gu) ?? [];
}

/** The role that the words of a speaker's label name: «Agent 1», «Support - Ana», «CUSTOMER», «Virtual Agent»; undefined for a mere name. */
export function roleByWords(label: string): Role | undefined {
  const words = labelWords(label);
  if (words.length === 0 || words.length > 8) return undefined;
  const joined = words.join(" ");
  if (/\b(?:virtual|automated|voice|ai|digital) (?:agent|assistant|attendant)\b/.test(joined)) return "bot";
  if (/\bteam (?:lead|leader)\b|\bfloor lead\b/.test(joined)) return "supervisor";
  if (/\b(?:account|case|relationship|success|customer|client) manager\b/.test(joined)) return "agent";
  if (words.includes("system") && words.every(word => SYSTEM.has(word))) return "system";
  if (/\bend user\b/.test(joined)) return "customer";
  if (words.some((word, i) => ROLES.get(word) === "customer" && SIDE.test(words[i + 1] ?? "")))
    return "agent";
  const met = new Set(words.flatMap(word => ROLES.get(word) ?? []));
  return WORDS.map(([role]) => role).find(role => met.has(role));
}
