import { parentPort, workerData } from "node:worker_threads";

/** A task on its way to a thread. */
export interface Post {
  readonly number: number;
  readonly task: unknown;
}

/** What a thread answers. */
export type Reply =
  | { readonly number: number; readonly result: unknown }
  | { readonly number: number; readonly lost: string };

/** Does one task after the other in this thread; `start` prepares, once, with what all threads were told. */
export function serve<Data, Task, Result>(
  start: (data: Data, thread: number) => Promise<(task: Task, number: number) => Promise<Result>>,
): void {
  const { data, thread } = workerData as { readonly data: Data; readonly thread: number };
  const ready = start(data, thread);
  let before: Promise<void> = Promise.resolve();
  parentPort?.on("message", ({ number, task }: Post) => {
    before = before.then(async () => {
      const work = await ready;
      parentPort?.postMessage(await answer(() => work(task as Task, number), number));
    });
  });
}

async function answer(work: () => Promise<unknown>, number: number): Promise<Reply> {
  try {
    return { number, result: await work() };
  } catch (error) {
    return { number, lost: error instanceof Error ? error.message : String(error) };
  }
}
