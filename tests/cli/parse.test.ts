import { expect, test } from 'vitest';
import { DocumentRecord } from '../../src/model/model.js';
import { workspace } from './workspace.js';

test('prints one record per document and line, in byte order of the sources', async () => {
  const space = workspace({ 'in/b.txt': '- 任务乙', 'in/a.txt': '- 任务甲', 'in/c.txt': '- 任务乙', 'in/bad.txt': '' });
  const ran = await space.run(['parse', 'in']);
  expect(ran.status).toBe(3);
  expect(ran.err).toBe('bad.txt: the file is empty\n');
  const lines = ran.out.trimEnd().split('\n');
  const records = lines.map((line) => {
    expect(line).toMatch(/^\{"source":"/);
    const { source, ...record } = JSON.parse(line);
    return [source, DocumentRecord.parse(record).tasks[0]?.body];
  });
  // The same bytes are one document.
  expect(records).toEqual([
    ['a.txt', '任务甲'],
    ['b.txt', '任务乙'],
  ]);
});

test('reads standard input', async () => {
  const ran = await workspace().run(['parse', '-'], { stdin: '- 任务' });
  expect(ran.status).toBe(0);
  expect(ran.out).toMatch(/^\{"source":"stdin:[0-9a-f]{12}","document":/);
});

test('what is not there fails alone', async () => {
  const space = workspace({ 'a.txt': '- 任务' });
  const ran = await space.run(['parse', 'none.txt', 'a.txt']);
  expect(ran).toMatchObject({ status: 3, err: 'none.txt: no such file\n' });
  expect(ran.out.split('\n')).toHaveLength(2);
});
