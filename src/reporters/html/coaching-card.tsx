import type { ReactNode } from "react";
import type { Audit, Finding, Page } from "../../model/index.js";
import { cardOf, type Told } from "../shared/coaching.js";
import { isMiss } from "../shared/location.js";
import { sentenceOf } from "../shared/private.js";
import { findingId } from "./names.js";
import { Quote } from "./quote.js";

interface Props {
  readonly audit: Audit;
  readonly index: number;
  readonly page: Page;
}

/** The coaching card: one thing to keep, one to change, and how it may sound. */
export function CoachingCard({ audit, index, page }: Props): ReactNode {
  const { keep, change, instead } = cardOf(audit);
  if (instead !== undefined) return <p>{instead}</p>;
  return (
    <div className="moments">
      {keep && (
        <MomentCard label="Keep this" kind="keep" told={keep} audit={audit} index={index} page={page} />
      )}
      {change ? (
        <MomentCard label="Change this" kind="change" told={change} audit={audit} index={index} page={page} />
      ) : (
        audit.outcome === "pass" && <p className="moment">Nothing to change this time.</p>
      )}
    </div>
  );
}

function MomentCard({
  label,
  kind,
  told,
  audit,
  index,
  page,
}: Props & { label: string; kind: "keep" | "change"; told: Told }): ReactNode {
  const { finding, places } = told;
  const at = audit.findings.indexOf(finding);
  return (
    <section className={`moment ${kind}`}>
      <h4>
        {label}: {at < 0 ? finding.title : <a href={`#${findingId(index, at)}`}>{finding.title}</a>}
      </h4>
      {places.map(place => (
        <p key={place.turn}>
          <Quote transcript={audit.transcript} index={index} place={place} page={page} around="turn" />
        </p>
      ))}
      {isMiss(finding) && <Advice finding={finding} page={page} />}
    </section>
  );
}

/** What to do next time, and how it may sound. */
export function Advice({ finding: { coach, say }, page }: { finding: Finding; page: Page }): ReactNode {
  return (
    <>
      {coach !== "" && (
        <p>
          <span className="soft">Next time:</span> {coach}
        </p>
      )}
      {say !== undefined && page.quotes && (
        <p>
          <span className="soft">Say instead:</span> <q dir="auto">{sentenceOf(say, page)}</q>
        </p>
      )}
    </>
  );
}
