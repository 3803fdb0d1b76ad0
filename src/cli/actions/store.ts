import { terminal, terminalText } from "../../safety/index.js";
import { checkStore } from "../../store/check.js";
import { forget } from "../../store/forget.js";
import { type Seen, showStore } from "../../store/show.js";
import { cachedUnder } from "../cache/cached.js";
import { eraseUnder } from "../cache/folder.js";
import { complain } from "../complain.js";
import type { Flags } from "../config/resolve.js";
import { BROKEN, type Ending, WELL } from "../exit.js";
import { cacheRoot, today } from "../keeping.js";
import { print } from "../output.js";
import { table } from "../table.js";

/** Shows what a store holds. */
export async function storeShow({ store }: Flags): Promise<Ending> {
  const seen = showStore(String(store));
  if ("problem" in seen) return refuse(seen);
  await print(shown(String(store), seen));
  return WELL;
}

function shown(store: string, seen: Seen): string {
  const { current, older, conversations, agents, pseudonyms, first, last, segments, bytes } = seen;
  const period = first === undefined ? "" : `, ${first}${last === first ? "" : ` to ${last}`}`;
  const parts = [
    `${current} audit(s) of ${conversations} conversation(s)${period}; ${older} of older versions`,
    `${agents} agent(s) by ${pseudonyms ? "pseudonym" : "name"}; ${seen.forgotten} erasure(s) remembered`,
    `${segments} segment(s), ${bytes} bytes${seen.damaged === 0 ? "" : `; ${seen.damaged} stretch(es) that are no record: attune store check`}`,
  ];
  const lines = [terminalText(store), ...parts.map(part => `  ${terminalText(part)}`)].join("\n");
  if (seen.versions.length === 0) return `${lines}\n`;
  const rows = seen.versions.map(({ lists, attune, sha256, first: from, last: to, audits }) => [
    lists,
    sha256.slice(0, 12),
    attune,
    String(audits),
    from === to ? from : `${from} to ${to}`,
  ]);
  return `${lines}\n\n${table(["Checklist", "Hash", "attune", "Audits", "Conversations of"], rows)}`;
}

/** Reads every record and mends what can be mended; status 1 where something was lost. */
export async function storeCheck({ store }: Flags): Promise<Ending> {
  const checked = await checkStore(String(store), today());
  if ("problem" in checked) return refuse(checked);
  const { rows, torn, damaged, lines, erased } = checked;
  const found = [
    ...(torn > 0 ? [`cut off ${torn} byte(s) of a record that was never reported as written`] : []),
    ...(lines > 0
      ? [`took out ${lines} damaged record(s), ${damaged} byte(s): these audits are lost, audit again`]
      : []),
    ...(erased > 0 ? [`ended an erasure that was interrupted: ${erased} audit(s)`] : []),
  ];
  await print(terminal`${String(store)}: ${rows} audit(s), each of them whole\n`);
  for (const line of found) await print(terminal`  ${line}\n`);
  return { ...WELL, below: lines };
}

/** Erases a conversation from the store and from kept results, and says what went. */
export async function storeForget(id: string, flags: Flags): Promise<Ending> {
  const store = String(flags.store);
  const erased = await forget(store, id, { day: today() });
  if ("problem" in erased) return refuse(erased);
  const { rows, transcripts, mentions } = erased;
  const root = cacheRoot(flags);
  const kept = transcripts.reduce((sum, hash) => sum + eraseUnder(root, cachedUnder(hash)), 0);
  await print(
    transcripts.length === 0
      ? terminal`${id}: nothing of it in ${store}\n`
      : terminal`${id}: erased ${rows} audit(s) of ${transcripts.length} conversation(s) from ${store}, and ${kept} kept result(s) from the cache\n`,
  );
  if (mentions > 0)
    await print(
      terminal`  ${mentions} audit(s) of other conversations stay, although the name of their file holds ${id}\n`,
    );
  return WELL;
}

function refuse({ problem }: { readonly problem: Parameters<typeof complain>[0][number] }): Ending {
  complain([problem]);
  return BROKEN;
}
