/** The package as others get it. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { VERSION } from '../../src/index.js';

const ROOT = new URL('../../', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as {
  name: string;
  version: string;
  bin: Record<string, string>;
  exports: { '.': Record<string, string> };
};

test('the version of the parser is that of the package', () => {
  expect(VERSION).toBe(manifest.version);
});

test('the entries exist in the build', () => {
  for (const path of [...Object.values(manifest.exports['.']), ...Object.values(manifest.bin)]) {
    expect(existsSync(new URL(path, ROOT)), path).toBe(true);
  }
});

test('the package imports by its own name', () => {
  const program = `import { VERSION } from '${manifest.name}'; console.log(VERSION);`;
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: ROOT, encoding: 'utf8' });
  expect(out.trim()).toBe(VERSION);
});
