/** Tables fit the terminal, count Chinese characters as two columns, and do nothing to it. */
import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { cutTo, plainLine, printTable, type TableColumn } from '../../src/cli/table.js';

const COLUMNS: TableColumn[] = [
  { header: '日期' },
  { header: '单位', flexible: true },
  { header: '任务', flexible: true },
];

async function printed(rows: string[][], columns?: number): Promise<string> {
  let out = '';
  const terminal = {
    ...{ cwd: '.', stdin: (async function* () {})(), err: () => {} },
    ...(columns === undefined ? {} : { columns }),
    out: async (text: string) => {
      out += text;
    },
  };
  await printTable(COLUMNS, rows, (row) => row, terminal);
  return out;
}

test('columns are aligned and the longest are cut', async () => {
  const rows = [
    ['2023-09-30', '区发改委', '压缩企业开办时限，推行一网通办'],
    ['2023-10-01', 'abc', '短'],
  ];
  expect(await printed(rows, 36)).toBe(
    ['日期        单位      任务', '2023-09-30  区发改委  压缩企业开办…', '2023-10-01  abc       短', ''].join('\n'),
  );
  expect(await printed(rows)).toBe(`${rows.map((row) => row.join('\t')).join('\n')}\n`);
});

test('no line is wider than the terminal, whatever stands in it', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', '汉', '🙂', '\u0301', '\u001b', '\u202e', '\n', '\t', '👨‍👩‍👧'),
  });
  fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, text)), fc.integer({ min: 40, max: 120 }), async (cells, width) => {
      const out = await printed(
        cells.map((pair) => ['2023-09-30', ...pair]),
        width,
      );
      const lines = out.split('\n');
      expect(lines).toHaveLength(cells.length + 2);
      for (const line of lines) {
        expect(stringWidth(line)).toBeLessThanOrEqual(width);
        expect(line).not.toMatch(/[\p{Cc}\u202e]/u);
      }
    }),
  );
});

test('nothing of a document reaches the terminal as a command', () => {
  expect(plainLine('a\u001b[31m\u0007b\u009bc\u202ed\r\ne\tf')).toBe('a\ufffd[31m\ufffdb\ufffdc\ufffdd e f');
  expect(cutTo('汉字', 4)).toBe('汉字');
  expect(cutTo('汉字表', 4)).toBe('汉…');
});

test('a table of more rows than a call takes arguments', async () => {
  const rows = Array.from({ length: 150_000 }, () => ['2023-09-30', 'a', 'b']);
  expect((await printed(rows, 80)).length).toBeGreaterThan(150_000);
});
