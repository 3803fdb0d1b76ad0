import { Worker } from "node:worker_threads";
import type { Post, Reply } from "./thread.js";

/** What came of a task: a result, why there is none, or nothing where the task stays with whoever asks. */
export type Done<Task, Result> =
  | { readonly task: Task; readonly number: number; readonly result: Result }
  | { readonly task: Task; readonly number: number; readonly lost: string }
  | { readonly task: Task; readonly number: number; readonly kept: true };

/** How work is shared out. */
export interface Sharing<Task> {
  /** The module that a thread runs; it calls `serve`. */
  readonly script: URL;
  readonly count: number;
  /** What each thread is told once, beside its number. */
  readonly data: unknown;
  /** What a thread is to do; undefined for a task that stays here and keeps its place. */
  post(task: Task): unknown;
}

/** Tasks a thread may hold: one at work and one waiting, so that it never waits for us. */
const HELD = 2;
/** Tasks under way or done and not yet taken, a thread; so much may lie between the slowest and the fastest. */
const AHEAD = 4;

interface Slot<Task, Result> {
  readonly task: Task;
  readonly number: number;
  readonly done: Promise<Done<Task, Result>>;
  settle(done: Done<Task, Result>): void;
}

/**
 * Shares tasks out among threads, the next to whoever is free, and gives what came of them in the order of the tasks.
 * A thread that dies loses what it held, which is told, and another takes its place.
 */
export async function* inThreads<Task, Result>(
  tasks: AsyncIterator<Task>,
  sharing: Sharing<Task>,
): AsyncGenerator<Done<Task, Result>> {
  const crew = createCrew<Task, Result>(sharing);
  const order: Slot<Task, Result>[] = [];
  let number = 0;
  let more = true;
  // What stays here may be a stream that is gone when the next task is asked for.
  let open = true;
  try {
    while (true) {
      while (more && open && order.length < sharing.count * AHEAD) {
        const next = await tasks.next();
        more = next.done !== true;
        if (next.done === true) break;
        open = sharing.post(next.value) !== undefined;
        order.push(crew.give(next.value, number++));
      }
      const first = order.shift();
      if (first === undefined) return;
      yield await first.done;
      open ||= order.length === 0;
    }
  } finally {
    crew.dismiss();
    await tasks.return?.();
  }
}

interface Crew<Task, Result> {
  give(task: Task, number: number): Slot<Task, Result>;
  dismiss(): void;
}

interface Hand<Task, Result> {
  readonly worker: Worker;
  held: Slot<Task, Result>[];
}

function createCrew<Task, Result>(sharing: Sharing<Task>): Crew<Task, Result> {
  const waiting: Slot<Task, Result>[] = [];
  const hands = new Set<Hand<Task, Result>>();
  let hired = 0;
  let over = false;

  const busy = () => {
    for (const slot of waiting.splice(0)) {
      const free = [...hands].sort((a, b) => a.held.length - b.held.length)[0];
      if (free === undefined) slot.settle({ ...slot, lost: "no thread is left" });
      else if (free.held.length >= HELD) waiting.push(slot);
      else {
        free.held.push(slot);
        free.worker.postMessage({ number: slot.number, task: sharing.post(slot.task) } satisfies Post);
      }
    }
  };
  const hire = () => {
    const { script, data } = sharing;
    const worker = new Worker(script, {
      workerData: { thread: hired++, data },
      stdout: false,
      stderr: false,
    });
    const hand: Hand<Task, Result> = { worker, held: [] };
    hands.add(hand);
    worker.on("message", (reply: Reply) => {
      const slot = hand.held.find(one => one.number === reply.number);
      hand.held = hand.held.filter(one => one !== slot);
      slot?.settle(
        "lost" in reply ? { ...slot, lost: reply.lost } : { ...slot, result: reply.result as Result },
      );
      busy();
    });
    worker.on("error", error => gone(hand, error.message));
    worker.on("exit", code => gone(hand, `it ended with ${code}`));
  };
  const gone = (hand: Hand<Task, Result>, why: string) => {
    if (over || !hands.delete(hand)) return;
    for (const slot of hand.held) slot.settle({ ...slot, lost: why });
    // Whatever kills them one after the other would kill the next as well.
    if (hired < sharing.count * 3) hire();
    busy();
  };
  for (let i = 0; i < sharing.count; i++) hire();
  return {
    give(task, number) {
      const slot = slotOf<Task, Result>(task, number);
      if (sharing.post(task) === undefined) slot.settle({ task, number, kept: true });
      else waiting.push(slot);
      busy();
      return slot;
    },
    dismiss() {
      over = true;
      for (const { worker } of hands) void worker.terminate();
    },
  };
}

function slotOf<Task, Result>(task: Task, number: number): Slot<Task, Result> {
  let settle: (done: Done<Task, Result>) => void = () => {};
  const done = new Promise<Done<Task, Result>>(resolve => {
    settle = ({ task: _, number: __, ...rest }: Done<Task, Result>) =>
      resolve({ task, number, ...rest } as Done<Task, Result>);
  });
  return { task, number, done, settle };
}
