import type { Role } from "../../model/index.js";
import { defined } from "./defined.js";
import { exchangeIn } from "./exchanges.js";

/** What a column of a turn-per-row table can hold. */
export type Meaning =
  | "conversation"
  | "turn"
  | "text"
  | "speaker"
  | "role"
  | "start"
  | "end"
  | "duration"
  | "kind"
  | "channel"
  | "language"
  | "agent"
  | "side"
  | "private"
  | "public"
  | "own"
  | "reply";

/** The columns of a table by meaning, and the other ones worth keeping as metadata. */
export interface Columns {
  readonly at: Readonly<Partial<Record<Meaning, number>>>;
  /** Milliseconds or seconds where a header says so («Start (ms)»). */
  readonly unit: "ms" | "s" | undefined;
  readonly kept: readonly { readonly name: string; readonly column: number }[];
  /** The name of the column that tells the direction, plain; "" where there is none. */
  readonly side: string;
  /** A column's name says that these are calls. */
  readonly called: boolean;
  /** Columns of words by who says them, where a row holds an exchange and none a text of its own. */
  readonly exchange?: { readonly sides: readonly Spoken[]; readonly alone: boolean };
}

/** A column of what one side says. */
export interface Spoken {
  readonly column: number;
  readonly role: Role;
}

/** Names of columns as exports write them, lower case, letters and digits alone; the first that is there counts. */
const SYNONYMS: readonly (readonly [Meaning, string])[] = [
  [
    "text",
    "text utterancetext utterance messagetext message messagebody content transcripttext transcript transcription body sentence phrase msg speech words dialogue dialog said comment",
  ],
  [
    "conversation",
    "conversationid convid convoid callid transcriptid contactid interactionid chatid ticketid sessionid dialogueid dialogid recordingid caseid callsid conversation call contact ticket session chat",
  ],
  [
    "turn",
    "turnnumber turnno turnnum turnindex turnid turn utteranceindex utteranceno utterancenumber utteranceid messageindex messageno messagenumber sequencenumber sequence seq lineno linenumber line index order no n",
  ],
  [
    "role",
    "speakerrole participantrole authorrole senderrole role sendertype authortype speakertype usertype participanttype actortype",
  ],
  [
    "speaker",
    "speakername speaker participantname participant sendername sender from authorname author interlocutor displayname name username who party person speakerlabel speakerid talker user participantid authorid senderid userid fromemail",
  ],
  [
    "start",
    "startms starttimems startmillis startoffsetmillis beginoffsetmillis beginms offsetms timestampms startsec startseconds starts starttime start begintime begin startoffset beginoffset in timein timecodein timestamp timecode time offset datetime createdat sentat senttime createdtime",
  ],
  [
    "end",
    "endms endtimems endmillis endoffsetmillis endsec endseconds ends endtime end endoffset out timeout timecodeout stop stoptime finish",
  ],
  ["duration", "durationms durationmillis durationsec durationseconds durations duration lengthms length"],
  ["kind", "messagetype kind eventtype rowtype type visibility"],
  ["channel", "channel medium mediatype channeltype media"],
  ["language", "language languagecode lang locale"],
  ["agent", "agentname agent"],
  [
    "side",
    "direction messagedirection inbound isinbound incoming isincoming fromcustomer iscustomer outbound outgoing isoutgoing fromagent isagent",
  ],
  ["private", "private isprivate internal isinternal"],
  ["public", "public ispublic"],
  ["own", "tweetid messageid msgid id"],
  ["reply", "inresponsetotweetid inresponsetoid inreplytoid inreplyto replytoid parentmessageid parentid"],
];

const KEPT: ReadonlySet<string> = new Set(
  "queue queuename team department skill topic category disposition product campaign site agentid date calldate".split(
    " ",
  ),
);

/** The columns of a header; undefined where no column holds a text. */
export function columnsOf(header: readonly string[]): Columns | undefined {
  const names = header.map(plain);
  const at: Partial<Record<Meaning, number>> = {};
  for (const [meaning, words] of SYNONYMS) {
    const column = first(names, words.split(" "), Object.values(at));
    if (column !== undefined) at[meaning] = column;
  }
  const pair = at.text === undefined ? exchangeIn(header) : undefined;
  if (pair !== undefined) {
    const sides = pair.sides.map(({ name, role }) => ({ column: header.indexOf(name), role }));
    const { conversation, turn, start, end, channel, language, own } = at;
    const known = defined<Partial<Record<Meaning, number>>>({
      conversation,
      turn,
      start,
      end,
      channel,
      language,
      own,
    } as never);
    return {
      at: known,
      unit: unitOf(names[start ?? -1]),
      kept: keptIn(names, header),
      side: "",
      called: isCalled(names),
      exchange: { sides, alone: pair.alone },
    };
  }
  if (at.text === undefined) return undefined;
  // A table that names only the agent's column for who speaks.
  if (
    at.speaker === undefined &&
    at.role === undefined &&
    at.agent !== undefined &&
    !names[at.agent]?.endsWith("name")
  ) {
    at.speaker = at.agent;
    delete at.agent;
  }
  return {
    at,
    unit: unitOf(names[at.start ?? -1] ?? names[at.duration ?? -1]),
    kept: keptIn(names, header),
    side: names[at.side ?? -1] ?? "",
    called: isCalled(names),
  };
}

function isCalled(names: readonly string[]): boolean {
  return names.some(name => /^(?:call|recording)(?:id|sid|uuid)?$/.test(name));
}

function keptIn(names: readonly string[], header: readonly string[]): Columns["kept"] {
  return names.flatMap((name, column) =>
    KEPT.has(name) ? [{ name: header[column]?.trim() ?? name, column }] : [],
  );
}

function first(
  names: readonly string[],
  words: readonly string[],
  taken: readonly number[],
): number | undefined {
  for (const word of words) {
    const column = names.findIndex((name, index) => name === word && !taken.includes(index));
    if (column >= 0) return column;
  }
  return undefined;
}

/** «Turn Number», "turn_number" and "turnNumber" are one name. */
function plain(name: string): string {
  return name.length > 60 ? "" : name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function unitOf(name: string | undefined): Columns["unit"] {
  if (name === undefined) return undefined;
  if (/(?:ms|millis|milliseconds)$/.test(name)) return "ms";
  return /(?:sec|secs|seconds)$|^(?:starts|durations)$/.test(name) ? "s" : undefined;
}
