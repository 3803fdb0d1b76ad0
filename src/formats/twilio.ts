import type { Format, Role, Written } from "../model/index.js";
import { call, row } from "./shared/call.js";
import { dig, get, isObject, list, num, said } from "./shared/json.js";
import { roleOf, speakerLabel } from "./shared/labels.js";
import { type Notes, notes } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { seconds } from "./shared/times.js";

/** Twilio Conversational Intelligence: the sentences of a transcript, one or more pages. */
export const twilio: Format = {
  name: "twilio",
  title: "Twilio Conversational Intelligence",
  status: "documented",
  surest: 0.96,
  about: {
    recognised: "`sentences[]` with `media_channel` (or `mediaChannel`) and `transcript`",
    roles: "of the participants where they stand in the file, else channels",
    times: "start and end of each sentence, seconds as strings",
    overlap: "kept: a channel for each side",
    traps: "snake and camel case; pages in an array are joined; a page that says there are more is told",
  },

  sniff({ json }) {
    const first = sentencesOf(json)[0];
    if (!isObject(first) || first.transcript === undefined) return no;
    return (first.media_channel ?? first.mediaChannel) === undefined
      ? no
      : yes(0.96, "sentences[] with media_channel");
  },

  read({ json }) {
    const found = notes();
    const people = peopleOf(json);
    const rows = sentencesOf(json)
      .flatMap((sentence, index) => rowOf(sentence, people, `sentences[${index}]`, found))
      .sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
    const last = Array.isArray(json) ? json.at(-1) : json;
    if (said(dig(last, "meta", "next_page_url")) !== undefined) {
      found.add(
        "more-pages",
        "Unexpected last page that names a next one, expected every page of the transcript",
      );
    }
    const first = sentencesOf(json)[0];
    const id = said(get(json, "sid")) ?? said(get(first, "transcript_sid") ?? get(first, "transcriptSid"));
    return call(rows, found, {
      id,
      language: said(get(json, "language_code") ?? get(json, "languageCode")),
      overlaps: true,
    });
  },
};

function sentencesOf(json: unknown): readonly unknown[] {
  if (!Array.isArray(json)) return list(get(json, "sentences"));
  return json.flatMap(page =>
    Array.isArray(get(page, "sentences")) ? list(get(page, "sentences")) : [page],
  );
}

interface Person {
  readonly name: string;
  readonly role: Role | undefined;
}

function peopleOf(json: unknown): ReadonlyMap<number | undefined, Person> {
  const places = [
    dig(json, "channel", "participants"),
    get(json, "participants"),
    dig(json, "transcript", "channel", "participants"),
  ];
  const people = places.map(list).find(each => each.length > 0) ?? [];
  return new Map(
    people.map(each => {
      const role = said(get(each, "role"));
      const name = said(get(each, "full_name") ?? get(each, "fullName")) ?? role ?? "";
      return [
        num(get(each, "media_channel") ?? get(each, "mediaChannel") ?? get(each, "channel_participant")),
        { name, role: roleOf(role) },
      ];
    }),
  );
}

function rowOf(
  sentence: unknown,
  people: ReadonlyMap<number | undefined, Person>,
  where: string,
  found: Notes,
): readonly Written[] {
  const text = said(get(sentence, "transcript"));
  if (text === undefined) {
    found.add("lost-rows", "Unexpected sentence without `transcript`, expected its words", where);
    return [];
  }
  const channel = get(sentence, "media_channel") ?? get(sentence, "mediaChannel");
  const person = people.get(num(channel));
  const start = seconds(get(sentence, "start_time") ?? get(sentence, "startTime"));
  const end = seconds(get(sentence, "end_time") ?? get(sentence, "endTime"));
  return [
    row({ speaker: person?.name || speakerLabel(channel, "Channel"), role: person?.role, text, start, end }),
  ];
}
