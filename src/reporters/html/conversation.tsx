import type { ReactNode } from "react";
import type { Audit, Page } from "../../model/index.js";
import { factRows } from "../shared/facts.js";
import { isMiss } from "../shared/location.js";
import { nameOf, sentenceOf } from "../shared/private.js";
import { count, figure, OUTCOMES, scoreWords } from "../shared/wording.js";
import { CoachingCard } from "./coaching-card.js";
import { Findings } from "./findings.js";
import { auditId } from "./names.js";
import { Timeline } from "./timeline.js";
import { Turns } from "./turns.js";

interface Props {
  readonly audit: Audit;
  readonly index: number;
  readonly page: Page;
}

/** What a closed conversation shows: how it ended, and what was missed. */
export function Headline({ audit, index }: Omit<Props, "page">): ReactNode {
  const { outcome, score, findings, transcript } = audit;
  const missed = findings.filter(isMiss);
  return (
    <summary>
      <h3 id={`${auditId(index)}-name`}>
        <span className={`outcome ${outcome}`}>{OUTCOMES[outcome]}</span>{" "}
        <span className="score">{score === null ? "–" : figure(score)}</span> <bdi>{transcript.source}</bdi>
      </h3>
      <span className="soft">
        {missed.length === 0 ? "nothing missed" : `missed: ${missed.map(({ title }) => title).join(", ")}`}
      </span>
    </summary>
  );
}

/** The rest of it: coaching, timeline, turns, checks, facts. */
export function Body({ audit, index, page }: Props): ReactNode {
  return (
    <div id={auditId(index)} className="body">
      <p className="score">
        {OUTCOMES[audit.outcome]} · {scoreWords(audit)}
        {audit.band !== undefined && ` · ${audit.band}`}
      </p>
      <p className="soft">{aboutOf(audit, page)}</p>
      <CoachingCard audit={audit} index={index} page={page} />
      <h4>The conversation</h4>
      <Timeline audit={audit} index={index} page={page} />
      <Turns audit={audit} index={index} page={page} />
      <h4>Every check</h4>
      <Findings audit={audit} index={index} page={page} />
      <h4>Facts</h4>
      <dl className="facts">
        {factRows(audit.facts).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{sentenceOf(value, page)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

const CHANNELS = { voice: "Call", chat: "Chat", email: "E-mail" } as const;

function aboutOf({ transcript, facts, checklists }: Audit, page: Page): string {
  const { id, source, channel, agent, language, startedAt } = transcript;
  const parts = [
    `${CHANNELS[channel]}${source.includes(id) ? "" : ` ${id}`}`,
    ...(agent === undefined ? [] : [`agent ${nameOf(agent, page)}`]),
    ...(startedAt === undefined ? [] : [startedAt.replace("T", " ").replace(/(?:\.\d+)?Z$/, " UTC")]),
    ...(language === undefined ? [] : [language]),
    count(facts.turns, "turn"),
    `checklist ${checklists.map(({ name, version, sha256 }) => `${name} ${version} (${sha256.slice(0, 12)})`).join(", ")}`,
  ];
  return parts.join(" · ");
}
