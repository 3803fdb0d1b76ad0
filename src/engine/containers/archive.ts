import type { Problem } from "../../model/index.js";
import { failure } from "../failure.js";
import { type Opened, toSource } from "../files.js";
import { type Limits, limitReached } from "../limits.js";
import { openPieces } from "../stream.js";
import { type Archive, isOffice, type Member, membersOf } from "./members.js";
import { pullFrom } from "./pull.js";
import type { Extent } from "./zip.js";

/** Opens an archive: a source for every file in it that is one, a problem for what is none. */
export async function* openArchive(archive: Archive): AsyncGenerator<Opened> {
  const { name, named, limits, packing, extent } = archive;
  if (packing === "zip" && isOffice(extent)) return yield await openOffice(name, named, extent, limits);
  let count = 0;
  for (const member of membersOf(archive)) {
    count++;
    // What lies in an archive was met in it; the single file of a gzip was named with it.
    const own = named && member.name === name;
    if ("complaint" in member) yield { problem: { source: member.name, named: own, ...member.complaint } };
    else yield within(await openMember(member, own, limits), name, member);
  }
  if (count === 0) yield { problem: barren(name, named) };
}

async function openOffice(name: string, named: boolean, extent: Extent, limits: Limits): Promise<Opened> {
  if (extent.size <= limits.document) return toSource(name, named, extent.slice(0, extent.size), limits);
  const complaint = limitReached("document", limits, "Office document");
  return { problem: { source: name, named, ...complaint } };
}

async function openMember(
  member: Extract<Member, { file: string }>,
  named: boolean,
  limits: Limits,
): Promise<Opened> {
  const { name } = member;
  try {
    return await openPieces(name, named, pullFrom(member.chunks()), limits);
  } catch (error) {
    return { problem: failure(name, named, error) };
  }
}

function within(opened: Opened, archive: string, { file }: { readonly file: string }): Opened {
  if ("problem" in opened) return opened;
  const { source } = opened;
  return { source: { ...source, file, within: archive } };
}

function barren(source: string, named: boolean): Problem {
  const message = "Unexpected archive without files, expected at least one transcript";
  return { source, named, code: "no-transcripts", message, effect: "unreadable" };
}
