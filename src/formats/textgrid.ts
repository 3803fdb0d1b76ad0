import { refusedFormat } from "./shared/refused.js";
import { no, yes } from "./shared/sniff.js";

/** Praat's TextGrid: recognised and refused. */
export const textgrid = refusedFormat(
  "textgrid",
  "Praat TextGrid",
  '`File type = "ooTextFile"`',
  "an export with a speaker and a text in each turn, such as CHAT or WebVTT",
  ({ text, json }) =>
    json === undefined && /^\uFEFF?\s{0,9}(?:File type = )?"ooTextFile/.test(text.slice(0, 60))
      ? yes(0.99, "ooTextFile")
      : no,
);
