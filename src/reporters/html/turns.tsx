import type { ReactNode } from "react";
import type { Audit, Finding, Page, Place, Turn } from "../../model/index.js";
import { stretchesOf } from "../../safety/index.js";
import { clock, VERDICTS, who } from "../shared/wording.js";
import { findingId, turnId } from "./names.js";

interface Mention {
  readonly finding: Finding;
  readonly at: number;
  readonly places: readonly Place[];
}

/** The conversation, turn by turn: evidence is marked, and each turn leads to the checks that rest on it. */
export function Turns({ audit, index, page }: { audit: Audit; index: number; page: Page }): ReactNode {
  const mentions = mentionsOf(audit);
  return (
    <ol className="turns">
      {audit.transcript.turns.map(turn => (
        <TurnItem
          key={turn.index}
          turn={turn}
          mentions={mentions.get(turn.index) ?? []}
          audit={audit}
          index={index}
          page={page}
        />
      ))}
    </ol>
  );
}

/** What rests on each turn: evidence, moments that called for something, and their answers. */
function mentionsOf({ findings }: Audit): ReadonlyMap<number, readonly Mention[]> {
  const mentions = new Map<number, Mention[]>();
  for (const [at, finding] of findings.entries()) {
    const places = new Map<number, Place[]>();
    for (const place of placesIn(finding)) places.set(place.turn, [...(places.get(place.turn) ?? []), place]);
    for (const [turn, here] of places)
      mentions.set(turn, [...(mentions.get(turn) ?? []), { finding, at, places: here }]);
  }
  return mentions;
}

/** Checks that did not apply rest on nothing. */
function placesIn({ verdict, evidence, opportunities = [], parts = [] }: Finding): readonly Place[] {
  if (verdict === "na" || verdict === "unknown") return [];
  const called = opportunities.flatMap(({ cue, answer }) => (answer ? [cue, answer] : [cue]));
  return [...evidence, ...called, ...parts.flatMap(placesIn)];
}

interface ItemProps {
  readonly turn: Turn;
  readonly mentions: readonly Mention[];
  readonly audit: Audit;
  readonly index: number;
  readonly page: Page;
}

const KINDS: Readonly<Record<Turn["kind"], string>> = { speech: "", note: "note", event: "event" };

function TurnItem({ turn, mentions, audit: { transcript }, index, page }: ItemProps): ReactNode {
  const places = mentions.flatMap(mention => mention.places);
  const kind = KINDS[turn.kind];
  return (
    <li id={turnId(index, turn.index)} className={kind === "" ? undefined : kind}>
      <span className="when">{turn.start === undefined ? turn.index + 1 : clock(turn.start)}</span>
      <span className={`who ${turn.role}`}>
        {who(transcript, turn.index, page)}
        {kind !== "" && ` · ${kind}`}
      </span>
      <div className="words" dir="auto">
        {stretchesOf(transcript, turn, places, page).map(({ text, marked }, i) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: stretches never move
          marked ? <mark key={i}>{text}</mark> : text,
        )}
        {mentions.length > 0 && (
          <span className="mentions" dir="ltr">
            {mentions.map(({ finding: { title, verdict }, at }) => (
              <a key={at} href={`#${findingId(index, at)}`} className={verdict}>
                {VERDICTS[verdict].sign} {title}
              </a>
            ))}
          </span>
        )}
      </div>
    </li>
  );
}
