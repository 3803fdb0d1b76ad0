import { createAuditor, type Rules } from "../engine/audit.js";
import { checksIn } from "../engine/examples.js";
import type { Entry, Paragraph } from "../gate/entries.js";
import type { Check, Finding, Place, Transcript, Turn } from "../model/index.js";

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

/**
 * Finds what words alone can show: entry by entry, each as if an agent had said it and nobody anything before. The first
 * of the rules are those that ship; a list of somebody's own adds what its checks say is never to be heard, and wins
 * where it has other advice for the same.
 */
export function matcher(rules: Rules): (entry: Entry) => readonly Match[] {
  const checks = new Map(
    checksIn(rules.checklists.flatMap(list => list.checks)).map(check => [check.id, check]),
  );
  const own = createAuditor({ ...rules, checklists: rules.checklists.slice(1) });
  return entry => piecesOf(entry).flatMap(find);

  function find(entry: Entry): readonly Match[] {
    const { signals, findings } = own(asSaid(entry.paragraphs));
    const relieved = signals.some(({ detector }) => RELIEF.has(detector));
    const shipped = signals.flatMap((signal): readonly Match[] => {
      const check = checks.get(ACTS.get(signal.detector) ?? "");
      if (check === undefined || (signal.detector === "negative" && relieved)) return [];
      return matches(signal.detector, signal.evidence.slice(0, 1), check, entry);
    });
    const others = avoided(findings).flatMap(finding => {
      const check = checks.get(finding.check);
      return check ? matches(check.id, finding.evidence, check, entry) : [];
    });
    return [...shipped, ...others].toSorted((a, b) => a.from - b.from);
  }
}

/** More paragraphs than any reply has: what is longer is a book, and read a part at a time. */
const MOST_PARAGRAPHS = 200;

function piecesOf(entry: Entry): readonly Entry[] {
  const { paragraphs } = entry;
  if (paragraphs.length <= MOST_PARAGRAPHS) return [entry];
  const pieces = Math.ceil(paragraphs.length / MOST_PARAGRAPHS);
  return Array.from({ length: pieces }, (_, i) => ({
    ...entry,
    paragraphs: paragraphs.slice(i * MOST_PARAGRAPHS, (i + 1) * MOST_PARAGRAPHS),
  }));
}

const TOLD: ReadonlySet<string> = new Set(ACTS.values());

/** What should never be heard and was, also as a part of an item; what ships finds by acts, is told already. */
function avoided(findings: readonly Finding[]): readonly Finding[] {
  const all = findings.flatMap(finding => (finding.parts ? [...finding.parts] : [finding]));
  const missed = all.filter(({ avoids, verdict }) => avoids === true && verdict === "fail");
  return [...new Map(missed.map(one => [one.check, one])).values()].filter(({ check }) => !TOLD.has(check));
}

function matches(
  name: string,
  evidence: readonly Place[],
  { title, coach, say }: Check,
  entry: Entry,
): readonly Match[] {
  return evidence.flatMap(({ turn, from, to }): readonly Match[] => {
    const paragraph = entry.paragraphs[turn];
    if (paragraph === undefined) return [];
    const { text, at } = paragraph;
    const instead = say.at(-1);
    return [
      {
        check: name,
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
