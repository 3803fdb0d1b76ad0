import type { Language } from "../../checklist/language.js";
import { loadRules } from "../../checklist/rules.js";
import { createAuditor, signalsIn } from "../../engine/audit.js";
import { openFile } from "../../engine/files.js";
import { readSource } from "../../engine/read.js";
import { readBytes, readText } from "../../engine/text-file.js";
import type { Audit, Hit, Place, Signal, Transcript, Turn } from "../../model/index.js";
import { clock, count, who } from "../../reporters/shared/wording.js";
import { quoteOf, terminal } from "../../safety/index.js";
import { createTalk } from "../../text/index.js";
import { complain, usage } from "../complain.js";
import type { Flags } from "../config/resolve.js";
import { BROKEN, type Ending, WELL } from "../exit.js";
import { print } from "../output.js";

/** Says everything attune saw in a file, or in one turn of it (counted from 1, as reports count). */
export async function explainFile(file: string, turn: number | undefined, flags: Flags): Promise<Ending> {
  const names = (flags.checklist as readonly string[] | undefined) ?? ["core"];
  const rules = await loadRules(names, { text: readText, bytes: readBytes });
  if (rules.problems.length > 0) {
    complain(rules.problems);
    return BROKEN;
  }
  const opened = await openFile(file, true);
  if ("problem" in opened) {
    complain([opened.problem]);
    return { ...BROKEN, problems: [opened.problem] };
  }
  const [first] = rules.checklists;
  const language = (first && rules.own.get(first)) ?? { lexicon: rules.lexicon, acts: [] };
  const auditor = createAuditor(rules);
  const agents = flags.agent as readonly string[] | undefined;
  const from = flags.from as string | undefined;
  let ending: Ending = BROKEN;
  for (const read of readSource(opened.source, {
    ...(agents && { agents }),
    ...(from !== undefined && { from }),
  })) {
    if ("problem" in read) {
      complain([read.problem]);
      continue;
    }
    const { transcript } = read;
    if (turn !== undefined && !transcript.turns[turn - 1]) {
      complain([usage(`Unexpected turn ${turn}, expected 1 to ${transcript.turns.length}`)]);
      continue;
    }
    ending = WELL;
    const seen = seenIn(transcript, language, auditor(transcript));
    await print(
      terminal`${transcript.source}: ${transcript.format}, ${transcript.channel}, ${count(transcript.turns.length, "turn")}\n`,
    );
    for (const each of transcript.turns)
      if (turn === undefined || each.index === turn - 1) await print(turnText(each, seen));
  }
  return ending;
}

interface Seen {
  readonly transcript: Transcript;
  readonly hits: readonly Hit[];
  readonly signals: readonly Signal[];
  readonly audit: Audit;
}

function seenIn(transcript: Transcript, { lexicon, acts }: Language, audit: Audit): Seen {
  const talk = createTalk(transcript, lexicon);
  return { transcript, hits: talk.all, signals: signalsIn(talk, acts), audit };
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
    const detail = Object.entries(signal.detail ?? {}).map(([name, value]) => terminal`${name} ${value}`);
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
