import { createHash } from "node:crypto";
import type { ReactNode } from "react";
import type { Breakdown, Page, Reporter } from "../../model/index.js";
import { isMiss } from "../shared/location.js";
import { OUTCOMES } from "../shared/wording.js";
import { Body, Headline } from "./conversation.js";
import { auditId } from "./names.js";
import { Overview } from "./overview.js";
import { written } from "./render.js";
import { SCRIPT } from "./script.js";
import { STYLE } from "./style.js";

/** So many conversations stand in the page as they are; the script takes the others out of their wrapping when needed. */
const AT_ONCE = 25;

/** The page in pieces; see html/index.ts. */
export const document: Reporter = {
  name: "html",
  summary: "A page to open in a browser: overview, timelines, evidence, coaching",

  open: page => `${HEAD}${written(<Skips />)}<header>${written(<Heading page={page} />)}</header>\n${MAIN}`,
  audit(audit, page, index) {
    const { outcome, score, findings } = audit;
    const missed = findings.filter(isMiss).map(({ check }) => check);
    const body = <Body audit={audit} index={index} page={page} />;
    return `${written(
      <article
        className="audit card"
        aria-labelledby={`${auditId(index)}-name`}
        data-outcome={outcome}
        data-score={score ?? ""}
        data-missed={missed.join(" ")}
      >
        <details open={index === 0}>
          <Headline audit={audit} index={index} />
          {index < AT_ONCE ? body : <noscript>{body}</noscript>}
        </details>
      </article>,
    )}\n`;
  },
  close({ problems, totals }, page) {
    const overview = <Overview problems={problems} totals={totals} page={page} />;
    const tools = totals.audits > 1 && <Tools breakdown={totals.breakdown} />;
    return `</section>\n${written(overview)}\n${written(tools)}</main>\n${FOOT}`;
  },
};

const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const POLICY = `default-src 'none'; style-src ${hash(STYLE)}; script-src ${hash(SCRIPT)}; img-src data:; base-uri 'none'; form-action 'none'`;

/** Nothing is fetched, and nothing is painted before the overview, which stands last, is there to be shown first. */
const HEAD = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="attune">
<title>Audit of conversations</title>
<link rel="icon" href="data:,">
<link rel="expect" href="#overview" blocking="render">
<style>${STYLE}</style>
</head>
<body>
`;
const MAIN = `<main>\n<section id="transcripts" class="transcripts" aria-labelledby="transcripts-name">\n<h2 id="transcripts-name">Conversations</h2>\n`;
const FOOT = `<script>${SCRIPT}</script>\n</body>\n</html>\n`;

function Skips(): ReactNode {
  return (
    <nav aria-label="Skip">
      <a className="skip" href="#overview">
        Skip to the overview
      </a>
      <a className="skip" href="#transcripts">
        Skip to the conversations
      </a>
    </nav>
  );
}

function Heading({ page: { mask, quotes } }: { page: Page }): ReactNode {
  const masked = mask
    ? "Customers’ names, numbers, addresses and secrets are masked."
    : "Personal data is not masked: treat this page like the recordings.";
  return (
    <>
      <h1>Audit of conversations</h1>
      <p className="soft">
        {quotes ? masked : "Without the words of the conversations: evidence is shown by position."}
      </p>
    </>
  );
}

/** Search and filters; hidden where there is no script to run them. */
function Tools({ breakdown }: { breakdown: Breakdown | undefined }): ReactNode {
  return (
    <search className="tools" hidden>
      <label>
        Words, names, files (in all conversations, opened or not)
        <input id="search" type="search" autoComplete="off" />
      </label>
      <Choice id="outcome" label="Outcome" all="all" among={OUTCOME_CHOICES} />
      {breakdown && (
        <Choice
          id="missed"
          label="Missed"
          all="anything or nothing"
          among={breakdown.checks.map(({ check, title }) => [check, title] as const)}
        />
      )}
      <Choice id="order" label="Order" all="as read" among={[["score", "lowest score first"]]} />
      <output id="count" htmlFor="search outcome missed" />
    </search>
  );
}

const OUTCOME_CHOICES = (["auto-fail", "fail", "pass", "not-scorable"] as const).map(
  kind => [kind, OUTCOMES[kind]] as const,
);

interface Choices {
  readonly id: string;
  readonly label: string;
  /** What is said where nothing is chosen. */
  readonly all: string;
  readonly among: readonly (readonly [value: string, name: string])[];
}

function Choice({ id, label, all, among }: Choices): ReactNode {
  return (
    <label>
      {label}
      <select id={id}>
        <option value="">{all}</option>
        {among.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
