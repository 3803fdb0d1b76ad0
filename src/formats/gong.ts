import type { Format, Role, Written } from "../model/index.js";
import { calls, row } from "./shared/call.js";
import { dig, get, isObject, list, num, said } from "./shared/json.js";
import { type Notes, needed, notes } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { instant, millis, seconds } from "./shared/times.js";

/** Gong's transcripts, with the parties where they were fetched too. */
export const gong: Format = {
  name: "gong",
  title: "Gong",
  status: "documented",
  about: {
    recognised: "`callTranscripts[].transcript[].sentences[]` with `speakerId`",
    roles: "of `parties[].affiliation` where it stands, else ids",
    times: "start and end of each sentence; ms or seconds, told by how long sentences are",
    overlap: "where sentences overlap",
    traps: "names need the parties of another call of the API; several calls in one file",
  },

  sniff: ({ json }) =>
    Array.isArray(get(list(get(json, "callTranscripts"))[0], "transcript"))
      ? yes(0.97, "callTranscripts[].transcript[]")
      : no,

  read({ json }) {
    const found = notes();
    const parts = list(get(json, "callTranscripts")).map(transcript => {
      const id = said(get(transcript, "callId"));
      const info = list(get(json, "calls")).find(each => said(dig(each, "metaData", "id")) === id);
      const parties =
        [transcript, info, json].map(each => list(get(each, "parties"))).find(each => each.length > 0) ?? [];
      return {
        rows: rowsOf(transcript, parties, found),
        about: { id, startedAt: instant(dig(info, "metaData", "started")) },
      };
    });
    return calls(parts, found);
  },
};

function rowsOf(transcript: unknown, parties: readonly unknown[], found: Notes): readonly Written[] {
  const people = new Map(parties.map(party => [said(get(party, "speakerId")), party]));
  const monologues = needed(transcript, "transcript", found, "callTranscripts");
  const time = inSeconds(monologues.flatMap(each => list(get(each, "sentences")))) ? seconds : millis;
  return monologues
    .flatMap(monologue => {
      const id = said(get(monologue, "speakerId"));
      const person = id === undefined ? undefined : people.get(id);
      const speaker = said(get(person, "name")) ?? id ?? "";
      return needed(monologue, "sentences", found, id).flatMap(sentence => {
        const text = said(get(sentence, "text"));
        if (text === undefined) {
          found.add("lost-rows", "Unexpected sentence without `text`, expected its words", id);
          return [];
        }
        const role = roleOf(get(person, "affiliation"));
        return [
          row({ speaker, role, text, start: time(get(sentence, "start")), end: time(get(sentence, "end")) }),
        ];
      });
    })
    .sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
}

function roleOf(affiliation: unknown): Role | undefined {
  if (affiliation === "Internal") return "agent";
  return affiliation === "External" ? "customer" : undefined;
}

/** Nobody's sentences last over a minute and a half on average: such lengths are milliseconds. */
function inSeconds(sentences: readonly unknown[]): boolean {
  const lengths = sentences.filter(isObject).flatMap(({ start, end }) => {
    const [from, to] = [num(start), num(end)];
    return from === undefined || to === undefined ? [] : [to - from];
  });
  return lengths.length > 0 && lengths.reduce((sum, length) => sum + length, 0) / lengths.length < 90;
}
