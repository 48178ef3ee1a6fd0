import { Worker } from 'node:worker_threads';

/**
 * What a worker made of a piece of JavaScript, a function of `input`, which may load modules; null where it took longer
 * than `limit` ms and was ended.
 */
export async function inWorker<T>(code: string, input: unknown, limit: number): Promise<T | null> {
  const worker = new Worker(
    `const { parentPort, workerData } = require('node:worker_threads');
     Promise.resolve((${code})(workerData)).then((result) => parentPort.postMessage({ result }));`,
    { eval: true, workerData: input },
  );
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<T | null>((resolve, reject) => {
      timer = setTimeout(() => resolve(null), limit);
      worker.once('message', ({ result }: { readonly result: T }) => resolve(result));
      worker.once('error', reject);
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
