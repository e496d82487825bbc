/** A thread that reads mutations: takes a range of seeds, answers with the faults. The built parser, as users have it. */
import { parentPort, workerData } from 'node:worker_threads';
import { runnerImport } from 'vite';
import { parseDocument } from '../../dist/parse.js';

const { mutation, fault } = (await runnerImport(new URL('./mutations.ts', import.meta.url).pathname)).module;
const faults = [];
for (let seed = workerData.from; seed < workerData.to; seed += workerData.step) {
  // Where a thread hangs, the main one knows at which seed.
  Atomics.store(workerData.at, 0, seed);
  const found = fault(mutation(seed), parseDocument, seed % 10 < 2);
  if (found !== null) faults.push({ seed, found });
}
parentPort.postMessage(faults);
