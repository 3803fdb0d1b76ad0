import type { Document, Format, Measured, Role, Written } from "../model/index.js";
import { characteristics, turnFacts } from "./shared/amazon.js";
import { call, metadata, row } from "./shared/call.js";
import { dig, get, isObject, list, said, str } from "./shared/json.js";
import { roleOf } from "./shared/labels.js";
import { type Notes, notes } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { instant, millis } from "./shared/times.js";

const BY = "Amazon Connect Contact Lens";

/** The analysed voice file of Amazon Connect Contact Lens, and its real-time segments. */
export const contactLensVoice: Format = {
  name: "contact-lens-voice",
  title: "Amazon Connect Contact Lens, voice",
  status: "fixture",
  about: {
    recognised: '`Version` "VOICE-…", `Transcript[]` with `ParticipantId` and offsets in ms',
    roles: "given: turns joined to `Participants[]` by id",
    times: "start and end, ms",
    overlap: "kept; the vendor's interruptions are kept beside",
    traps:
      "roles live in `Participants[]`; contact id and date come from the file name; raw and redacted twins share an id",
  },

  sniff({ json }) {
    const first = turnsOf(json)[0];
    if (!isObject(first) || first.BeginOffsetMillis === undefined || first.ParticipantId === undefined)
      return no;
    const version = str(get(json, "Version"));
    if (version.startsWith("VOICE-")) return yes(0.99, `Version "${version.slice(0, 20)}"`);
    const channel = get(json, "Channel");
    if (channel !== undefined && channel !== "VOICE") return no;
    return yes(0.9, "turns with ParticipantId and BeginOffsetMillis");
  },

  read(document) {
    const { json } = document;
    const found = notes();
    const roles = rolesOf(json);
    const turns = turnsOf(json);
    const measured: Measured[] = [...characteristics(json, BY)];
    const rows: Written[] = [];
    for (const [index, turn] of turns.entries()) {
      const role = roles.get(str(get(turn, "ParticipantId"))) ?? roleOf(get(turn, "ParticipantRole"));
      const read = readTurn(turn, role, `Transcript[${index}]`, found);
      if (read) rows.push(read);
      measured.push(...turnFacts(turn, BY, role));
    }
    return call(rows, found, {
      ...aboutOf(document),
      language: said(get(json, "LanguageCode")),
      overlaps: true,
      measured,
    });
  },
};

/** The turns of the file, or those of the real-time answer (`Segments[].Transcript`). */
function turnsOf(json: unknown): readonly unknown[] {
  const turns = list(get(json, "Transcript"));
  if (turns.length > 0) return turns;
  return list(get(json, "Segments"))
    .map(segment => get(segment, "Transcript"))
    .filter(isObject);
}

function rolesOf(json: unknown): ReadonlyMap<string, Role> {
  const roles = new Map<string, Role>();
  for (const participant of list(get(json, "Participants"))) {
    const role = roleOf(get(participant, "ParticipantRole"));
    if (role) roles.set(str(get(participant, "ParticipantId")), role);
  }
  return roles;
}

function readTurn(turn: unknown, role: Role | undefined, where: string, found: Notes): Written | undefined {
  const text = str(get(turn, "Content")).trim();
  if (text === "") {
    found.add("lost-rows", "Unexpected turn without `Content`, expected its words", where);
    return undefined;
  }
  const start = millis(get(turn, "BeginOffsetMillis"));
  const end = millis(get(turn, "EndOffsetMillis"));
  if (start === undefined) {
    found.add("lost-time", "Unexpected turn without a time, expected `BeginOffsetMillis`", where);
  }
  const speaker = said(get(turn, "ParticipantId")) ?? said(get(turn, "ParticipantRole")) ?? "";
  return row({ speaker, role: role ?? roleOf(speaker), text, start, end });
}

/** `<contact id>_analysis[_redacted]_2026-03-02T10:20:30Z.json`: the file does not name its contact, its name does. */
const NAME = /^([\w-]{1,80})_analysis_(?:redacted_)?(\d{4}-\d\d-\d\dT\d\d[:_-]\d\d[:_-]\d\d)/;

function aboutOf({ name, json }: Document) {
  const [, id, stamp = ""] = NAME.exec(name) ?? [];
  const content = said(dig(json, "ContentMetadata", "Output"));
  return {
    id,
    startedAt: instant(`${stamp.slice(0, 11)}${stamp.slice(11).replace(/[_-]/g, ":")}Z`),
    metadata: metadata({ contactId: id, content }),
  };
}
