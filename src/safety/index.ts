export { maskAbout, maskAudit, maskKnown, maskKnownIn } from "./audit.js";
export { neutral, neutralLine } from "./characters.js";
export { csv, csvField, csvRow } from "./doors/csv.js";
export { github, githubProperty, githubText } from "./doors/github.js";
export { exactJson, json, jsonText, jsonWord, toJson } from "./doors/json.js";
export { markdown, markdownText } from "./doors/markdown.js";
export { html, markupText, xml } from "./doors/markup.js";
export { terminal, terminalText } from "./doors/terminal.js";
export { maskRanges, maskText, type Said } from "./mask.js";
export { rememberMasked } from "./masked.js";
export {
  type Excerpt,
  excerptOf,
  masksOf,
  quoteOf,
  rememberMasks,
  type Stretch,
  stretchesOf,
} from "./quote.js";
export type { Kind, Masked, Range } from "./ranges.js";
