import type { Written } from "../../model/index.js";
import { row } from "../shared/call.js";
import { dig, get, list, num, said, textOf } from "../shared/json.js";
import { speakerLabel } from "../shared/labels.js";
import { type Notes, needed } from "../shared/notes.js";
import { seconds } from "../shared/times.js";
import { joinerOf, utterances, type Word } from "../shared/words.js";

/** What all rows of one answer share. */
export interface Setting {
  /** More than one channel: the channel is part of the label. */
  readonly several: boolean;
  readonly language: string | undefined;
  readonly found: Notes;
}

/** One utterance of the answer; where its words name several speakers, one for each (a real file had 4 such in 22). */
export function utteranceRows(each: unknown, setting: Setting): readonly Written[] {
  const channel = get(each, "channel");
  const words = list(get(each, "words"));
  const speakers = new Set(words.map(word => num(get(word, "speaker"))));
  const text = said(get(each, "transcript"));
  if (speakers.size > 1 || (text === undefined && words.length > 0)) return wordRows(words, channel, setting);
  return sentenceRow(
    each,
    text,
    labelOf(channel, get(each, "speaker") ?? get(words[0], "speaker"), setting),
    setting,
  );
}

/** A channel's words, else its paragraphs, else its bare transcript: the same words stand in all three. */
export function channelRows(channel: unknown, index: number, setting: Setting): readonly Written[] {
  const best = needed(channel, "alternatives", setting.found)[0];
  const words = list(get(best, "words"));
  if (words.length > 0) return wordRows(words, index, setting);
  const paragraphs = list(dig(best, "paragraphs", "paragraphs"));
  if (paragraphs.length > 0) {
    return paragraphs.flatMap(paragraph => {
      const speaker = labelOf(index, get(paragraph, "speaker"), setting);
      return needed(paragraph, "sentences", setting.found).flatMap(each =>
        sentenceRow(each, said(get(each, "text")), speaker, setting),
      );
    });
  }
  const text = said(get(best, "transcript"));
  // An empty transcript is a silent channel; none at all is a loss.
  if (get(best, "transcript") === "") return [];
  return sentenceRow(best, text, labelOf(index, undefined, setting), setting);
}

/** The words of one final message of a live stream. */
export function messageRows(message: unknown, setting: Setting): readonly Written[] {
  const best = list(dig(message, "channel", "alternatives"))[0];
  return wordRows(needed(best, "words", setting.found), list(get(message, "channel_index"))[0], setting);
}

function sentenceRow(
  each: unknown,
  text: string | undefined,
  speaker: string,
  { found }: Setting,
): readonly Written[] {
  if (text === undefined) {
    found.add("lost-rows", "Unexpected utterance without its transcript, expected what was said");
    return [];
  }
  return [row({ speaker, text, start: seconds(get(each, "start")), end: seconds(get(each, "end")) })];
}

function wordRows(words: readonly unknown[], channel: unknown, setting: Setting): readonly Written[] {
  const spoken = words.map(
    (word): Word => ({
      text: textOf(get(word, "punctuated_word")) ?? textOf(get(word, "word")),
      speaker: labelOf(channel, get(word, "speaker"), setting),
      start: seconds(get(word, "start")),
      end: seconds(get(word, "end")),
    }),
  );
  return utterances(spoken, setting.found, joinerOf(setting.language));
}

function labelOf(channel: unknown, speaker: unknown, { several }: Setting): string {
  const who = speakerLabel(speaker);
  return several ? `${speakerLabel(channel, "Channel")} ${who}`.trim() : who;
}
