/** The switch that renews goldens is on in one command only, and never in CI. Part of `npm run check`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../corpus.js';
import { refuseUpdateInCi } from './switch.js';

test('the switch is off under CI', () => {
  expect(refuseUpdateInCi).not.toThrow();
});

test('no command but `npm run goldens` turns it on', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const renewing = Object.keys(scripts).filter((name) => /\bUPDATE=/.test(scripts[name] ?? ''));
  expect(renewing).toEqual(['goldens']);
  const ci = readFileSync(join(ROOT, '.ci/run'), 'utf8');
  expect(ci).not.toMatch(/\bUPDATE=[^\s]|run goldens/);
});
