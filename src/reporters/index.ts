export { json } from "./json.js";
export { jsonl } from "./jsonl.js";
export { summary } from "./summary.js";
export { terminal } from "./terminal.js";
