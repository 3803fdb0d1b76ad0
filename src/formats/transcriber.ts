import { refusedFormat } from "./shared/refused.js";
import { no, yes } from "./shared/sniff.js";

/** Transcriber's .trs: recognised and refused. */
export const transcriber = refusedFormat(
  "transcriber",
  "Transcriber annotation",
  "XML with `Trans` and `Turn`",
  "an export with a speaker and a text in each turn, such as CHAT or WebVTT",
  ({ text, json }) =>
    json === undefined && /<(?:!DOCTYPE )?Trans[\s>]/.test(text.slice(0, 1_000)) ? yes(0.98, "Trans") : no,
);
