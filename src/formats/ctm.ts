import { columnsIn, isSeconds, refusedFormat } from "./shared/refused.js";
import { no, yes } from "./shared/sniff.js";

/** NIST's CTM: recognised and refused. */
export const ctm = refusedFormat(
  "ctm",
  "NIST CTM",
  "lines `file channel start duration word`",
  "an export with a speaker and a text in each turn, such as CHAT or WebVTT",
  document => {
    const rows = columnsIn(document);
    const all = rows.every(
      row => row.length >= 5 && row.length <= 8 && isTime(row[2]) && isTime(row[3]) && !isSeconds(row[0]),
    );
    return rows.length > 1 && all ? yes(0.95, "file, channel, start, duration, word") : no;
  },
);

/** Alternatives have `*` for their times. */
function isTime(column: string | undefined): boolean {
  return column === "*" || isSeconds(column);
}
