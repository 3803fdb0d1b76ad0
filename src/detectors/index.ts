export { alternative } from "./alternative.js";
export { apology } from "./apology.js";
export { askedAgain } from "./asked-again.js";
export { blame } from "./blame.js";
export { courtesy, goodbye, greeting, rudeCommand } from "./courtesy.js";
export { customerFeeling } from "./customer-feeling.js";
export { empathy } from "./empathy.js";
export { boundary, disengage, escalation, handover, supervisorRequest } from "./escalation.js";
export { followUp } from "./follow-up.js";
export { humour } from "./humour.js";
export { hurry } from "./hurry.js";
export { interruption } from "./interruption.js";
export { verbalCue } from "./listening.js";
export {
  badNews,
  closingOffer,
  commitment,
  middleGround,
  offerToDo,
  readBack,
  suggestion,
  thanks,
} from "./moves.js";
export { nextStep } from "./next-step.js";
export { explaining, fault, hardship, hold, request } from "./opportunities.js";
export { ownership, passingOn } from "./ownership.js";
export { positive } from "./positive.js";
export { probingQuestion } from "./probing-question.js";
export { reflection } from "./reflection.js";
export { refusal } from "./refusal.js";
export { accepted, done, gratitude, preference } from "./resolution.js";
export { situation } from "./situation.js";
export { composureLapse, defensive, personal } from "./tone.js";
