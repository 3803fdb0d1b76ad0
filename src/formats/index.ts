export { callAnalytics } from "./call-analytics.js";
export { contactLensChat } from "./contact-lens-chat/index.js";
export { contactLensVoice } from "./contact-lens-voice.js";
export { dialogFormat as dialog } from "./dialog.js";
export { genesys } from "./genesys/index.js";
export { table } from "./table.js";
export { turnList } from "./turn-list.js";
export { webvtt } from "./webvtt.js";
