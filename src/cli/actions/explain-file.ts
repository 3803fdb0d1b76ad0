import type { Language } from "../../checklist/language.js";
import { loadRules } from "../../checklist/rules.js";
import { createAuditor, signalsIn } from "../../engine/audit.js";
import { openEach } from "../../engine/open.js";
import { type Read, type ReadOptions, readSource } from "../../engine/read.js";
import { readBytes, readText } from "../../engine/text-file.js";
import type { Audit, Hit, Place, Signal, Transcript, Turn } from "../../model/index.js";
import { clock, count, who } from "../../reporters/shared/wording.js";
import { maskAbout, maskAudit, quoteOf, terminal } from "../../safety/index.js";
import { createTalk } from "../../text/index.js";
import { complain, usage } from "../complain.js";
import type { Flags } from "../config/resolve.js";
import { BROKEN, type Ending, WELL } from "../exit.js";
import { print } from "../output.js";
import { readingPlan } from "../reading.js";

/** Says everything attune saw in a file, or in one turn of it (counted from 1, as reports count). */
export async function explainFile(file: string, turn: number | undefined, flags: Flags): Promise<Ending> {
  const names = (flags.checklist as readonly string[] | undefined) ?? ["core"];
  const rules = await loadRules(names, { text: readText, bytes: readBytes });
  if (rules.problems.length > 0) {
    complain(rules.problems);
    return BROKEN;
  }
  const { reading, problems } = await readingPlan(flags);
  if (problems.length > 0) {
    complain(problems);
    return BROKEN;
  }
  const [first] = rules.checklists;
  const language = (first && rules.own.get(first)) ?? { lexicon: rules.lexicon, acts: [] };
  const auditor = createAuditor(rules);
  let ending: Ending = BROKEN;
  for await (const read of readsOf(file, reading)) {
    if ("problem" in read) {
      complain([read.problem]);
      if (read.problem.named && ending !== WELL) ending = { ...BROKEN, problems: [read.problem] };
    } else if (
      await told(read.transcript, turn, transcript => seenIn(transcript, language, auditor(transcript)))
    )
      ending = WELL;
  }
  return ending;
}

/** All conversations of a file; of an archive those of every file in it. */
async function* readsOf(file: string, reading: ReadOptions): AsyncGenerator<Read> {
  for await (const opened of openEach(file, true, reading.limits)) {
    if ("problem" in opened) yield opened;
    else yield* readSource(opened.source, reading);
  }
}

/** Prints a conversation, or one turn of it; whether there was anything to print. */
async function told(
  transcript: Transcript,
  turn: number | undefined,
  see: (transcript: Transcript) => Seen,
): Promise<boolean> {
  const { source, format, channel, turns } = transcript;
  if (turn !== undefined && !turns[turn - 1]) {
    complain([{ ...usage(`Unexpected turn ${turn}, expected 1 to ${turns.length}`), source }]);
    return false;
  }
  const seen = see(transcript);
  await print(terminal`${source}: ${format}, ${channel}, ${count(turns.length, "turn")}\n`);
  for (const each of turns)
    if (turn === undefined || each.index === turn - 1) await print(turnText(each, seen));
  return true;
}

interface Seen {
  readonly transcript: Transcript;
  readonly hits: readonly Hit[];
  readonly signals: readonly Signal[];
  readonly audit: Audit;
}

function seenIn(transcript: Transcript, { lexicon, acts }: Language, audit: Audit): Seen {
  const talk = createTalk(transcript, lexicon);
  return { transcript, hits: talk.all, signals: signalsIn(talk, acts), audit: maskAudit(audit) };
}

const LONGEST = 60;
const PAGE = { width: 80, color: false, mask: true, quotes: true } as const;

function turnText(turn: Turn, seen: Seen): string {
  const { transcript, hits, signals, audit } = seen;
  const quote = (place: Place): string => terminal`«${quoteOf(transcript, place, PAGE)}»`;
  const here = ({ evidence }: { readonly evidence: readonly Place[] }): readonly Place[] =>
    evidence.filter(place => place.turn === turn.index);
  const acts = signals.flatMap(signal => {
    const places = here(signal);
    if (places.length === 0) return [];
    const detail = Object.entries(signal.detail ?? {}).map(
      ([name, value]) => terminal`${name} ${maskAbout(value, transcript)}`,
    );
    const value = signal.value === undefined ? [] : [String(signal.value)];
    const more = [...value, ...detail].join(", ");
    return [`    ${signal.detector}${more ? ` (${more})` : ""}: ${places.map(quote).join(" ")}\n`];
  });
  const found = hits.filter(hit => hit.turn === turn.index);
  const phrase = (hit: Hit): string => `${terminal`    ${hit.list}: ${cut(hit.phrase)}`}  ${quote(hit)}`;
  const counted = found.filter(({ kept }) => !kept).map(hit => `${phrase(hit)}\n`);
  const kept = found.filter(hit => hit.kept).map(hit => `${phrase(hit)} kept out: ${hit.kept}\n`);
  const rests = audit.findings.filter(
    finding => here(finding).length > 0 || cued(finding.opportunities, turn),
  );
  const checks = rests.map(({ check, verdict, message }) => terminal`    ${check}: ${verdict}. ${message}\n`);
  return [
    `\n${head(turn, seen)}\n  ${quote({ turn: turn.index, from: 0, to: turn.text.length })}\n`,
    block("Acts", acts),
    block("Phrases", counted),
    block("Kept out", kept),
    block("Checks that rest on it", checks),
  ].join("");
}

/** Phrases with many ways to say a thing are as long as a page. */
const cut = (phrase: string): string => (phrase.length > LONGEST ? `${phrase.slice(0, LONGEST)}…` : phrase);

const block = (title: string, lines: readonly string[]): string =>
  lines.length ? `  ${title}\n${lines.join("")}` : "";

const cued = (opportunities: Audit["findings"][number]["opportunities"], { index }: Turn): boolean =>
  (opportunities ?? []).some(({ cue, answer }) => cue.turn === index || answer?.turn === index);

function head({ index, start, end, kind, pieces }: Turn, { transcript }: Seen): string {
  const times = [start, end]
    .filter(ms => ms !== undefined)
    .map(clock)
    .join("–");
  const line = pieces[0]?.line;
  const more = [
    times,
    kind === "speech" ? "" : `${kind}, never judged`,
    line === undefined ? "" : `line ${line}`,
  ].filter(Boolean);
  return terminal`turn ${index + 1}, ${who(transcript, index, PAGE)}${more.length ? ` (${more.join(", ")})` : ""}`;
}
