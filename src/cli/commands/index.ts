export { audit } from "./audit.js";
export { baseline } from "./baseline.js";
export { checklist } from "./checklist.js";
export { config } from "./config.js";
export { explain } from "./explain.js";
export { formats } from "./formats.js";
export { init } from "./init.js";
