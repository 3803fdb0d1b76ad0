import { refusedFormat } from "./shared/refused.js";
import { no, yes } from "./shared/sniff.js";

/** ELAN's .eaf: recognised and refused. */
export const elan = refusedFormat(
  "elan",
  "ELAN annotation",
  "XML with `ANNOTATION_DOCUMENT`",
  "an export with a speaker and a text in each turn, such as CHAT or WebVTT",
  ({ text, json }) =>
    json === undefined && text.slice(0, 1_000).includes("<ANNOTATION_DOCUMENT")
      ? yes(0.99, "ANNOTATION_DOCUMENT")
      : no,
);
