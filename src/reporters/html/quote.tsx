import type { ReactNode } from "react";
import type { Page, Place, Transcript } from "../../model/index.js";
import { excerptOf } from "../../safety/index.js";
import { sentenceAround } from "../shared/evidence.js";
import { when, who } from "../shared/wording.js";
import { turnId } from "./names.js";

/** How much is quoted around the words: their sentence, or the turn as far as it is short. */
const ROOM = { sentence: 160, turn: 240 } as const;

interface Props {
  readonly transcript: Transcript;
  readonly index: number;
  readonly place: Place;
  readonly page: Page;
  readonly around: keyof typeof ROOM;
}

/** Words of the conversation with who said them and when, and the way to their turn. */
export function Quote({ transcript, index, place, page, around }: Props): ReactNode {
  const excerpt = excerptOf(transcript, place, page, ROOM[around]);
  const { before, words, after } = around === "sentence" ? sentenceAround(excerpt) : excerpt;
  return (
    <>
      <a href={`#${turnId(index, place.turn)}`}>{when(transcript, place)}</a>{" "}
      {who(transcript, place.turn, page)}
      {before + words + after !== "" && (
        <>
          :{" "}
          <q dir="auto">
            {before.trimStart()}
            <mark>{words}</mark>
            {after.trimEnd()}
          </q>
        </>
      )}
    </>
  );
}
