import { columnsIn, isSeconds, refusedFormat } from "./shared/refused.js";
import { no, yes } from "./shared/sniff.js";

const TYPES =
  /^(?:SEGMENT|NOSCORE|NO_RT_METADATA|LEXEME|NON-LEX|NON-SPEECH|FILLER|EDIT|IP|SU|CB|A\/P|SPEAKER|SPKR-INFO)$/;

/** NIST's RTTM: recognised and refused; its speaker lines hold no words. */
export const rttm = refusedFormat(
  "rttm",
  "NIST RTTM",
  "lines `SPEAKER file channel start duration …`",
  "a transcript with words, not speaker times alone",
  document => {
    const rows = columnsIn(document);
    const all = rows.every(
      row => TYPES.test(row[0] ?? "") && row.length >= 8 && (isSeconds(row[3]) || row[3] === "<NA>"),
    );
    return rows.length > 0 && all ? yes(0.97, "lines that begin with SPEAKER or LEXEME") : no;
  },
);
