// A thread of attune that dies as it is given its second task; those that take its place live on.
import { parentPort, workerData } from "node:worker_threads";

// First: a port that is listened to hands out its messages at once.
await import("../../dist/worker.js");
let tasks = 0;
parentPort.on("message", () => {
  tasks++;
  if (workerData.thread < 2 && tasks === 2) process.exit(7);
});
