/**
 * Numbers audits across threads as one thread would: what comes first in the input is numbered first. Each task waits
 * for the number at which the one before it ended, and tells where it ends itself. Two cells a task: its number, and
 * how many audits came before it.
 */
export interface Turnstile {
  /** Waits until the tasks before this one are counted, then passes on what comes after; gives the number to begin with. */
  pass(task: number, count: number): number;
  /** Tells at which number a task begins. */
  open(task: number, begins: number): void;
}

/** Far more tasks than can be under way at once. */
const CELLS = 4096;
/** A thread that is being stopped must find time to notice, ms. */
const LOOK_UP = 200;

/** Memory of a turnstile, to be handed to every thread. */
export const turnstileMemory = (): SharedArrayBuffer => new SharedArrayBuffer(CELLS * 8);

/** A turnstile over memory that threads share. */
export function createTurnstile(memory: SharedArrayBuffer): Turnstile {
  const cells = new Int32Array(memory);
  const open = (task: number, begins: number): void => {
    const at = (task % CELLS) * 2;
    Atomics.store(cells, at + 1, begins);
    // Task 0 must not find its cell open before it is: cells hold the task's number and one.
    Atomics.store(cells, at, task + 1);
    Atomics.notify(cells, at);
  };
  return {
    open,
    pass(task, count) {
      const at = (task % CELLS) * 2;
      for (let met = Atomics.load(cells, at); met !== task + 1; met = Atomics.load(cells, at))
        Atomics.wait(cells, at, met, LOOK_UP);
      const begins = Atomics.load(cells, at + 1);
      open(task + 1, begins + count);
      return begins;
    },
  };
}
