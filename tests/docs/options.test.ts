/** Every command stands in README.md, and its options on its page in docs/commands. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../corpus.js';
import { PAGES, pageText, readmeText } from './readme.js';

const help = (...args: string[]) =>
  execFileSync(process.execPath, [join(ROOT, 'dist/cli.js'), ...args, '--help'], { encoding: 'utf8' });

const commands = [...help().matchAll(/^ {2}([a-z]+) \[options\]/gm)].map(([, name = '']) => name);

const pageOf = (command: string) => `docs/commands/${command}.md`;

function options(...args: string[]): string[] {
  return [...help(...args).matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, option = '']) => option);
}

test('each command has its page, and README.md leads there', () => {
  expect(PAGES).toEqual(['README.md', ...commands.map(pageOf).sort()]);
  for (const command of commands) expect(readmeText()).toContain(`[\`${command}\`](${pageOf(command)})`);
});

test('the options of taizhang', () => {
  for (const option of options()) expect(readmeText()).toContain(option);
});

test.each(commands)('the options of taizhang %s', (command) => {
  const page = pageText(pageOf(command));
  expect(page).toContain(`npx taizhang ${command} --help`);
  expect(options(command).length).toBeGreaterThan(1);
  for (const option of options(command)) expect(page).toContain(option);
});

test('the exit statuses are there', () => {
  const statuses = [...help().matchAll(/^ {2}(\d) {2}\S/gm)].map(([, status]) => status);
  expect(statuses).toEqual(['0', '1', '2', '3']);
  for (const status of statuses) expect(readmeText()).toMatch(new RegExp(`^\\| ${status} \\|`, 'm'));
});
