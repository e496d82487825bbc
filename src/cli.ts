#!/usr/bin/env node
import { main } from './cli/main.js';
import type { Parsers } from './cli/parsers.js';
import { processTerminal } from './cli/terminal.js';

const worker = new URL('./worker.js', import.meta.url);

const parsers: Parsers = {
  inThread: async (bytes) => (await import('./worker.js')).parser(bytes),
  startPool: async (options) => (await import('./batch/pool.js')).parserPool({ ...options, worker }),
};

// Not process.exit(): what is still on its way to standard output must get there.
process.exitCode = await main(process.argv.slice(2), processTerminal(), parsers);
