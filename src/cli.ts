#!/usr/bin/env node
import { main } from './cli/main.js';
import { processTerminal } from './cli/terminal.js';
import { parseDocument } from './parse.js';

// Not process.exit(): what is still on its way to standard output must get there.
process.exitCode = await main(process.argv.slice(2), processTerminal(), parseDocument);
