import type { Complaint } from "../model/index.js";
import type { KnownOf } from "./known.js";
import { wrongFact } from "./known.js";
import type { Facts, NamePattern } from "./name-pattern.js";
import type { SideFile } from "./side-file.js";

/** What file names and a side file know of conversations; the side file wins. */
export function knownOf(pattern: NamePattern | undefined, side: SideFile | undefined): KnownOf | undefined {
  if (pattern === undefined && side === undefined) return undefined;
  return ({ source, file, id, only }) => {
    const problems: Complaint[] = [];
    const named = pattern?.match(source);
    if (pattern !== undefined && named === undefined) problems.push(strangeName(pattern));
    const sound = soundFacts(named ?? new Map(), problems);
    const own = id ?? sound.get("id");
    const told = side?.find(own, only ? namesOf(source, file) : []);
    // The id in a name is that of its only conversation.
    const facts = new Map([...sound].filter(([field]) => only || field !== "id"));
    for (const [field, value] of told ?? [])
      if (wrongFact(field, value) === undefined) facts.set(field, value);
    return { facts, problems };
  };
}

/** A file by its whole name, by its own, and by that without its endings. */
function namesOf(source: string, file: string): readonly string[] {
  const name = source.slice(source.search(/[^/\\!]*$/));
  return [
    ...new Set([
      source,
      name,
      file,
      name.replace(/(?:\.[a-z0-9]{1,10}){1,3}$/i, ""),
      file.replace(/\.[^.]{1,10}$/, ""),
    ]),
  ];
}

function soundFacts(facts: Facts, problems: Complaint[]): Facts {
  const sound = new Map<string, string>();
  for (const [field, value] of facts) {
    const wrong = wrongFact(field, value);
    if (wrong === undefined) sound.set(field, value);
    else problems.push({ code: "bad-metadata", message: `${wrong} in the file name`, effect: "note" });
  }
  return sound;
}

function strangeName({ written }: NamePattern): Complaint {
  const message = `Unexpected file name, expected one like ${written} (--name-pattern)`;
  return { code: "strange-name", message, effect: "note" };
}
