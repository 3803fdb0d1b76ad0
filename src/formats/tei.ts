import { refusedFormat } from "./shared/refused.js";
import { no, yes } from "./shared/sniff.js";

/** TEI's transcriptions of speech: recognised and refused. */
export const tei = refusedFormat(
  "tei",
  "TEI transcription",
  "XML with `TEI` or `teiCorpus`",
  "an export with a speaker and a text in each turn, such as CHAT or WebVTT",
  ({ text, json }) =>
    json === undefined && /<(?:TEI|teiCorpus)[\s>]/.test(text.slice(0, 1_000)) ? yes(0.97, "TEI") : no,
);
