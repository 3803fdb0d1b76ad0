import type { ReactNode } from "react";
import type { Page } from "../../model/index.js";
import { clock, lasting, who } from "../shared/wording.js";
import { FEELINGS, type Feeling } from "./feeling.js";
import type { Drawn } from "./lanes.js";
import { turnId } from "./names.js";
import { type Gap, wordsIn } from "./timing.js";

/** What the timeline draws, in figures. */
export function TimelineTable({
  audit,
  index,
  timing,
  feelings,
  page,
}: Drawn & { readonly page: Page }): ReactNode {
  const byTime = timing.by === "time";
  const turns = audit.transcript.turns.filter(turn => timing.places.has(turn.index));
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Turn</th>
          <th scope="col">Who</th>
          {byTime && <th scope="col">From</th>}
          {byTime && <th scope="col">To</th>}
          <th scope="col">Words</th>
          {timing.gaps.size > 0 && <th scope="col">Before or over it</th>}
          {feelings.size > 0 && <th scope="col">Customer’s feeling</th>}
        </tr>
      </thead>
      <tbody>
        {turns.map(turn => (
          <tr key={turn.index}>
            <td>
              <a href={`#${turnId(index, turn.index)}`}>{turn.index + 1}</a>
            </td>
            <td>{who(audit.transcript, turn.index, page)}</td>
            {byTime && <td>{turn.start === undefined ? "" : clock(turn.start)}</td>}
            {byTime && <td>{turn.end === undefined ? "" : clock(turn.end)}</td>}
            <td>{wordsIn(turn)}</td>
            {timing.gaps.size > 0 && <td>{gapWords(timing.gaps.get(turn.index))}</td>}
            {feelings.size > 0 && <td>{feelingWords(feelings.get(turn.index))}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const gapWords = (gap: Gap | undefined): string =>
  gap === undefined ? "" : `${gap.kind}, ${lasting(gap.ms)}`;
const feelingWords = (feeling: Feeling | undefined): string =>
  feeling === undefined ? "" : FEELINGS[feeling];
