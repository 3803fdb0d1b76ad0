import * as kinds from "../checks/index.js";
import * as detectors from "../detectors/index.js";
import type {
  Audit,
  Check,
  CheckKind,
  Checklist,
  Detector,
  Finding,
  Judgement,
  Pin,
  Signal,
  Transcript,
} from "../model/index.js";
import { createTalk, type Lexicon } from "../text/index.js";
import { chooseMoments } from "./coach.js";
import { combine } from "./combine.js";
import { factsOf } from "./facts.js";
import { inOrder } from "./order.js";
import { sayInstead } from "./say.js";
import { indexSignals, type Signals, sceneOf } from "./scene.js";
import { scoreFindings } from "./score.js";
import { slotsOf } from "./slots.js";

const KINDS: ReadonlyMap<string, CheckKind> = new Map(
  Object.values(kinds).map(kind => [kind.name, kind as CheckKind]),
);
const DETECTORS: readonly Detector[] = inOrder(Object.values(detectors));

/** What an auditor judges by. */
export interface Rules {
  readonly checklists: readonly Checklist[];
  readonly lexicon: Lexicon;
}

/** transcript → signals → findings → score → audit. */
export function createAuditor({ checklists, lexicon }: Rules): (transcript: Transcript) => Audit {
  const pins: readonly Pin[] = checklists.map(({ name, version, sha256 }) => ({ name, version, sha256 }));
  const passMark = checklists[0]?.passMark ?? 70;
  return transcript => {
    const signals = indexSignals(detect(transcript, lexicon));
    const findings = checklists.flatMap(list =>
      list.checks.map(check => find(check, list.name, transcript, signals)),
    );
    return {
      transcript,
      ...scoreFindings(findings, passMark),
      passMark,
      checklists: pins,
      findings,
      signals: signals.all,
      facts: factsOf(transcript, signals.all),
      ...chooseMoments(transcript, findings, signals.all),
    };
  };
}

/** All signals of a transcript, in order of place, then of detector. */
export function detect(transcript: Transcript, lexicon: Lexicon): readonly Signal[] {
  const talk = createTalk(transcript, lexicon);
  const found = new Map<string, Signal[]>();
  for (const detector of DETECTORS)
    for (const signal of detector.detect(talk, act => found.get(act) ?? [])) {
      const list = found.get(signal.detector);
      if (list) list.push(signal);
      else found.set(signal.detector, [signal]);
    }
  return [...found.values()]
    .flat()
    .sort(
      (a, b) =>
        turnOf(a) - turnOf(b) ||
        (a.evidence[0]?.from ?? 0) - (b.evidence[0]?.from ?? 0) ||
        compare(a.detector, b.detector),
    );
}

const turnOf = (signal: Signal): number => signal.evidence[0]?.turn ?? -1;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function find(check: Check, checklist: string, transcript: Transcript, signals: Signals): Finding {
  const parts = check.parts?.map(part => find(part, checklist, transcript, signals));
  const judgement: Judgement = parts
    ? combine(parts)
    : KINDS.get(check.kind)!.judge(check.options, sceneOf(transcript, signals, check.scope));
  const missed = judgement.verdict === "partial" || judgement.verdict === "fail";
  const worst = parts?.find(part => part.verdict === judgement.verdict);
  const say = missed
    ? (worst?.say ?? sayInstead(check.say, slotsOf(judgement, signals.all, transcript)))
    : undefined;
  return {
    ...judgement,
    check: check.id,
    checklist,
    title: check.title,
    ...(check.section !== undefined && { section: check.section }),
    techniques: check.techniques,
    weight: check.weight,
    autoFail: check.autoFail,
    avoids: check.avoids,
    coach: check.coach,
    ...(say !== undefined && { say }),
    ...(parts && { parts }),
  };
}
