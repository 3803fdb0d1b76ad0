import type { LazyReporter } from "../../model/index.js";

/** One self-contained page: an overview, then each conversation with its timeline, evidence and coaching. */
export const html: LazyReporter = {
  name: "html",
  summary: "A page to open in a browser: overview, timelines, evidence, coaching",
  // React and the charts cost start-up time that no other report should pay.
  load: async () => (await import("./document.js")).document,
};
