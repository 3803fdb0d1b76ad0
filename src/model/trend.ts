/** Lists, their versions and attune's own: figures compare only within one of these. */
export interface TrendVersion {
  /** Names and versions of the checklists: `core 1.0`. */
  readonly lists: string;
  /** Twelve digits of each list's hash. */
  readonly sha256: string;
  readonly attune: string;
  /** What differs from the version before it, in a few words; "" for the first. */
  readonly change: string;
}

/** One period by one version. */
export interface TrendPoint {
  /** First day of the period, UTC. */
  readonly from: string;
  /** Which of the trend's versions. */
  readonly version: number;
  /** Audits that could be scored, or answers other than na and unknown. */
  readonly n: number;
  /** How many of them passed. */
  readonly passed: number;
  /** How many passed in part; audits never do. */
  readonly partial: number;
  /** Mean score, one decimal; of audits alone. */
  readonly meanScore?: number;
}

/** One question over time. */
export interface TrendSeries {
  /** Id of the check; left out for the audits as a whole. */
  readonly check?: string;
  readonly checklist?: string;
  /** In order of time, then of version. */
  readonly points: readonly TrendPoint[];
}

/** An agent's audits by the newest version. */
export interface TrendAgent {
  readonly agent: string;
  readonly n: number;
  readonly passed: number;
  readonly meanScore: number | null;
}

/** What an agent had to bear on a day. */
export interface TrendLoad {
  readonly agent: string;
  readonly day: string;
  readonly conversations: number;
  /** Hostile or abusive customer turns, and the abusive among them. */
  readonly hostile: number;
  readonly abusive: number;
  /** The most of them in one conversation. */
  readonly most: number;
}

/** A check of the same conversations by an older and a newer version. */
export interface TrendShift {
  /** Left out for the audits as a whole. */
  readonly check?: string;
  readonly checklist?: string;
  /** Conversations with an answer in both. */
  readonly n: number;
  readonly passedBefore: number;
  readonly passedAfter: number;
  /** Those that pass now and did not, and the other way round. */
  readonly won: number;
  readonly lost: number;
}

/** The same conversations by two versions. */
export interface TrendComparison {
  readonly before: TrendVersion;
  readonly after: TrendVersion;
  /** Conversations that both have judged. */
  readonly conversations: number;
  readonly meanBefore: number | null;
  readonly meanAfter: number | null;
  readonly shifts: readonly TrendShift[];
}

/** What was asked of a store. */
export interface TrendQuestion {
  readonly by: "day" | "week" | "month";
  readonly agent?: string;
  readonly check?: string;
  readonly since?: string;
  readonly until?: string;
}

/** How audits went over time. */
export interface Trend {
  readonly question: TrendQuestion;
  /** Names of the checklists. */
  readonly lists: string;
  /** Other lists in the store, with their audits. */
  readonly others: readonly { readonly lists: string; readonly audits: number }[];
  readonly versions: readonly TrendVersion[];
  /** Audits counted. */
  readonly audits: number;
  /** How many of them lie on the day of the audit, because their export has no date. */
  readonly undated: number;
  readonly whole: TrendSeries;
  readonly checks: readonly TrendSeries[];
  readonly agents: readonly TrendAgent[];
  /** Days after which a break or a debrief is due, the heaviest first. */
  readonly loads: readonly TrendLoad[];
  readonly comparison?: TrendComparison;
}
