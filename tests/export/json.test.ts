/** json and jsonl: the published schema describes what is written. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { ExportedTask, LedgerExport } from '../../src/model/exported.js';
import { ROOT } from '../corpus.js';
import { corpusLedger, hostileToy, toyLedger } from './ledgers.js';

const published = () => JSON.parse(readFileSync(join(ROOT, 'docs/ledger.schema.json'), 'utf8'));

function validate(value: unknown): unknown {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  formats.default(ajv);
  const check = ajv.compile(published());
  check(value);
  return check.errors;
}

test.each([[[]], [['--contacts']]])('the export of the corpus is valid, with %j', async (flags) => {
  const space = corpusLedger();
  const { out, status } = await space.run(['export', '--format', 'json', ...flags]);
  expect(status).toBe(0);
  const value = JSON.parse(out);
  expect(validate(value)).toBe(null);
  expect(LedgerExport.parse(value).tasks.length).toBeGreaterThan(300);
  expect(value.not_understood).toHaveLength(space.query('SELECT * FROM diagnostics').length);
  const lines = (await space.run(['export', '--format', 'jsonl', ...flags])).out.trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(value.tasks);
});

test('the schema refuses what the export never says', async () => {
  const { out } = await corpusLedger().run(['export', '--format', 'json']);
  const value = JSON.parse(out);
  value.tasks[0].due_on = '2023-02-30';
  value.tasks[1].extra = 1;
  delete value.tasks[2].body;
  const places = (validate(value) as { instancePath: string }[]).map(({ instancePath }) => instancePath);
  expect([...new Set(places.map((path) => path.slice(0, 8)))].sort()).toEqual(['/tasks/0', '/tasks/1', '/tasks/2']);
});

test('hostile texts come back as they were', async () => {
  const space = toyLedger(hostileToy());
  const { out } = await space.run(['export', '--format', 'jsonl']);
  const bodies = out
    .trimEnd()
    .split('\n')
    .map((line) => ExportedTask.parse(JSON.parse(line)).body);
  expect(bodies).toEqual(space.query('SELECT body FROM tasks ORDER BY seq').flat());
});
