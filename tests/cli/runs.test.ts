/** What a run says and leaves beside the ledger: pruning, strictness, logs, the state file. */
import { mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { expectSameContent } from '../ledger/sameContent.js';
import { workspace } from './workspace.js';

const A = '标题：甲\n- 任务甲 | lead 市发改委';
const B = '标题：乙\n- 任务乙 | lead 市财政局 | support 市发改委';
const C = '标题：丙\n- 任务丙';
const WARNED = '标题：丁\n? 不明';
const SOURCES = 'SELECT source FROM sources ORDER BY source';

const state = (space: ReturnType<typeof workspace>, sql: string) => space.query(sql, 'out/ledger.sqlite.state.sqlite');

test('--prune removes what is gone below the root, and the ledger is that of a rebuild', async () => {
  const space = workspace({ 'in/a.txt': A, 'in/b.txt': B, 'in/x/c.txt': C, 'in/bad.txt': '' });
  await space.run(['extract', 'in']);
  unlinkSync(space.path('in/b.txt'));
  unlinkSync(space.path('in/bad.txt'));
  renameSync(space.path('in/x/c.txt'), space.path('in/x/d.txt'));
  expect((await space.run(['extract', 'in'])).status).toBe(0);
  expect(space.query(SOURCES).flat()).toEqual(['a.txt', 'b.txt', 'x/c.txt', 'x/d.txt']);
  const ran = await space.run(['extract', 'in', '--prune', '--json']);
  expect(JSON.parse(ran.out)).toMatchObject({ documents: 2, unchanged: 2, pruned: 3, units: 1 });
  await space.run(['extract', 'in', '--db', 'anew.sqlite']);
  expectSameContent(space.path('out/ledger.sqlite'), space.path('anew.sqlite'));
  expect((await space.run(['check'])).status).toBe(0);
});

test('--prune leaves alone: other roots, other places of this root, standard input, a root that is not there', async () => {
  const space = workspace({ 'one/a.txt': A, 'two/b.txt': B, 'two/deep/c.txt': C });
  await space.run(['extract', 'one']);
  await space.run(['extract', '-'], { stdin: WARNED });
  await space.run(['extract', 'two']);
  const before = space.query(SOURCES);
  expect(before).toHaveLength(4);
  expect((await space.run(['extract', 'two/deep', '--root', 'two', '--prune'])).status).toBe(0);
  expect(space.query(SOURCES)).toEqual(before);
  renameSync(space.path('two'), space.path('unmounted'));
  expect((await space.run(['extract', 'two/b.txt', '--root', 'two', '--prune'])).status).toBe(3);
  expect(space.query(SOURCES)).toEqual(before);
});

test('--strict: warnings are failures, though everything is loaded', async () => {
  const space = workspace({ 'in/a.txt': A, 'in/w.txt': WARNED });
  expect((await space.run(['extract', 'in'])).status).toBe(0);
  for (let run = 0; run < 2; run++) {
    const ran = await space.run(['extract', 'in', '--strict', '--quiet']);
    expect(ran).toEqual({ status: 3, out: '', err: 'w.txt: 1 warning\n' });
  }
  expect((await space.run(['extract', 'in/a.txt', '--strict'])).status).toBe(0);
  expect(space.query(SOURCES)).toHaveLength(2);
});

test('--quiet says failures only', async () => {
  const space = workspace({ 'in/a.txt': A, 'in/bad.txt': '' });
  const ran = await space.run(['extract', 'in', '--quiet']);
  expect(ran).toEqual({ status: 3, out: '', err: 'bad.txt: the file is empty\n' });
});

test('--log appends one JSON object per event', async () => {
  const space = workspace({ 'in/a.txt': A, 'in/bad.txt': '' });
  await space.run(['extract', 'in', '--log', 'logs/run.jsonl']);
  await space.run(['extract', 'in', '--log', 'logs/run.jsonl']);
  const lines = readFileSync(space.path('logs/run.jsonl'), 'utf8').trim().split('\n');
  const events = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  const told = events.map(({ msg, outcome, code }) => [msg, outcome ?? code ?? ''].join(' ').trim());
  const once = (outcome: string) => ['run', `document ${outcome}`, 'failure empty'];
  expect(told.sort()).toEqual([...once('loaded'), ...once('unchanged')].sort());
  expect(events.find(({ outcome }) => outcome === 'loaded')).toMatchObject({ sources: ['a.txt'], warnings: 0 });
});

test('the state file says what each run did', async () => {
  const space = workspace({ 'in/a.txt': A, 'in/b.txt': B });
  await space.run(['extract', 'in']);
  space.write('in/a.txt', C);
  space.write('in/bad.txt', '');
  unlinkSync(space.path('in/b.txt'));
  await space.run(['extract', 'in', '--prune']);
  expect(state(space, 'SELECT status, loaded, replaced, unchanged, failed, pruned FROM runs ORDER BY id')).toEqual([
    ['done', 2, 0, 0, 0, 0],
    ['done', 0, 1, 0, 1, 1],
  ]);
  expect(state(space, 'SELECT source, outcome FROM run_documents WHERE run_id = 2 ORDER BY source')).toEqual([
    ['a.txt', 'replaced'],
    ['b.txt', 'pruned'],
    ['bad.txt', 'failed'],
  ]);
});

test('the state may be deleted; what is no state is not overwritten', async () => {
  const space = workspace({ 'in/a.txt': A });
  await space.run(['extract', 'in']);
  unlinkSync(space.path('out/ledger.sqlite.state.sqlite'));
  expect((await space.run(['extract', 'in'])).status).toBe(0);
  writeFileSync(space.path('out/ledger.sqlite.state.sqlite'), 'my notes');
  expect(await space.run(['extract', 'in'])).toMatchObject({ status: 2, err: /: is not the state of a ledger\n$/ });
  expect(readFileSync(space.path('out/ledger.sqlite.state.sqlite'), 'utf8')).toBe('my notes');
});

test('wrong usage leaves nothing behind', async () => {
  const space = workspace({ 'in/a.txt': A });
  mkdirSync(space.path('in/x'));
  writeFileSync(space.path('in/x/a.txt'), B);
  const ran = await space.run(['extract', 'in/a.txt', '--root', 'in/x']);
  expect(ran.status).toBe(2);
  expect(() => readFileSync(space.path('out/ledger.sqlite.state.sqlite'))).toThrow(/ENOENT/);
});
