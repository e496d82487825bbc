/** Every task that is chosen stands in each export once, and no other does. */
import { readFileSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';
import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { FORMATS, type Format } from '../../src/export/formats.js';
import { corpusLedger, corpusTasks } from './ledgers.js';

/** Ids of tasks as an export gives them; a calendar has dates instead, Markdown only numbers. */
const READERS: Partial<Record<Format, (bytes: Buffer) => string[] | Promise<string[]>>> = {
  csv: (bytes) => bytes.toString().match(/[0-9a-f]{16}:t\d+(?=\r\n)/g) ?? [],
  jsonl: (bytes) =>
    bytes
      .toString()
      .split('\n')
      .flatMap((line) => (line === '' ? [] : [JSON.parse(line).id])),
  json: (bytes) => JSON.parse(bytes.toString()).tasks.map((task: { id: string }) => task.id),
  xlsx: (bytes) => {
    const sheet = XLSX.read(bytes, { type: 'buffer' }).Sheets.全部任务 as XLSX.WorkSheet;
    return XLSX.utils.sheet_to_json<Record<string, string>>(sheet).map((row) => row.任务编号 as string);
  },
  parquet: async (bytes) => {
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    return (await parquetReadObjects({ file, columns: ['id'] })).map((row) => row.id as string);
  },
};

const random = fc.record(
  {
    '--role': fc.constantFrom('lead', 'responsible', 'support', 'chief'),
    '--after': fc.constantFrom('2022-01-01', '2023-06-30'),
    '--before': fc.constantFrom('2023-09-30', '2024-12-31'),
    '--document': fc.constantFrom('方案', 'tails-city-style.txt', '2023'),
    '--unit': fc.constantFrom('发改委', '市财政局', '区住建局'),
  },
  { requiredKeys: [] },
);

test.each(FORMATS.filter((format) => format in READERS))('%s', async (format) => {
  const space = corpusLedger();
  await fc.assert(
    fc.asyncProperty(random, async (filters) => {
      const flags = Object.entries(filters).flat();
      const { out } = await space.run(['export', '--format', 'jsonl', ...flags]);
      const expected = out.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line).id as string]));
      expect(new Set(expected).size).toBe(expected.length);
      if (flags.length === 0) expect(expected).toHaveLength(corpusTasks());
      await space.run(['export', '--format', format, '--out', 'a', ...flags]);
      expect(await READERS[format]?.(readFileSync(space.path('a')))).toEqual(expected);
    }),
    { numRuns: 8, examples: [[{}]] },
  );
});
