import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { UsageError } from '../../src/batch/errors.js';
import { collectInputs } from '../../src/batch/inputs.js';
import { planRun } from '../../src/batch/plan.js';
import { VERSION } from '../../src/model/model.js';
import { workspace } from './workspace.js';

test.each([
  [[]],
  [['nonsense']],
  [['extract']],
  [['parse']],
  [['extract', 'in', '--nonsense']],
  [['extract', 'in', '--jobs', '0']],
  [['extract', 'in', '--jobs', '1.5']],
  [['extract', 'in', '--jobs', '-2']],
  [['extract', 'in', '--jobs', 'many']],
  [['extract', 'in', '--max-bytes', '0']],
  [['extract', 'in', '--max-bytes']],
  [['extract', 'in', '--db', '']],
  [['extract', 'in', '--root', 'elsewhere']],
  [['parse', 'in', '--db', 'x.sqlite']],
])('taizhang %j is wrong usage: exit 2, nothing written', async (args) => {
  const space = workspace({ 'in/a.txt': '- 任务' });
  const ran = await space.run(args);
  expect(ran.status).toBe(2);
  expect(ran.out).toBe('');
  expect(ran.err).not.toBe('');
  expect(existsSync(space.path('out'))).toBe(false);
});

test('one source with different bytes is wrong usage', async () => {
  const reading = (sha256: string) => ({ source: 'a.txt', load: async () => ({ sha256, size: 1, bytes: null }) });
  await expect(planRun([reading('aa'), reading('bb')], 1)).rejects.toThrow(UsageError);
  expect((await planRun([reading('aa'), reading('aa')], 1)).documents).toHaveLength(1);
});

test('standard input under the name of a file with other bytes is wrong usage', async () => {
  const space = workspace();
  const { inputs } = await collectInputs(['-'], { cwd: space.folder, maxBytes: 9, stdin: stream('- 任务甲') });
  space.write(`in/${inputs[0]?.source}`, '- 任务乙');
  const ran = await space.run(['extract', `in/${inputs[0]?.source}`, '-'], { stdin: '- 任务甲' });
  expect(ran).toMatchObject({ status: 2, out: '', err: /two different documents/ });
  expect(existsSync(space.path('out'))).toBe(false);
});

async function* stream(text: string) {
  yield Buffer.from(text);
}

test('--help names every command and option, --version the version', async () => {
  const space = workspace();
  expect(await space.run(['--version'])).toEqual({ status: 0, out: `${VERSION}\n`, err: '' });
  const help = await space.run(['--help']);
  expect(help).toMatchObject({ status: 0, err: '', out: /extract[\s\S]*parse[\s\S]*Exit status/ });
  const extract = await space.run(['extract', '--help']);
  for (const option of ['--db', '--jobs', '--root', '--max-bytes', '--json']) expect(extract.out).toContain(option);
});
