export type * from "./audit.js";
export type * from "./checklist.js";
export type * from "./shelf.js";
export type * from "./transcript.js";
