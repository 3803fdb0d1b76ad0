import { columnsIn, isSeconds, refusedFormat } from "./shared/refused.js";
import { no, yes } from "./shared/sniff.js";

/** NIST's STM: recognised and refused. */
export const stm = refusedFormat(
  "stm",
  "NIST STM",
  "lines `file channel speaker start end <labels> text`",
  "an export with a speaker and a text in each turn, such as CHAT or WebVTT",
  document => {
    const rows = columnsIn(document);
    const all = rows.every(
      row =>
        row.length >= 5 &&
        !isSeconds(row[2]) &&
        isSeconds(row[3]) &&
        isSeconds(row[4]) &&
        Number(row[4]) >= Number(row[3]),
    );
    return rows.length > 0 && all ? yes(0.95, "file, channel, speaker, start, end") : no;
  },
);
