import { expect, test } from "vitest";
import { gathering } from "../../src/engine/gather.js";

const lines = (groups: readonly { readonly lines: readonly number[] }[]) => groups.map(group => group.lines);

test("conversations that lie apart are let go one after the other, the current one never", () => {
  const gathered = gathering(10);
  const gone = ["a", "a", "b", "b", "c", "c", "c"].flatMap((id, at) => gathered.add(id, {}, at + 1, 4));
  expect(lines(gone)).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(lines(gathered.rest())).toEqual([[5, 6, 7]]);
  expect([gathered.alone(), gathered.again]).toEqual([false, []]);
});

test("conversations that interleave stay together while there is room", () => {
  const gathered = gathering(100);
  const gone = ["a", "b", "a", "b"].flatMap((id, at) => gathered.add(id, {}, at + 1, 4));
  expect(gone).toEqual([]);
  expect(lines(gathered.rest())).toEqual([
    [1, 3],
    [2, 4],
  ]);
});

test("who has been quiet longest goes first", () => {
  const gathered = gathering(10);
  const gone = ["a", "b", "a"].flatMap((id, at) => gathered.add(id, {}, at + 1, 4));
  expect(lines(gone)).toEqual([[2]]);
});

test("one that comes back after it was let go begins anew, and its line is told", () => {
  const gathered = gathering(10);
  for (const [at, id] of ["a", "b", "b", "a"].entries()) gathered.add(id, {}, at + 1, 4);
  expect(gathered.again).toEqual([4]);
  expect(lines(gathered.rest()).at(-1)).toEqual([4]);
});

test("a single conversation is held whatever its size", () => {
  const gathered = gathering(10);
  const gone = [1, 2, 3, 4].flatMap(line => gathered.add("", {}, line, 9));
  expect([gone, gathered.alone(), lines(gathered.rest())]).toEqual([[], true, [[1, 2, 3, 4]]]);
});
