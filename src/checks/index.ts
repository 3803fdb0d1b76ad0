export { answer } from "./answer.js";
export { avoid } from "./avoid.js";
export { balance } from "./balance.js";
export { grade } from "./grade.js";
export { inform } from "./inform.js";
export { trend } from "./trend.js";
