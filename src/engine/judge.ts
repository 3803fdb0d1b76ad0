import * as kinds from "../checks/index.js";
import type { Check, CheckKind, Checklist, Facts, Finding, Judgement, Transcript } from "../model/index.js";
import { combine, combineAny } from "./combine.js";
import { notAsked } from "./condition.js";
import { notEnglish } from "./language.js";
import { sayInstead } from "./say.js";
import { type Signals, sceneOf } from "./scene.js";
import { scopeLacks } from "./scope.js";
import { slotsOf } from "./slots.js";

const KINDS: ReadonlyMap<string, CheckKind> = new Map(
  Object.values(kinds).map(kind => [kind.name, kind as CheckKind]),
);

/** A conversation with what was heard in it. */
export interface Heard {
  readonly transcript: Transcript;
  readonly signals: Signals;
  readonly facts: Facts;
  /** The language it is in, where no phrases are known for it. */
  readonly foreign?: string | undefined;
}

/** Answers of a checklist to one conversation, in its order. */
export function judge(list: Checklist, heard: Heard): readonly Finding[] {
  const not = unanswerable(list, heard);
  return list.checks.map(check => find(check, list.name, heard, not));
}

/** Why nothing of a checklist has an answer here. */
function unanswerable(list: Checklist, { transcript, signals, foreign }: Heard): Judgement | undefined {
  if (foreign !== undefined) return notEnglish(foreign);
  const not = notAsked(list.appliesWhen, transcript, signals);
  return not && { ...not, evidence: [] };
}

function find(check: Check, checklist: string, heard: Heard, given?: Judgement): Finding {
  const { transcript, signals } = heard;
  const not = given ?? declined(check, heard);
  const parts = check.parts?.map(part => find(part, checklist, heard, not));
  const judgement =
    not ?? (parts ? (check.kind === "any" ? combineAny(parts) : combine(parts)) : answer(check, heard));
  const missed = judgement.verdict === "partial" || judgement.verdict === "fail";
  const worst = parts?.find(part => part.verdict === judgement.verdict);
  const say = missed
    ? (worst?.say ?? sayInstead(check.say, slotsOf(judgement, signals.all, transcript)))
    : undefined;
  const finding = findingOf(check, checklist, judgement);
  if (say !== undefined) finding.say = say;
  if (parts !== undefined) finding.parts = parts;
  return finding;
}

/** Fields still being filled in: a spread for each that may be left out costs more than the judgement. */
type Open<T> = { -readonly [K in keyof T]: T[K] };

function findingOf(check: Check, checklist: string, judgement: Judgement): Open<Finding> {
  const { verdict, message, evidence, opportunities, remark } = judgement;
  const finding: Open<Finding> = {
    verdict,
    message,
    evidence,
    check: check.id,
    checklist,
    title: check.title,
    techniques: check.techniques,
    weight: check.weight,
    autoFail: check.autoFail,
    avoids: check.avoids,
    coach: check.coach,
  };
  if (opportunities !== undefined) finding.opportunities = opportunities;
  if (remark !== undefined) finding.remark = remark;
  if (check.section !== undefined) finding.section = check.section;
  if (check.failsSection) finding.failsSection = true;
  if (check.bonus) finding.bonus = true;
  if (check.sectionWeight !== undefined) finding.sectionWeight = check.sectionWeight;
  return finding;
}

/** Why this check has no answer here, before its kind is asked. */
function declined(check: Check, { transcript, signals }: Heard): Judgement | undefined {
  const not = notAsked(check.appliesWhen, transcript, signals);
  if (not) return { ...not, evidence: [] };
  const lacks = scopeLacks(transcript, check.scope);
  return lacks === undefined ? undefined : { verdict: "unknown", message: lacks, evidence: [] };
}

function answer(check: Check, { transcript, signals, facts }: Heard): Judgement {
  const scene = sceneOf(transcript, signals, check.scope, facts);
  if (scene.turns.length === 0)
    return { verdict: "na", message: "Nothing was said where this check looks", evidence: [] };
  return KINDS.get(check.kind)!.judge(check.options, scene);
}
