import type { Format, Measured, Written } from "../../model/index.js";
import { call, metadata, row } from "../shared/call.js";
import { roleOf } from "../shared/labels.js";
import { notes } from "../shared/notes.js";
import { no, yes } from "../shared/sniff.js";
import { type TimedText, timedText } from "./bullets.js";
import { clean } from "./clean.js";
import { headersOf, linesIn, type Person } from "./tiers.js";

/** CHAT, the transcripts of TalkBank: the one format that marks who cut whom off. */
export const chatCha: Format = {
  name: "chat-cha",
  title: "CHAT (TalkBank)",
  status: "real",
  about: {
    recognised: "`@UTF8` and `@Begin`, lines `*COD:`",
    roles: "of `@Participants`, where the role is an agent's or a customer's",
    times: "start and end of each utterance, ms, between NAK characters",
    overlap: "kept, with the marks `[>]`, `[<]`, `+<`",
    traps:
      "`+/.` is cut off by somebody else, `+//.` by oneself; tab-continued lines; codes are taken out, words stay; what is no word is an event",
  },

  sniff({ text, json }) {
    if (json !== undefined) return no;
    const head = text.slice(0, 400);
    if (/^\uFEFF?@(?:UTF8|Begin|Font|PID)\b/.test(head)) return yes(0.98, "@UTF8 or @Begin at the start");
    return /^@Participants:/m.test(head) ? yes(0.9, "@Participants") : no;
  },

  read(document) {
    const found = notes();
    const lines = linesIn(document);
    const heads = headersOf(lines);
    const marks: { readonly row: Written; readonly overlap: boolean }[] = [];
    for (const { tier, text, line } of lines) {
      if (tier.startsWith("@") || tier.startsWith("%")) continue;
      if (!tier.startsWith("*")) {
        found.add("lost-line", "Unexpected line, expected one that starts with `@`, `*`, `%` or a tab", line);
        continue;
      }
      const timed = timedText(text);
      if (timed.broken)
        found.add("lost-time", "Unexpected bullet, expected `start_end` in milliseconds", line);
      marks.push(utteranceOf(heads.people.get(tier.slice(1)) ?? { speaker: tier.slice(1) }, timed, line));
    }
    const rows = marks.map(({ row }) => row);
    return call(rows, found, {
      id: heads.id,
      language: heads.language,
      metadata: metadata({ date: heads.date }),
      measured: [...overlapsIn(marks), ...interruptionsIn(rows)],
    });
  },
};

function utteranceOf({ speaker, role }: Person, { text, start, end }: TimedText, line: number) {
  const cleaned = clean(text);
  const spoken = cleaned.text !== "";
  return {
    overlap: cleaned.overlap,
    row: row({
      speaker,
      role: roleOf(role),
      kind: spoken ? undefined : "event",
      text: spoken ? cleaned.text : `[${cleaned.events.join(", ") || "no words"}]`,
      start,
      end,
      cutOff: cleaned.cutOff && spoken ? true : undefined,
      line,
    }),
  };
}

function overlapsIn(
  marks: readonly { readonly row: Written; readonly overlap: boolean }[],
): readonly Measured[] {
  return marks
    .filter(({ overlap }) => overlap)
    .map(({ row: { start, end, role } }) => ({
      by: "CHAT",
      what: "overlap",
      ...place(start, end),
      ...(role ? { role } : {}),
    }));
}

/** The interrupter is whoever speaks next. */
function interruptionsIn(rows: readonly Written[]): readonly Measured[] {
  return rows.flatMap((cut, index): readonly Measured[] => {
    const next = cut.cutOff ? rows[index + 1] : undefined;
    if (!next || next.speaker === cut.speaker) return [];
    const role = next.role ? { role: next.role } : {};
    return [
      {
        by: "CHAT",
        what: "interruption",
        ...place(next.start ?? cut.end, undefined),
        ...role,
        value: next.speaker,
      },
    ];
  });
}

function place(start: number | undefined, end: number | undefined) {
  return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
}
