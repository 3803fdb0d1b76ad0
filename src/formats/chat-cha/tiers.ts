import type { Document } from "../../model/index.js";
import { linesOf } from "../shared/cues.js";

/** One line of a CHAT file with its continuations: «*AGT:», and what follows. */
export interface Tier {
  readonly tier: string;
  readonly text: string;
  readonly line: number;
}

/** Somebody of `@Participants`. */
export interface Person {
  readonly speaker: string;
  readonly role?: string;
}

/** What the headers say of the conversation. */
export interface Headers {
  readonly people: ReadonlyMap<string, Person>;
  readonly id: string | undefined;
  readonly language: string | undefined;
  readonly date: string | undefined;
}

/** The lines of a file, those that begin with a tab joined to the one before. */
export function linesIn({ text, line: first }: Document): readonly Tier[] {
  const tiers: { tier: string; parts: string[]; line: number }[] = [];
  for (const [at, written] of linesOf(text).entries()) {
    const line = at === 0 ? written.replace("\uFEFF", "") : written;
    if (line.trim() === "") continue;
    if (/^[\t ]/.test(line)) tiers.at(-1)?.parts.push(line.trim());
    else {
      const colon = /^[@*%]/.test(line) ? line.indexOf(":") : -1;
      const head = colon > 0 && colon < 60 ? colon : line.length;
      tiers.push({ tier: line.slice(0, head), parts: [line.slice(head + 1).trim()], line: first + at });
    }
  }
  return tiers.map(({ tier, parts, line }) => ({ tier, text: parts.join(" "), line }));
}

/** ISO 639-3 codes as BCP 47 wants them: two letters where there are two. */
const LANGUAGES: ReadonlyMap<string, string> = new Map(
  "eng en,spa es,deu de,fra fr,ita it,por pt,nld nl,zho zh,jpn ja,dan da,swe sv,nor no,pol pl,rus ru,tur tr,ell el,hun hu,cat ca"
    .split(",")
    .map(pair => [pair.slice(0, 3), pair.slice(4)]),
);

/** Participants, language, date and id of a file. */
export function headersOf(lines: readonly Tier[]): Headers {
  const value = (tier: string) => lines.find(line => line.tier === tier)?.text.trim() || undefined;
  const code = value("@Languages")?.split(/[,\s]/)[0];
  return {
    people: peopleOf(value("@Participants") ?? ""),
    id: value("@Media")?.split(",")[0] ?? value("@PID"),
    language: code === undefined ? undefined : (LANGUAGES.get(code) ?? code),
    date: value("@Date"),
  };
}

/** «CHI Natasha Target_Child, MOT Mother»: code, perhaps a name, role. A role that two people share gives no name. */
function peopleOf(participants: string): ReadonlyMap<string, Person> {
  const parsed = participants.split(",").map(each => {
    const [code = "", ...rest] = each.trim().split(/\s+/);
    const role = rest.at(-1)?.replaceAll("_", " ");
    return { code, name: rest.slice(0, -1).join(" ").replaceAll("_", " "), role };
  });
  return new Map(
    parsed.map(({ code, name, role }) => {
      const alone = role !== undefined && parsed.filter(other => other.role === role).length === 1;
      return [code, { speaker: name || (alone ? role : code), ...(role === undefined ? {} : { role }) }];
    }),
  );
}
