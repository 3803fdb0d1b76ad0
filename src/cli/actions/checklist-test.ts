import { SHIPPED } from "../../checklist/index.js";
import type { Language } from "../../checklist/language.js";
import { neverFired, wanting } from "../../engine/coverage.js";
import { type Trial, tryExamples } from "../../engine/examples.js";
import type { Checklist } from "../../model/index.js";
import { terminal } from "../../safety/index.js";
import { complain } from "../complain.js";
import type { Flags } from "../config/resolve.js";
import { BROKEN, type Ending, WELL } from "../exit.js";
import { print } from "../output.js";
import { rulesWithExamples } from "../rules.js";

/** Runs the examples of checklists and says which were not heard as expected. */
export async function checklistTest(name: string | undefined, { coverage }: Flags): Promise<Ending> {
  const { checklists, lexicon, own, problems } = await rulesWithExamples(
    name === undefined ? SHIPPED : [name],
  );
  if (problems.length > 0) {
    complain(problems);
    return BROKEN;
  }
  let below = 0;
  for (const list of checklists) {
    const language = own.get(list) ?? { lexicon, acts: [] };
    const { trials, fired } = tryExamples(list, language);
    const wrong = trials.filter(({ example, heard }) => heard?.finding.verdict !== example.verdict);
    below += wrong.length;
    await print(
      terminal`${list.name}: ${trials.length} examples, ${wrong.length === 0 ? "all" : trials.length - wrong.length} as expected\n`,
    );
    for (const trial of wrong) await print(unexpected(trial));
    if (coverage === true) await print(covered(list, language, fired));
  }
  return { ...WELL, below };
}

function unexpected({ check, example, number, heard }: Trial): string {
  const which = terminal`${check}, ${example.near ? "near miss " : ""}${example.verdict} ${number}`;
  if (!heard)
    return terminal`\n  ${which}: Unexpected line, expected a role, a colon and words: ${example.lines.join(" / ")}\n`;
  const { finding, transcript } = heard;
  const place = finding.evidence[0] ?? finding.opportunities?.[0]?.cue;
  const turn = place && transcript.turns[place.turn];
  const at = turn ? terminal` at turn ${turn.index + 1}, «${turn.text.slice(place.from, place.to)}»` : "";
  const lines = example.lines.map(line => terminal`      ${line}\n`).join("");
  return `\n  ${which}: expected ${example.verdict}, heard ${finding.verdict}${at}\n    ${terminal`${finding.message}`}\n${lines}`;
}

function covered(list: Checklist, language: Language, fired: ReadonlySet<string>): string {
  const lacking = wanting(list).map(({ check, wants }) => terminal`    ${check}: ${wants.join(", ")}\n`);
  const { phrases, of } = neverFired(list, language, fired);
  const silent = phrases.map(({ list: name, phrase }) => terminal`    ${name}: ${phrase}\n`);
  return [
    lacking.length
      ? `\n  Checks that want examples:\n${lacking.join("")}`
      : "\n  Every check has examples enough\n",
    silent.length
      ? `\n  Phrases that no example needs, ${phrases.length} of ${of}:\n${silent.join("")}`
      : `\n  Every one of ${of} phrases is needed by an example\n`,
  ].join("");
}
