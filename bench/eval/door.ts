// What the figures are taken from: attune's own source, bundled as it stands.
export { loadChecklists } from "../../src/checklist/index.js";
export { interruption } from "../../src/detectors/interruption.js";
export { acknowledges } from "../../src/detectors/shared/nods.js";
export { createAuditor, detect } from "../../src/engine/audit.js";
export { readSource } from "../../src/engine/read.js";
export { json } from "../../src/reporters/json.js";
export { createTalk, sentencesOf } from "../../src/text/index.js";
export { takesUp } from "./uptake.js";
