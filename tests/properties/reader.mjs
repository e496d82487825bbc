/** A thread that parses hostile input by name, so that a hang can be ended. */
import { parentPort } from 'node:worker_threads';
import { runnerImport } from 'vite';

const { readHostile } = (await runnerImport(new URL('./read-hostile.ts', import.meta.url).pathname)).module;
parentPort.on('message', ({ name, size }) => parentPort.postMessage(readHostile(name, size)));
parentPort.postMessage('ready');
