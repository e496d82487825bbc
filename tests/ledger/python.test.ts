/** Consumers read the ledger with Debian 12's SQLite (3.40) through python. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { workspace } from '../cli/workspace.js';

const CHECK = `
import sqlite3, sys
db = sqlite3.connect('file:%s?mode=ro' % sys.argv[1], uri=True)
assert db.execute('pragma integrity_check').fetchall() == [('ok',)]
assert db.execute('pragma foreign_key_check').fetchall() == []
views = [name for name, in db.execute("select name from sqlite_schema where type = 'view' order by name")]
print(' '.join('%s=%d' % (view, len(db.execute('select * from ' + view).fetchall())) for view in views))
`;

const hasPython = spawnSync('python3', ['-c', 'import sqlite3']).status === 0;

test.skipIf(!hasPython)("python's sqlite3 opens the ledger and every view", async () => {
  const space = workspace({
    'in/a.txt': '标题：甲\n# 计划\n! lead 市发改委\n- 任务 | lead 甲局、乙局等 | by 2023-09-30\n? 不明',
    'in/bad.txt': '',
  });
  await space.run(['extract', 'in']);
  const { stdout, stderr } = spawnSync('python3', ['-c', CHECK, space.path('out/ledger.sqlite')], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout.trim()).toBe(
    'due_dates=1 duties=2 ledger=1 not_understood=2 单位=3 台账=1 指标=0 按单位=2 按月份=1 文件=1 未理解=2',
  );
});
