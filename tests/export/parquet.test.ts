/** Parquet, read by hyparquet. */
import { readFileSync } from 'node:fs';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { columns } from '../../src/export/columns.js';
import { writeParquet } from '../../src/export/parquet.js';
import { taskIds } from '../../src/query/filter.js';
import { readTasks } from '../../src/query/tasks.js';
import { corpusLedger, HOSTILE_BODIES, hostileToy, toyLedger } from './ledgers.js';

function bufferOf(path: string): ArrayBuffer {
  const bytes = readFileSync(path);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

test('every column comes back with its type', async () => {
  const space = corpusLedger();
  expect(await space.run(['export', '--out', 'a.parquet'])).toMatchObject({ status: 0 });
  const file = bufferOf(space.path('a.parquet'));
  const rows = await parquetReadObjects({ file });
  const db = space.open();
  const tasks = [...readTasks(db, taskIds(db, {}), { contacts: false })];
  db.close();
  const expected = tasks.map((task, i) => ({
    ...Object.fromEntries(
      columns({ contacts: false }).map(({ key, type, value }) => {
        const cell = value(task, i + 1);
        return [key, type === 'date' && cell !== null ? new Date(`${cell}T00:00:00Z`) : cell];
      }),
    ),
    assignments: task.assignments,
    deadlines: task.deadlines,
    targets: task.targets,
    measures: task.measures,
    diagnostics: task.diagnostics,
    evidence: task.evidence,
  }));
  expect(rows).toEqual(expected);
  const types = parquetMetadata(file).schema.map(({ name, type, converted_type }) => [name, type, converted_type]);
  expect(types).toContainEqual(['due_on', 'INT32', 'DATE']);
  expect(types).toContainEqual(['n', 'INT32', undefined]);
  expect(types).toContainEqual(['assignments', 'BYTE_ARRAY', 'JSON']);
});

test('several groups of rows are one table', async () => {
  const space = toyLedger(Array.from({ length: 12_001 }, (_, i) => `- 第${i}项 | by 2023-09-30`).join('\n'));
  await space.run(['export', '--out', 'a.parquet']);
  const file = bufferOf(space.path('a.parquet'));
  expect(parquetMetadata(file).row_groups.length).toBe(3);
  const rows = await parquetReadObjects({ file, columns: ['n', 'body'] });
  expect(rows.map(({ n }) => n)).toEqual(rows.map((_, i) => i + 1));
  expect(new Set(rows.map(({ body }) => body)).size).toBe(12_001);
});

test('hostile texts, and an empty ledger', async () => {
  const space = toyLedger(hostileToy());
  await space.run(['export', '--out', 'a.parquet']);
  const rows = await parquetReadObjects({ file: bufferOf(space.path('a.parquet')) });
  expect(rows.map(({ body }) => body)).toEqual(HOSTILE_BODIES);
  const chunks: Uint8Array[] = [];
  const sink = { write: async (chunk: string | Uint8Array) => void chunks.push(chunk as Uint8Array) };
  await writeParquet([], columns({ contacts: false }), sink);
  const bytes = Buffer.concat(chunks);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  expect(await parquetReadObjects({ file })).toEqual([]);
});
