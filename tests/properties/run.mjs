/** Runs a script of this folder that is written in TypeScript: `node tests/properties/run.mjs report` */
import { runnerImport } from 'vite';

await runnerImport(new URL(`./${process.argv[2]}.ts`, import.meta.url).pathname);
