export { callAnalytics } from "./call-analytics.js";
export { contactLensChat } from "./contact-lens-chat/index.js";
export { contactLensVoice } from "./contact-lens-voice.js";
