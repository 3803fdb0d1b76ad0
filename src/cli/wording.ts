import { detect } from "../engine/audit.js";
import { checksIn } from "../engine/examples.js";
import type { Entry, Paragraph } from "../gate/entries.js";
import type { Check, Checklist, Signal, Transcript, Turn } from "../model/index.js";
import type { Lexicon } from "../text/index.js";

/** Wording that customers hear again and again, found where nobody was answered yet. */
export interface Match {
  readonly check: string;
  readonly title: string;
  readonly entry?: string;
  /** 0-based offsets in the file, [from, to). */
  readonly from: number;
  readonly to: number;
  /** Of the paragraph in which it stands. */
  readonly within: readonly [from: number, to: number];
  readonly words: string;
  readonly coach: string;
  readonly say?: string;
}

/** What words alone can show → the check that says what to do about it. */
const ACTS: ReadonlyMap<string, string> = new Map([
  ["non-apology", "non-apology"],
  ["negative", "positive-language"],
  ["blame", "blame"],
  ["defensive", "defensive-language"],
]);
/** Names by which lint tells what it found. */
export const WORDINGS: readonly string[] = [...ACTS.keys()];
/** What takes the sting out of a no, anywhere in the same entry. */
const RELIEF: ReadonlySet<string> = new Set(["positive", "alternative"]);

/** Finds what words alone can show: entry by entry, each as if an agent had said it and nobody anything before. */
export function matcher(
  lexicon: Lexicon,
  checklists: readonly Checklist[],
): (entry: Entry) => readonly Match[] {
  const checks = new Map(
    checksIn(checklists.flatMap(({ checks }) => checks)).map(check => [check.id, check]),
  );
  return entry => {
    const signals = detect(asSaid(entry.paragraphs), lexicon);
    const relieved = signals.some(({ detector }) => RELIEF.has(detector));
    return signals.flatMap(signal => {
      const check = checks.get(ACTS.get(signal.detector) ?? "");
      if (check === undefined || (signal.detector === "negative" && relieved)) return [];
      return matches(signal, check, entry);
    });
  };
}

function matches(
  { detector, evidence }: Signal,
  { title, coach, say }: Check,
  entry: Entry,
): readonly Match[] {
  return evidence.slice(0, 1).flatMap(({ turn, from, to }): readonly Match[] => {
    const paragraph = entry.paragraphs[turn];
    if (paragraph === undefined) return [];
    const { text, at } = paragraph;
    const instead = say.at(-1);
    return [
      {
        check: detector,
        title,
        ...(entry.name !== undefined && { entry: entry.name }),
        from: at(from),
        to: at(to - 1) + 1,
        within: [at(0), at(text.length - 1) + 1],
        words: text.slice(from, to),
        coach,
        ...(instead !== undefined && { say: instead }),
      },
    ];
  });
}

/** Paragraphs as messages of an agent in a chat, a turn each. */
function asSaid(paragraphs: readonly Paragraph[]): Transcript {
  return {
    id: "wording",
    source: "wording",
    format: "wording",
    channel: "chat",
    overlaps: false,
    metadata: {},
    measured: [],
    turns: paragraphs.map(
      ({ text }, index): Turn => ({
        index,
        speaker: "Agent",
        role: "agent",
        kind: "speech",
        text,
        pieces: [{ utterance: index, from: 0, to: text.length }],
      }),
    ),
  };
}
