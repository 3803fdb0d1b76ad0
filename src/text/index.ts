export { GUARDS, type Guard, type Phrasebook, type PhrasebookMistake, type PhraseList } from "./book.js";
export { inflections } from "./inflect.js";
export { compileLexicon, type Lexicon } from "./lexicon.js";
export { findPhrases } from "./match.js";
export { likeness, PorterStemmer } from "./natural.js";
export { type PhraseMistake, parsePhrase } from "./phrase.js";
export { type Sentence, sentencesOf } from "./sentences.js";
export { createTalk } from "./talk.js";
export { newTokens, tokenise } from "./tokens.js";
