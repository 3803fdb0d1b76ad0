import type { Page, Problem, Reporter, Totals } from "../../model/index.js";
import { sentenceOf } from "../../reporters/shared/private.js";
import { exactJson } from "../../safety/index.js";
import { seal } from "./sealed.js";
import { SHAPE, type Trace } from "./trace.js";

/** What a blob needs to end beside what every report does. */
interface End {
  readonly problems: readonly Problem[];
  readonly totals: Totals;
  readonly trace?: Trace | undefined;
}

/** A run in a file, to be merged with others into any report: a line an audit, then what the run says of itself. */
export const blob: Reporter = {
  name: "blob",
  summary: "A file of one run or shard, for attune merge",

  open: () => `${exactJson({ "attune-blob": SHAPE })}\n`,
  audit: (audit, page) => `${exactJson(seal(audit, page))}\n`,
  close({ trace }: End, page: Page) {
    if (trace === undefined) return "";
    const { problems, ...trailer } = trace.trailer();
    const masked = problems.map(([at, problem]) => [
      at,
      { ...problem, message: sentenceOf(problem.message, page) },
    ]);
    return `${exactJson({ ...trailer, problems: masked })}\n`;
  },
};
