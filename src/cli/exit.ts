import type { Problem } from "../model/index.js";

/** What a command has to say about how it went; everything the exit status depends on. */
export interface Ending {
  /** Audits and bars that were missed; 0 when nothing was gated. */
  readonly below: number;
  /** Usage, configuration or checklist kept the command from running, or a report could not be written. */
  readonly broken: boolean;
  readonly problems: readonly Problem[];
  /** Inputs met while walking that may be unreadable before that counts; left out means any number. */
  readonly maxUnreadable?: number;
  /** Status where nothing is below the bar and something is worth a remark; left out means 0. */
  readonly remarks?: number;
}

/** A command that went well. */
export const WELL: Ending = { below: 0, broken: false, problems: [] };

/** A command that could not run. */
export const BROKEN: Ending = { below: 0, broken: true, problems: [] };

/** The one function that decides: 0 good, 1 an audit below the bar, 2 could not run. 2 wins over 1, and 1 over remarks. */
export function exitStatus({ below, broken, problems, maxUnreadable, remarks = 0 }: Ending): number {
  const unreadable = problems.filter(problem => problem.effect === "unreadable");
  const named = unreadable.some(problem => problem.named === true);
  const met = unreadable.filter(problem => problem.named !== true).length;

  if (broken || named || met > (maxUnreadable ?? Number.POSITIVE_INFINITY)) return 2;
  return below > 0 ? 1 : remarks;
}
