/** `taizhang export`: where it writes, what it refuses. */
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toyLedger, withLedger } from '../export/ledgers.js';

const TOY = '标题：方案\n- 压缩时限 | lead 甲局 | by 2023-09-30\n? 不懂\n- 平整土地 | lead 乙局';

test('the ending of --out says the format; --format goes before it', async () => {
  const space = toyLedger(TOY);
  for (const name of ['a.csv', 'deep/er/a.JSONL', 'a.ndjson', 'a.md', 'a.ics'])
    expect(await space.run(['export', '--out', name])).toMatchObject({ status: 0, out: '', err: `${name}: 2 tasks\n` });
  expect(readFileSync(space.path('a.ndjson'), 'utf8')).toBe(readFileSync(space.path('deep/er/a.JSONL'), 'utf8'));
  await space.run(['export', '--out', 'a.txt', '--format', 'csv']);
  expect(readFileSync(space.path('a.txt'), 'utf8')).toBe(readFileSync(space.path('a.csv'), 'utf8'));
  const printed = await space.run(['export', '--format', 'csv']);
  expect(printed).toMatchObject({ out: readFileSync(space.path('a.csv'), 'utf8'), err: '' });
  expect(readdirSync(space.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test.each([
  [[], /give --format xlsx\|csv\|jsonl\|json\|parquet\|ics\|md, or --out/],
  [['--out', 'a.doc'], /the ending of a\.doc is none of them/],
  [['--format', 'doc'], /Allowed choices are xlsx, csv/],
  [['--format', 'xlsx'], /xlsx is no text: give --out FILE/],
  [['--format', 'parquet'], /parquet is no text: give --out FILE/],
  [['--format', 'csv', '--out', 'out'], /out is a folder/],
  [['--format', 'csv', '--out', 'out/ledger.sqlite'], /is the ledger/],
  [['--format', 'csv', '--out', 'link'], /is the ledger/],
  [['--format', 'csv', '--out', 'a.csv', '--unit', '丙局'], /no body/],
])('%j is wrong usage, nothing is written', async (flags, message) => {
  const space = toyLedger(TOY);
  symlinkSync('out/ledger.sqlite', space.path('link'));
  const before = readFileSync(space.path('out/ledger.sqlite'));
  expect(await space.run(['export', ...flags])).toMatchObject({ status: 2, out: '', err: message });
  expect(readFileSync(space.path('out/ledger.sqlite'))).toEqual(before);
  expect(existsSync(space.path('a.csv'))).toBe(false);
});

test('a failure on the way leaves the former file', async () => {
  const space = toyLedger(TOY);
  await space.run(['export', '--out', 'a.csv']);
  const before = readFileSync(space.path('a.csv'), 'utf8');
  // A folder where the new file is to go first: the disk refuses.
  space.write(`a.csv.${process.pid}.part/x`, '');
  expect(await space.run(['export', '--out', 'a.csv', '--contacts'])).toMatchObject({ status: 1 });
  expect(readFileSync(space.path('a.csv'), 'utf8')).toBe(before);
});

test('what was not understood follows the filters', async () => {
  const space = toyLedger(TOY);
  const found = async (...flags: string[]) => {
    const { out } = await space.run(['export', '--format', 'json', ...flags]);
    return JSON.parse(out).not_understood.map(({ excerpt, line, column }: Record<string, unknown>) => [
      excerpt,
      line,
      column,
    ]);
  };
  expect(await found()).toEqual([['不懂', 3, 3]]);
  expect(await found('--document', '方案')).toEqual([['不懂', 3, 3]]);
  expect(await found('--unit', '甲局')).toEqual([['不懂', 3, 3]]);
  expect(await found('--unit', '乙局')).toEqual([]);
});

test('documents that could not be read are among it', async () => {
  const space = toyLedger(TOY);
  space.write('in/bad.txt', '');
  await space.run(['extract', 'in']);
  const { out } = await space.run(['export', '--format', 'json']);
  expect(JSON.parse(out).not_understood.at(0)).toMatchObject({ source: 'bad.txt', severity: 'error', line: null });
});

test.each(['csv', 'jsonl', 'json', 'ics', 'md'])('an empty ledger as %s', async (format) => {
  const ran = await withLedger([]).run(['export', '--format', format]);
  expect(ran).toMatchObject({ status: 0, err: '' });
  expect(ran.out).toMatch(format === 'jsonl' ? /^$/ : /\n$/);
});
