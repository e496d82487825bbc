/** Every command and option of the command line stands in README.md. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../corpus.js';
import { readmeText } from './readme.js';

const help = (...args: string[]) =>
  execFileSync(process.execPath, [join(ROOT, 'dist/cli.js'), ...args, '--help'], { encoding: 'utf8' });

const commands = [...help().matchAll(/^ {2}([a-z]+) \[options\]/gm)].map(([, name = '']) => name);

test('the commands are there', () => {
  expect(commands).toEqual(['extract', 'parse', 'units']);
  for (const command of commands) expect(readmeText()).toContain(`npx taizhang ${command} --help`);
});

test.each(['', ...commands])('the options of taizhang %s', (command) => {
  const options = [...help(...command.split(' ').filter(Boolean)).matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)];
  expect(options.length).toBeGreaterThan(1);
  for (const [, option = ''] of options) expect(readmeText()).toContain(option);
});

test('the exit statuses are there', () => {
  const statuses = [...help().matchAll(/^ {2}(\d) {2}\S/gm)].map(([, status]) => status);
  expect(statuses).toEqual(['0', '1', '2', '3']);
  for (const status of statuses) expect(readmeText()).toMatch(new RegExp(`^\\| ${status} \\|`, 'm'));
});
