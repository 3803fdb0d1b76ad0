// The yardstick process: stream a JSONL, decode and JSON.parse each line, print a count. One thread, one reused buffer.
import { closeSync, openSync, readSync } from "node:fs";

const PIECE = 1 << 20;
const fd = openSync(process.argv[2]);
let buffer = Buffer.allocUnsafe(2 * PIECE);
let kept = 0;
let lines = 0;
let turns = 0;

const take = (from, to) => {
  if (to <= from) return;
  turns += JSON.parse(buffer.utf8Slice(from, to)).turns.length;
  lines++;
};

for (;;) {
  if (buffer.length - kept < PIECE) {
    const larger = Buffer.allocUnsafe(buffer.length * 2);
    buffer.copy(larger, 0, 0, kept);
    buffer = larger;
  }
  const read = readSync(fd, buffer, kept, PIECE, null);
  const end = kept + read;
  let from = 0;
  for (let to = buffer.indexOf(10, from); to >= 0 && to < end; to = buffer.indexOf(10, from)) {
    take(from, to);
    from = to + 1;
  }
  if (read === 0) {
    take(from, end);
    break;
  }
  buffer.copyWithin(0, from, end);
  kept = end - from;
}
closeSync(fd);
console.log(lines, turns);
