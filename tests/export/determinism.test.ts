/** The same ledger gives the same bytes, whatever the clock, the time zone and the language of the machine. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FORMATS } from '../../src/export/formats.js';
import { ROOT } from '../corpus.js';
import { corpusLedger } from './ledgers.js';

const CLI = join(ROOT, 'dist/cli.js');

const MACHINES: Record<string, string>[] = [
  { TZ: 'UTC', LANG: 'C' },
  { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' },
  { TZ: 'America/Los_Angeles', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8' },
];

/** Another clock for the process: what asks for the time gets it years later. */
const LATER = `data:text/javascript,${encodeURIComponent(`
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...args) { super(...(args.length ? args : [Real.now() + 1e11])); }
    static now() { return Real.now() + 1e11; }
  };`)}`;

test.skipIf(!existsSync(CLI)).each(FORMATS)('%s', (format) => {
  const space = corpusLedger();
  const exported = (env: Record<string, string>, ...node: string[]) => {
    const args = [...node, CLI, 'export', '--format', format, '--out', 'a'];
    execFileSync(process.execPath, args, { cwd: space.folder, env: { ...process.env, ...env }, stdio: 'ignore' });
    return createHash('sha256')
      .update(readFileSync(space.path('a')))
      .digest('hex');
  };
  const hashes = MACHINES.map((env) => exported(env));
  hashes.push(exported({}, '--import', LATER));
  expect(new Set(hashes)).toEqual(new Set(hashes.slice(0, 1)));
});
