import type { Language } from "../checklist/language.js";
import { dialog } from "../formats/dialog.js";
import type { Check, Checklist, Condition, Example, Finding, Transcript } from "../model/index.js";
import { createTalk } from "../text/index.js";
import { signalsIn } from "./audit.js";
import { factsOf } from "./facts.js";
import { judge } from "./judge.js";
import { indexSignals } from "./scene.js";

/** One example of a check, run. */
export interface Trial {
  readonly check: string;
  readonly example: Example;
  /** 1-based, among the check's examples of that verdict. */
  readonly number: number;
  /** What was heard; undefined where the example cannot be read. */
  readonly heard?: { readonly finding: Finding; readonly transcript: Transcript };
}

/** All examples of a checklist, run through the real engine. */
export interface Trials {
  readonly trials: readonly Trial[];
  /** Phrases that counted somewhere, as `list: phrase`. */
  readonly fired: ReadonlySet<string>;
}

/** Runs every example of every check, and of the parts of those made of others. */
export function tryExamples(list: Checklist, language: Language): Trials {
  const fired = new Set<string>();
  const trials = checksIn(list.checks).flatMap(check => {
    const counts = new Map<string, number>();
    return check.examples.map((example): Trial => {
      const key = `${example.near ?? false} ${example.verdict}`;
      const number = (counts.get(key) ?? 0) + 1;
      counts.set(key, number);
      const transcript = read(example);
      const about = { check: check.id, example, number };
      if (!transcript) return about;
      const finding = answer(check, list, transcript, language, fired);
      return { ...about, heard: { finding, transcript } };
    });
  });
  return { trials, fired };
}

/** Checks of a list, parts behind the item they belong to, each once. */
export function checksIn(checks: readonly Check[]): readonly Check[] {
  const all = checks.flatMap(check => [check, ...checksIn(check.parts ?? [])]);
  return [...new Map(all.map(check => [check.id, check])).values()];
}

function read({ lines }: Example): Transcript | undefined {
  try {
    return dialog(lines);
  } catch {
    return undefined;
  }
}

function answer(
  check: Check,
  list: Checklist,
  transcript: Transcript,
  { lexicon, acts }: Language,
  fired: Set<string>,
): Finding {
  const talk = createTalk(transcript, lexicon);
  for (const { list: name, phrase, kept } of talk.all) if (!kept) fired.add(`${name}: ${phrase}`);
  const signals = indexSignals(signalsIn(talk, acts));
  const { appliesWhen, ...rest } = check;
  const asked = { ...rest, ...(appliesWhen && { appliesWhen: appliesWhen.map(withoutMetadata) }) };
  const { name, title, version, summary, sha256, passMark } = list;
  const alone = { name, title, version, summary, sha256, passMark, checks: [asked] };
  return judge(alone, { transcript, signals, facts: factsOf(transcript, signals.all) })[0] as Finding;
}

/** Made-up conversations have no metadata. */
const withoutMetadata = ({ metadata, ...rest }: Condition): Condition => rest;
