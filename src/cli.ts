#!/usr/bin/env node
import { setEngine } from './cli/engine.js';
import { main } from './cli/main.js';
import type { Parsing } from './cli/parsing.js';
import { processTerminal } from './cli/terminal.js';

setEngine(process.argv[2]);

const worker = new URL('./worker.js', import.meta.url);

const parsing: Parsing = {
  inThread: { json: async (bytes) => (await import('./worker.js')).parsers.json(bytes) },
  startPool: async (options) => (await import('./batch/pool.js')).parserPool({ ...options, worker }),
};

// Not process.exit(): what is still on its way to standard output must get there.
process.exitCode = await main(process.argv.slice(2), processTerminal(), parsing);
