// Loaded into every thread (node --import): each of the first four dies when it hands over the n-th share it judged.
import { isMainThread, parentPort, threadId } from "node:worker_threads";

if (!isMainThread && threadId <= 4) {
  const post = parentPort.postMessage.bind(parentPort);
  let shares = 0;
  parentPort.postMessage = message => {
    if (++shares > threadId % 3) process.exit(9);
    post(message);
  };
}
