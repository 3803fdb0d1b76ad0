export { inflections } from "./inflect.js";
export {
  compileLexicon,
  GUARDS,
  type Guard,
  type Lexicon,
  type Phrasebook,
  type PhrasebookMistake,
  type PhraseList,
} from "./lexicon.js";
export { findPhrases } from "./match.js";
export { likeness, PorterStemmer } from "./natural.js";
export { parsePhrase, type PhraseMistake } from "./phrase.js";
export { type Sentence, sentencesOf } from "./sentences.js";
export { createTalk } from "./talk.js";
export { newTokens, tokenise } from "./tokens.js";
