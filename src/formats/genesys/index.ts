import type { Format } from "../../model/index.js";
import { type Json, startsLike } from "../shared/chat-json.js";
import { type ChatShape, holds, readChats } from "../shared/chat-reading.js";
import { isObject } from "../shared/json.js";
import { no, yes } from "../shared/sniff.js";
import { isRecording, readRecording } from "./recording.js";
import { readTranscript } from "./transcript.js";

/** Genesys Cloud: transcripts of speech and text analytics, and the messages of recordings. */
export const genesys: Format = {
  name: "genesys",
  title: "Genesys Cloud transcript",
  status: "fixture",
  about: {
    recognised:
      "transcripts[].phrases[] with participantPurpose; recordings with messagingTranscript[] or transcript[]",
    roles: "participantPurpose, and the participants[] window where it says internal",
    times: "startTimeMs, epoch or relative; duration as number, object or ISO",
    overlap: "yes, one channel a side",
    traps:
      "internal phrases of an IVR, ACD or bot are no agent's; decoratedText before text; sentiment has gaps; several transcripts of one conversation are joined",
  },

  sniff({ json }) {
    if (!holds(json, shape)) return no;
    const phrases = isObject(json) && isTranscript(json);
    return phrases
      ? yes(0.98, "Genesys transcript: transcripts[].phrases[]")
      : yes(0.95, "Genesys recordings with their messages");
  },

  read: document => readChats(document, shape),
};

const shape: ChatShape = {
  lists: ["entities", "conversations", "transcripts"],
  is: item => isTranscript(item) || isRecording(item),
  read: item => (isTranscript(item) ? readTranscript(item) : readRecording(item)),
};

function isTranscript(item: Json): boolean {
  return startsLike(item.transcripts, one => startsLike(one.phrases, isPhrase));
}

function isPhrase(phrase: Json): boolean {
  const said = "text" in phrase || "decoratedText" in phrase;
  return said && ("participantPurpose" in phrase || "startTimeMs" in phrase || "phraseIndex" in phrase);
}
