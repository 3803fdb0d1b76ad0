import type { Channel, Complaint, Conversation, Format, Problem, Role, Transcript } from "../model/index.js";
import { shallow } from "./depth.js";
import { documentsOf, type Whole } from "./documents.js";
import { failure } from "./failure.js";
import { notAConversation, tooMany, withoutSpeakers } from "./fitness.js";
import { type KnownOf, withKnown } from "./known.js";
import { LIMITS, type Limits } from "./limits.js";
import { mappedTurnLine } from "./mapped.js";
import { normalise, tidy } from "./normalise.js";
import { readDocument } from "./readings.js";
import { type Candidate, candidates, type Recognise, recogniser } from "./recognise.js";
import { castRoles } from "./roles.js";
import { fileOf, type Source } from "./source.js";
import type { Cast, Voice } from "./voices.js";

/** A transcript (and how its speakers were told apart), or what was wrong with what we were given. */
export type Read =
  | { readonly transcript: Transcript; readonly casts?: readonly Cast[] }
  | { readonly problem: Problem };

/** What the user says of the exports. */
export interface ReadOptions {
  /** Name of the format; without it each document is recognised by its content. */
  readonly from?: string;
  /** Names of agents, or words in them. */
  readonly agents?: readonly string[];
  readonly channel?: Channel;
  /** Hand over what cannot be judged too (one side alone, roles unsettled), with a problem beside it: for converting. */
  readonly unjudged?: boolean;
  /** The shelf, with formats of the user's own; left out, the shelf as it ships. */
  readonly formats?: readonly Format[];
  /** What is known of conversations from beside the exports. */
  readonly known?: KnownOf;
  /** How much one source may ask of us. */
  readonly limits?: Limits;
}

/** Reads every conversation of a source, one by one, with a problem for everything that could not be read. */
export function* readSource(source: Source, options: ReadOptions): Generator<Read> {
  const reads = readEach(source, options);
  if (source.parts === undefined || source.parts.length < 2) yield* reads;
  else yield* besideOthers(reads);
}

function* readEach(source: Source, options: ReadOptions): Generator<Read> {
  const recognise = recogniser(options.from, options.formats);
  // What a file's name says wrongly is said once, however many conversations the file holds.
  const said = new Set<string>();
  try {
    const docs = documentsOf(source, options.limits, mappedTurnLine(options.formats));
    for (const doc of shallow(docs, options.limits ?? LIMITS)) {
      if ("complaint" in doc) yield problemOf(source, doc.complaint);
      else yield* readOne(source, doc, recognise, options, said);
    }
  } catch (error) {
    yield { problem: failure(source.name, source.named, error) };
  }
}

/** A legend or a summary beside the sheets of turns is worth a note, not the whole workbook. */
function* besideOthers(reads: Iterable<Read>): Generator<Read> {
  const strange: Problem[] = [];
  let count = 0;
  for (const read of reads) {
    if ("problem" in read && read.problem.code === "unknown-format") strange.push(read.problem);
    else yield read;
    if ("transcript" in read) count++;
  }
  for (const problem of strange) yield { problem: count > 0 ? { ...problem, effect: "note" } : problem };
}

function* readOne(
  source: Source,
  doc: Whole,
  recognise: Recognise,
  options: ReadOptions,
  said: Set<string>,
): Generator<Read> {
  const { line } = doc.document;
  const { conversations, problems, format } = readDocument(doc.document, recognise);
  for (const complaint of problems) {
    // The format notes it, and nobody can judge it: one of the two is enough.
    if (complaint.code === "no-speakers" && complaint.effect === "note") continue;
    yield problemOf(source, complaint, doc.single ? undefined : line);
  }
  for (const [n, conversation] of conversations.entries()) {
    const name = `${source.name}${partOf(doc)}${conversations.length > 1 ? `#${n + 1}` : ""}`;
    const place = { source, name, format, line };
    const only = conversations.length === 1 && doc.single === true;
    const known = options.known?.({ source: source.name, file: fileOf(source), id: conversation.id, only });
    for (const complaint of known?.problems ?? []) {
      if (!said.has(complaint.message)) yield problemOf(source, complaint);
      said.add(complaint.message);
    }
    yield* readConversation(known ? withKnown(conversation, known.facts) : conversation, place, options);
  }
}

function partOf({ document, single, part }: Whole): string {
  if (part !== undefined) return `#${part}`;
  return single ? "" : `:${document.line}`;
}

/** What each format says of a source's first document, for `attune formats FILE`. */
export function recognise(source: Source): readonly Candidate[] {
  for (const doc of documentsOf(source)) if ("document" in doc) return candidates(doc.document);
  return [];
}

interface Place {
  readonly source: Source;
  readonly name: string;
  readonly format: string;
  readonly line: number;
}

function* readConversation(conversation: Conversation, place: Place, options: ReadOptions): Generator<Read> {
  const rows = tidy(conversation, options.channel);
  const problem = (complaint: Complaint): Read => conversationProblem(place, rows.rows[0]?.line, complaint);
  const endless = tooMany(rows.rows, options.limits ?? LIMITS);
  if (endless !== undefined) return yield problem(endless);
  if (rows.impossible > 0) yield problem(impossibleTimes(rows.impossible));
  const nameless = withoutSpeakers(rows.rows);
  const { voices, casts, complaint } = castRoles(rows.rows, conversation, options.agents);
  const guessed = [...casts.values()].filter(({ by }) => by === "content");
  if (guessed.length > 0 && nameless === undefined) yield problem(guess(guessed));
  const transcript = normalise(conversation, rows, row => roleIn(casts, voices.of(row)), {
    source: place.name,
    format: place.format,
  });
  const unfit = nameless ?? complaint ?? notAConversation(transcript);
  if (unfit !== undefined) yield problem(options.unjudged ? { ...unfit, effect: "note" } : unfit);
  if (unfit === undefined || options.unjudged) yield { transcript, casts: [...casts.values()] };
}

function roleIn(casts: ReadonlyMap<Voice, Cast>, voice: Voice | undefined): Role | undefined {
  return voice === undefined ? undefined : casts.get(voice)?.role;
}

function guess(casts: readonly Cast[]): Complaint {
  const whys = casts.map(
    ({ speaker, role, because, confidence }) => `\`${speaker}\` as ${role} (${because}; ${confidence})`,
  );
  const message = `Unexpected speakers without roles, took ${whys.join(", ")}; \`--agent NAME\` settles it`;
  return { code: "guessed-roles", message, effect: "note" };
}

function impossibleTimes(count: number): Complaint {
  const message = `Unexpected times of ${count} ${count === 1 ? "utterance" : "utterances"} that end before they begin or are no times, expected milliseconds in order; left out`;
  return { code: "lost-time", message, effect: "partial" };
}

/** Of several conversations in one document the problem names which; the line says the same for JSONL. */
function conversationProblem(
  { source, name, line }: Place,
  firstRow: number | undefined,
  complaint: Complaint,
): Read {
  const numbered = name.includes("#", source.name.length);
  const at = complaint.line ?? firstRow ?? line;
  return { problem: { source: numbered ? name : source.name, named: source.named, ...complaint, line: at } };
}

function problemOf(source: Source, complaint: Complaint, line?: number): Read {
  const place = complaint.line ?? line;
  return {
    problem: {
      source: source.name,
      named: source.named,
      ...complaint,
      ...(place !== undefined && { line: place }),
    },
  };
}
