import { looksLikeName } from "../shared/prefix.js";
import { isRoleLike, type Lead } from "./leads.js";

/** Words before a colon that are no speaker, however often they come: notes, and what people fill into forms. */
const LABELS: ReadonlySet<string> = new Set(
  "note notes ps p.s nb example examples update edit warning tip step option reason subject re fwd fw to cc bcc http https www date time duration total price amount name first name last name full name phone phone number mobile email e-mail address postcode zip account account number order order number order id reference ref model serial number sku quantity size colour color card number booking booking reference status result error question answer summary".split(
    " ",
  ),
);
const PHRASES: ReadonlySet<string> = new Set([
  "first name",
  "last name",
  "full name",
  "phone number",
  "account number",
  "order number",
  "order id",
  "serial number",
  "card number",
  "booking reference",
]);

/** More labels than these in a text whose every line has one are a form that somebody filled in. */
const MOST_LED = 6;

/** The names among the beginnings of lines: a word for a role, a name with a time beside it, or one that comes again. */
export function namesIn(leads: readonly (Lead | undefined)[], lines: number): ReadonlySet<string> {
  const met = new Map<string, { times: number; marked: number; tight: number }>();
  for (const lead of leads) {
    if (lead === undefined || lead.name === "") continue;
    const name = met.get(lead.name) ?? { times: 0, marked: 0, tight: 0 };
    if (name.times === 0) met.set(lead.name, name);
    name.times++;
    if (lead.marked && lead.start !== undefined) name.marked++;
    if (lead.tight) name.tight++;
  }
  // Words that follow a colon without a space count only behind a word for a role.
  const seen = [...met].flatMap(([name, { times, marked, tight }]) => {
    const loose = tight > 0 && !isRoleLike(name) ? times - tight : times;
    return loose === 0 || isLabel(name) ? [] : [[name, { times: loose, marked }] as const];
  });
  const covered = seen.reduce((sum, [name, { times }]) => (looksLikeName(name) ? sum + times : sum), 0);
  const mostly = covered >= 2 && covered >= lines * 0.5;
  const led = everyLineIsLed(seen, lines);
  const asked = ["Q", "A"].every(name => seen.some(([other]) => other === name));
  const names = seen
    .filter(
      ([name, { times, marked }]) =>
        counts(name, times, marked, mostly) || (led && times >= 2) || (asked && /^[QA]$/.test(name)),
    )
    .map(([name]) => name);
  return new Set(names);
}

/** Nearly every line begins with one of a few words that come again: then these are people, however they are written. */
function everyLineIsLed(
  seen: readonly (readonly [string, { readonly times: number }])[],
  lines: number,
): boolean {
  const again = seen.filter(([, { times }]) => times >= 2);
  const covered = again.reduce((sum, [, { times }]) => sum + times, 0);
  return again.length >= 2 && again.length <= MOST_LED && covered >= lines * 0.9 && lines >= 4;
}

function counts(name: string, times: number, marked: number, mostly: boolean): boolean {
  if (isRoleLike(name) || marked > 0) return true;
  if (looksLikeName(name)) return times >= 2 || mostly;
  return times >= 3 && !/\s/.test(name);
}

function isLabel(name: string): boolean {
  const lower = name.toLowerCase();
  return LABELS.has(lower) || PHRASES.has(lower);
}
