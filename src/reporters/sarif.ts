import type { Audit, Finding, Page, Problem, Reporter } from "../model/index.js";
import { neutral, toJson } from "../safety/index.js";
import { isMiss, type Location, locationOf, placeOf } from "./shared/location.js";
import { sentenceOf } from "./shared/private.js";
import type { Plain } from "./shared/record.js";

const OPEN = `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":{"name":"attune"}},"columnKind":"utf16CodeUnits","results":[`;

/** Stands first, so that every other result can follow a comma whatever was found before it. */
const FIRST = {
  ruleId: "attune",
  kind: "informational",
  level: "none",
  message: { text: "Each result is a check that a conversation missed, wholly or in part." },
};

/** For code scanning: a result a miss, at its line. */
export const sarif: Reporter = {
  name: "sarif",
  summary: "SARIF 2.1.0: a result a miss, for code scanning",

  open: () => `${OPEN}\n${toJson(FIRST)}`,
  audit: (audit, page) =>
    audit.findings
      .filter(isMiss)
      .map(finding => `,\n${toJson(result(audit, finding, page))}`)
      .join(""),
  close({ problems }, page) {
    const executionSuccessful = problems.every(({ effect }) => effect !== "unreadable");
    const toolExecutionNotifications = problems.map(problem => notification(problem, page));
    return `\n],"invocations":[${toJson({ executionSuccessful, toolExecutionNotifications })}]}]}\n`;
  },
};

function result({ transcript }: Audit, finding: Finding, page: Page): Plain {
  const { check, checklist, title, verdict, autoFail, message, coach } = finding;
  const text = [title, sentenceOf(message, page), coach && `Next time: ${coach}`]
    .filter(part => part)
    .join(". ");
  const place = placeOf(finding);
  return {
    ruleId: `${checklist}/${check}`,
    kind: "fail",
    level: verdict === "partial" ? "note" : autoFail ? "error" : "warning",
    message: { text },
    locations: [physical(locationOf(transcript, place))],
    suppressions: finding.accepted ? [suppression(finding, page)] : undefined,
    partialFingerprints: { "conversation/v1": `${transcript.id}/${checklist}/${check}/${place?.turn ?? ""}` },
  };
}

/** Accepted by a baseline outside the file, or, with a reason, inside it. */
function suppression({ acceptedBecause }: Finding, page: Page): Plain {
  return acceptedBecause === undefined
    ? { kind: "external" }
    : { kind: "inSource", justification: sentenceOf(acceptedBecause, page) };
}

function notification(problem: Problem, page: Page): Plain {
  const { source, line, code, effect, message } = problem;
  return {
    descriptor: { id: code },
    level: { unreadable: "error", partial: "warning", note: "note" }[effect],
    message: { text: sentenceOf(message, page) },
    locations: [physical({ file: source, ...(line !== undefined && { line }) })],
  };
}

function physical({ file, line }: Location): Plain {
  const region = line === undefined ? undefined : { startLine: line };
  return { physicalLocation: { artifactLocation: { uri: uriOf(file) }, region } };
}

/** A file's name as a URI reference: relative where it was, with what URIs do not allow encoded. */
function uriOf(file: string): string {
  if (file === "-") return "stdin";
  const slashed = neutral(file).replaceAll("\\", "/");
  const encoded = slashed.split("/").map(encodeURIComponent).join("/");
  if (/^[a-z]%3A\//i.test(encoded)) return `file:///${encoded.replace("%3A", ":")}`;
  return encoded.startsWith("/") ? `file://${encoded}` : encoded;
}
