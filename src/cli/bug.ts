import type { Problem } from "../model/index.js";

/** Only bugs throw; one transcript's bug must not cost the others their audit, and never passes for success. */
export const bug = (source: string, error: unknown): Problem => ({
  source,
  named: true,
  code: "bug",
  effect: "unreadable",
  message: `Unexpected error inside attune, please report it: ${error instanceof Error ? error.message : String(error)}`,
});
