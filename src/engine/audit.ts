import type { Language } from "../checklist/language.js";
import type { Audit, Checklist, Detector, OwnAct, Pin, Signal, Talk, Transcript } from "../model/index.js";
import { createTalk, type Lexicon } from "../text/index.js";
import { detectOwn } from "./acts.js";
import { chooseMoments } from "./coach.js";
import { factsOf } from "./facts.js";
import { judge } from "./judge.js";
import { indexSignals } from "./scene.js";
import { scoreFindings } from "./score.js";
import { DETECTORS, detectorsFor } from "./wanted.js";

/** What an auditor judges by. */
export interface Rules {
  readonly checklists: readonly Checklist[];
  readonly lexicon: Lexicon;
  /** Phrases and acts of the checklists that bring their own; the others share the lexicon above. */
  readonly own?: ReadonlyMap<Checklist, Language>;
}

/** Judges one transcript; `foreign` is its language where no phrases are known for it. */
export type Auditor = (transcript: Transcript, foreign?: string) => Audit;

/** transcript → signals → findings → score → audit. */
export function createAuditor({ checklists, lexicon, own }: Rules): Auditor {
  const pins: readonly Pin[] = checklists.map(({ name, version, sha256 }) => ({ name, version, sha256 }));
  const passMark = checklists[0]?.passMark ?? 70;
  const bands = checklists[0]?.bands ?? [];
  const shared: Language = { lexicon, acts: [] };
  const languages = checklists.map(list => own?.get(list) ?? shared);
  const wanted = detectorsFor(checklists);
  return (transcript, foreign) => {
    const heard = new Map(
      [...new Set(languages.length ? languages : [shared])].map(language => [
        language,
        indexSignals(
          foreign === undefined ? detect(transcript, language.lexicon, language.acts, wanted) : [],
        ),
      ]),
    );
    const all = together([...heard.values()].map(signals => signals.all));
    const facts = factsOf(transcript, all);
    const findings = checklists.flatMap((list, i) => {
      const signals = heard.get(languages[i] as Language)!;
      return judge(list, { transcript, signals, facts, foreign });
    });
    const scored = scoreFindings(findings, passMark);
    const band = bands.find(({ from }) => scored.score !== null && scored.score >= from);
    return {
      transcript,
      ...scored,
      passMark,
      ...(band && { band: band.name }),
      checklists: pins,
      findings,
      signals: all,
      facts,
      ...chooseMoments(transcript, findings, all),
    };
  };
}

/** All signals of a transcript that the detectors (all of them, where none are named) find, in order of place, then of detector. */
export function detect(
  transcript: Transcript,
  lexicon: Lexicon,
  own: readonly OwnAct[] = [],
  by: readonly Detector[] = DETECTORS,
): readonly Signal[] {
  return signalsIn(createTalk(transcript, lexicon), own, by);
}

/** The same of a talk in which the phrases were found already. */
export function signalsIn(
  talk: Talk,
  own: readonly OwnAct[] = [],
  by: readonly Detector[] = DETECTORS,
): readonly Signal[] {
  const found = new Map<string, Signal[]>();
  for (const detector of by)
    for (const signal of detector.detect(talk, act => found.get(act) ?? [])) {
      const list = found.get(signal.detector);
      if (list) list.push(signal);
      else found.set(signal.detector, [signal]);
    }
  return [...[...found.values()].flat(), ...detectOwn(talk, own)].sort(byPlace);
}

/** Signals heard with several sets of phrases, each once. */
function together(sets: readonly (readonly Signal[])[]): readonly Signal[] {
  const [first = [], ...others] = sets;
  if (others.length === 0) return first;
  const once = new Map(sets.flat().map(signal => [JSON.stringify(signal), signal]));
  return [...once.values()].sort(byPlace);
}

const byPlace = (a: Signal, b: Signal): number =>
  turnOf(a) - turnOf(b) ||
  (a.evidence[0]?.from ?? 0) - (b.evidence[0]?.from ?? 0) ||
  compare(a.detector, b.detector);
const turnOf = (signal: Signal): number => signal.evidence[0]?.turn ?? -1;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
