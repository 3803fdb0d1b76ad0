import type { ReactNode } from "react";
import type { Audit, Finding, Opportunity, Page } from "../../model/index.js";
import { acceptedBehind } from "../shared/decision.js";
import { MOST_QUOTES, placesOf, type Shown } from "../shared/evidence.js";
import { isMiss } from "../shared/location.js";
import { sentenceOf } from "../shared/private.js";
import { count, figure, VERDICTS, when } from "../shared/wording.js";
import { Advice } from "./coaching-card.js";
import { findingId, turnId } from "./names.js";
import { Quote } from "./quote.js";

interface Props {
  readonly audit: Audit;
  readonly index: number;
  readonly page: Page;
}

interface Placed {
  readonly finding: Finding;
  readonly at: number;
}

/** Every check: those that counted by section, then those left out of the score. */
export function Findings({ audit, index, page }: Props): ReactNode {
  const all = audit.findings.map((finding, at): Placed => ({ finding, at }));
  const counted = all.filter(({ finding: { verdict } }) => verdict !== "na" && verdict !== "unknown");
  const others = all.filter(placed => !counted.includes(placed));
  return (
    <>
      {sections(counted).map(([section, placed]) => (
        <section key={section}>
          <h5>{section}</h5>
          <ul className="findings">
            {placed.map(one => (
              <Full key={one.at} {...one} audit={audit} index={index} page={page} />
            ))}
          </ul>
        </section>
      ))}
      {others.length > 0 && (
        <details>
          <summary>Left out of the score: {count(others.length, "check")}</summary>
          <ul className="findings">
            {others.map(({ finding, at }) => (
              <li key={at} id={findingId(index, at)}>
                <Head finding={finding} /> <span className="soft">{sentenceOf(finding.message, page)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** In the order in which the checklist first names them. */
function sections(placed: readonly Placed[]): readonly (readonly [string, readonly Placed[]])[] {
  const grouped = new Map<string, Placed[]>();
  for (const one of placed) {
    const name = one.finding.section ?? "Checks";
    grouped.set(name, [...(grouped.get(name) ?? []), one]);
  }
  return [...grouped];
}

function Full({ finding, at, audit, index, page }: Placed & Props): ReactNode {
  const { message, remark, parts = [], opportunities = [], weight, bonus } = finding;
  const places = placesOf(finding, audit.transcript);
  return (
    <li id={findingId(index, at)}>
      <Head finding={finding} />
      {acceptedBehind(finding, page)}{" "}
      <span className="soft">
        {bonus ? "bonus" : "weight"} {figure(weight)}
      </span>
      {message !== "" && <p>{sentenceOf(message, page)}</p>}
      {parts.length > 0 && (
        <ul>
          {parts.map((part, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts never move
            <li key={i}>
              <Head finding={part} /> {sentenceOf(part.message, page)}
            </li>
          ))}
        </ul>
      )}
      {places.length > 0 && <Places places={places} audit={audit} index={index} page={page} />}
      {opportunities.length > 0 && (
        <Opportunities opportunities={opportunities} audit={audit} index={index} />
      )}
      {remark !== undefined && <p className="soft">Remark: {sentenceOf(remark, page)}</p>}
      {isMiss(finding) && <Advice finding={finding} page={page} />}
    </li>
  );
}

/** Sign, word and title of a check. */
function Head({ finding: { verdict, title, autoFail } }: { finding: Finding }): ReactNode {
  const { sign, word } = VERDICTS[verdict];
  return (
    <>
      <span className={`verdict ${verdict}`}>
        {sign} {word}
      </span>{" "}
      <strong>{title}</strong>
      {autoFail && verdict === "fail" && <span className="fail"> (decides the outcome)</span>}
    </>
  );
}

function Places({
  places,
  audit: { transcript },
  index,
  page,
}: Props & { places: readonly Shown[] }): ReactNode {
  return (
    <ul className="places">
      {places.slice(0, MOST_QUOTES).map(({ place, unanswered }) => (
        <li key={place.turn}>
          <Quote transcript={transcript} index={index} place={place} page={page} around="sentence" />
          {unanswered && <span className="soft"> (unanswered)</span>}
        </li>
      ))}
      {places.length > MOST_QUOTES && (
        <li>
          and{" "}
          {places.slice(MOST_QUOTES).map(({ place }, i) => (
            <span key={place.turn}>
              {i > 0 && ", "}
              <a href={`#${turnId(index, place.turn)}`}>{when(transcript, place)}</a>
            </span>
          ))}
        </li>
      )}
    </ul>
  );
}

/** Where the technique was called for, and where it was answered. */
function Opportunities({
  opportunities,
  audit: { transcript },
  index,
}: Omit<Props, "page"> & { opportunities: readonly Opportunity[] }): ReactNode {
  const answered = opportunities.filter(({ answer }) => answer !== undefined).length;
  return (
    <p className="soft">
      Called for {count(opportunities.length, "time")}, answered {answered}:{" "}
      {opportunities.map(({ cue, answer }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: opportunities never move
        <span key={i}>
          {i > 0 && "; "}
          <a href={`#${turnId(index, cue.turn)}`}>{when(transcript, cue)}</a>
          {answer === undefined ? (
            " unanswered"
          ) : (
            <>
              {" → "}
              <a href={`#${turnId(index, answer.turn)}`}>{when(transcript, answer)}</a>
            </>
          )}
        </span>
      ))}
    </p>
  );
}
