export type * from "./audit.js";
export type * from "./checklist.js";
export type * from "./shelf.js";
export * from "./situation.js";
export type * from "./transcript.js";
export type * from "./trend.js";
