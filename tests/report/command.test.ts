/** The command itself: what it says, and what it refuses. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openForReading } from '../../src/query/open.js';
import { readReport } from '../../src/report/read/report.js';
import { workspace } from '../cli/workspace.js';

const TOY = `标题：𠮷城方案
# 方案
### 一节
! lead 总牵头局
! chief 分管领导
- 办事 | lead 甲局、乙局等 | measure 先做 | measure-lead 丙局 | by 2023-09-30
? 看不懂
## 二章
- 没有人管的事
`;

test('writes the page, tells what is on it, and replaces an older one', async () => {
  const { path, write, run } = workspace({ 'in/a.txt': TOY });
  await run(['extract', 'in']);
  write('out/report.html', 'old');
  expect(await run(['report'])).toEqual({
    status: 0,
    out: '',
    err: 'out/report.html: 1 document, 2 tasks, 2 to check\n',
  });
  expect(readFileSync(path('out/report.html'), 'utf8')).toMatch(/^<!doctype html>.*<\/html>\n$/s);
  expect(existsSync(path('out/report.html.part'))).toBe(false);
});

test('makes a page of a ledger without documents', async () => {
  const { path, run } = workspace({ 'in/a.bin': new Uint8Array([0, 1, 2, 3]) });
  await run(['extract', 'in']);
  const { status } = await run(['report', '--out', 'deep/er/page.html']);
  expect(status).toBe(0);
  expect(existsSync(path('deep/er/page.html'))).toBe(true);
});

test('refuses what is no ledger, and to write over the ledger', async () => {
  const { path, write, run } = workspace({ 'in/a.txt': TOY });
  const missing = await run(['report', '--db', 'none.sqlite']);
  expect(missing.status).toBe(2);
  expect(missing.err).toContain('no such ledger');
  write('text.sqlite', 'not a ledger');
  expect((await run(['report', '--db', 'text.sqlite'])).status).toBe(2);
  await run(['extract', 'in']);
  const before = readFileSync(path('out/ledger.sqlite'));
  const over = await run(['report', '--out', 'out/ledger.sqlite']);
  expect([over.status, over.err]).toEqual([2, 'taizhang: --out is the ledger itself\n']);
  expect(readFileSync(path('out/ledger.sqlite')).equals(before)).toBe(true);
});

test('a page that cannot be written leaves the old one', async () => {
  const { path, run } = workspace({ 'in/a.txt': TOY, 'folder.html/keep': '' });
  await run(['extract', 'in']);
  writeFileSync(path('file'), '');
  expect((await run(['report', '--out', 'folder.html'])).status).toBe(1);
  expect(existsSync(path('folder.html/keep'))).toBe(true);
  expect(existsSync(path('folder.html.part'))).toBe(false);
  expect((await run(['report', '--out', 'file/report.html'])).status).toBe(1);
});

test('tells whose a role is: the task, one of its measures, or the section around it', async () => {
  const { path, run } = workspace({ 'in/a.txt': TOY });
  await run(['extract', 'in']);
  const db = openForReading(path('out/ledger.sqlite'));
  const { index, texts } = readReport(db, { hasContacts: false });
  db.close();
  const [text] = [...texts];
  const written = (place: number) =>
    text?.places[place]?.spans.map(([start, end]) => text.text.slice(start, end)).join('');
  const [task, alone] = index.tasks;
  expect(task?.path).toEqual(['方案', '一节']);
  expect(
    task?.duties.map(({ role, name, scope, openEnded, place }) => [role, name, scope, openEnded, written(place)]),
  ).toEqual([
    ['lead', '甲局', 'task', false, '甲局'],
    ['lead', '乙局', 'task', true, '乙局'],
    ['lead', '丙局', 'measure', false, '丙局'],
    ['lead', '总牵头局', 'section', false, '总牵头局'],
    ['chief', '分管领导', 'section', false, '分管领导'],
  ]);
  expect(alone?.duties).toEqual([]);
  expect(index.findings.map(({ code, task: of, excerpt }) => [code, of, excerpt])).toEqual([
    ['not-understood', 0, '看不懂'],
    ['task-without-unit', 1, '没有人管的事'],
  ]);
});
