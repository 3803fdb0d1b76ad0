import type { Place, Role, Transcript } from "./transcript.js";

/**
 * The answer to one check. `na`: nothing called for it. `unknown`: this export cannot show it.
 * Both stay out of the score.
 */
export type Verdict = "pass" | "partial" | "fail" | "na" | "unknown";

/** How an audit ended. `not-scorable`: nothing applied, or the transcript cannot be judged. */
export type Outcome = "pass" | "fail" | "auto-fail" | "not-scorable";

/** What a detector measured: an event with a place, or a figure for the whole call. */
export interface Signal {
  /** Id of the act or measure: "empathy", "interruption", "dead-air"… */
  readonly detector: string;
  /** Whose act it is. */
  readonly role?: Role;
  /** In the detector's unit (ms, 0–1, count). */
  readonly value?: number;
  readonly evidence: readonly Place[];
  /** Named particulars: the class of an interruption, the refused thing, the words that were cut. */
  readonly detail?: Readonly<Record<string, string>>;
}

/** A place where a technique was called for, and the turn that answered it, if one did. */
export interface Opportunity {
  readonly cue: Place;
  readonly answer?: Place;
}

/** What a check kind answers; weights, titles and coaching are added around it. */
export interface Judgement {
  readonly verdict: Verdict;
  /** «Expected behaviour, heard what was heard», one sentence. */
  readonly message: string;
  readonly evidence: readonly Place[];
  readonly opportunities?: readonly Opportunity[];
  /** Something worth a remark that costs nothing. */
  readonly remark?: string;
}

/** A check's answer with its place in the checklist. */
export interface Finding extends Judgement {
  /** Id of the check. */
  readonly check: string;
  readonly checklist: string;
  readonly title: string;
  readonly section?: string;
  /** Techniques asked about; one for a plain check, several for a composite item. */
  readonly techniques: readonly string[];
  readonly weight: number;
  readonly autoFail: boolean;
  /** A fail takes the points of its whole section. */
  readonly failsSection?: boolean;
  /** Raises the score and never lowers it. */
  readonly bonus?: boolean;
  /** What the checks of its section weigh together, where the section has a weight of its own. */
  readonly sectionWeight?: number;
  /** Passes by absence (`Check.avoids`); left out means no. */
  readonly avoids?: boolean;
  /** One kind sentence to the agent about next time. */
  readonly coach: string;
  /** What to say instead, in words of this conversation where they fit; only on partial and fail. */
  readonly say?: string;
  /** The parts of a composite item. */
  readonly parts?: readonly Finding[];
  /** A miss that is known and accepted, by a baseline or in the file itself: it stays in the score and gates nothing. */
  readonly accepted?: true;
  /** Why it is, where somebody wrote that down. */
  readonly acceptedBecause?: string;
}

/** Facts that are no verdicts; a figure that the export cannot show is left out. */
export interface Facts {
  readonly turns: number;
  readonly agentTurns: number;
  readonly customerTurns: number;
  readonly words: number;
  /** Milliseconds from first start to last end. */
  readonly duration?: number;
  /** Agent's share of the talk, 0–1: of speaking time where times allow, else of words. */
  readonly talkShare?: number;
  readonly talkShareBy?: "time" | "words";
  readonly [figure: string]: number | string | undefined;
}

/** A scorecard's name, version and content hash, so that a score can be defended later. */
export interface Pin {
  readonly name: string;
  readonly version: string;
  readonly sha256: string;
}

/** One of the two moments an agent reads first. */
export interface Moment {
  readonly finding: Finding;
  readonly place?: Place;
}

/** One transcript's answers and score. */
export interface Audit {
  readonly transcript: Transcript;
  readonly outcome: Outcome;
  /** 0–100, one decimal; null where nothing applied. */
  readonly score: number | null;
  readonly passMark: number;
  /** The checklist's name for such a score, where it has names. */
  readonly band?: string;
  readonly checklists: readonly Pin[];
  readonly findings: readonly Finding[];
  readonly signals: readonly Signal[];
  readonly facts: Facts;
  /** The strength to keep and the one change to make. */
  readonly keep?: Moment;
  readonly change?: Moment;
}

/** What was wrong with what we were given; never about the conversation. */
export interface Problem {
  /** File (or `-`), as the user named it. */
  readonly source: string;
  /** 1-based. */
  readonly line?: number;
  readonly column?: number;
  /** «Unexpected …, expected …». */
  readonly message: string;
  /** Stable name of the kind of problem: "empty-file", "unknown-format"… */
  readonly code: string;
  /** `unreadable`: nothing of it could be audited. `partial`: something was left out. `note`: worth knowing. */
  readonly effect: "unreadable" | "partial" | "note";
  /** The user named this input; an unreadable one makes exit status 2. */
  readonly named?: boolean;
}

/** How often a check came out how over a run. */
export interface CheckCount {
  readonly check: string;
  readonly title: string;
  readonly verdicts: Readonly<Record<Verdict, number>>;
}

/** An audit worth opening first, and why. */
export interface First {
  /** 0-based among the audits of the run. */
  readonly index: number;
  readonly source: string;
  readonly score: number | null;
  readonly why: string;
}

/** How the conversations of an agent, a team, a queue or a day came out, n with each. */
export interface GroupCount {
  readonly by: "agent" | "team" | "queue" | "day";
  readonly name: string;
  readonly audits: number;
  /** Those with a score, and of them those above the bar of their checklist. */
  readonly scored: number;
  readonly passed: number;
  readonly meanScore: number | null;
}

/** Hostile and abusive turns that an agent bore on a day (UTC; without one where the exports give none). Care is due; nobody is judged. */
export interface Burden {
  readonly agent: string;
  readonly day?: string;
  readonly conversations: number;
  /** Hostile or abusive turns, and the abusive among them. */
  readonly hostile: number;
  readonly abusive: number;
}

/** A sentence of empathy, apology or thanks that an agent says in call after call. */
export interface Boilerplate {
  readonly agent: string;
  readonly sentence: string;
  readonly conversations: number;
}

/** What a run looks like as a whole; bounded in size, however long the run. */
export interface Breakdown {
  /** Audits by score: 0 to under 10, …, 90 to 100. */
  readonly scores: readonly number[];
  readonly checks: readonly CheckCount[];
  readonly groups: readonly GroupCount[];
  readonly burdens: readonly Burden[];
  readonly boilerplate: readonly Boilerplate[];
  readonly first: readonly First[];
}

/** What a run was held to, and how it came out. */
export interface Decision {
  /** The bars, as they were given: `--min-score 70`. */
  readonly bars: readonly string[];
  /** Audits below a bar of their own. */
  readonly below: number;
  /** Each way in which the run or one of its audits missed a bar, a sentence each. */
  readonly missed: readonly string[];
  /** Checks that came out partial or failed and are not accepted. */
  readonly remarks: number;
  /** Checks that are accepted as they are. */
  readonly accepted: number;
  /** Somebody wants to know and not to fail. */
  readonly warnOnly?: true;
}

/** Counts over a run. */
export interface Totals {
  /** Conversations audited. */
  readonly audits: number;
  /** Inputs met, including those that could not be read. */
  readonly inputs: number;
  readonly skipped: number;
  readonly unreadable: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Mean of the scores that exist, one decimal; null without any. */
  readonly meanScore: number | null;
  readonly breakdown?: Breakdown;
  /** Where a bar was given or something accepted. */
  readonly decision?: Decision;
}
