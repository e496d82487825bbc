/** The workbook, read by another library than wrote it, and its XML by python's parser. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';
import { expect, test } from 'vitest';
import { columns } from '../../src/export/columns.js';
import { columnName, dayNumber } from '../../src/export/xlsx/sheet.js';
import { cellText, cellXml, LONGEST_CELL } from '../../src/export/xlsx/text.js';
import { writeXlsx } from '../../src/export/xlsx/xlsx.js';
import { taskIds } from '../../src/query/filter.js';
import { readTasks } from '../../src/query/tasks.js';
import { corpusLedger, corpusTasks, HOSTILE_BODIES, hostileToy, toyLedger, withLedger } from './ledgers.js';

const SHEETS = ['全部任务', '按单位', '按月份', '未理解'];

interface Book {
  sheets: Record<string, Record<string, unknown>[]>;
  cells: XLSX.CellObject[];
  names: string[];
}

function open(data: Uint8Array): Book {
  const book = XLSX.read(data, { type: 'buffer', cellFormula: true, cellNF: true, UTC: true, cellDates: true });
  const sheets = Object.values(book.Sheets);
  return {
    names: book.SheetNames,
    sheets: Object.fromEntries(
      book.SheetNames.map((name) => [
        name,
        XLSX.utils.sheet_to_json(book.Sheets[name] as XLSX.WorkSheet, { UTC: true, defval: null }),
      ]),
    ),
    cells: sheets.flatMap((sheet) =>
      Object.keys(sheet).flatMap((at) => (at.startsWith('!') ? [] : [sheet[at] as XLSX.CellObject])),
    ),
  };
}

/** Parts of the archive whose XML python can read, as text. */
function partsOf(path: string): Record<string, string> {
  const program = `
import json, sys, zipfile, xml.dom.minidom
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
parts = {}
for i in z.infolist():
    assert i.date_time == (1980, 1, 1, 12, 0, 0), i
    parts[i.filename] = z.read(i).decode('utf-8')
    xml.dom.minidom.parseString(z.read(i))
print(json.dumps(parts))`;
  const out = execFileSync('python3', ['-c', program, path], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return JSON.parse(out);
}

test('the views, with real dates', async () => {
  const space = corpusLedger();
  const ran = await space.run(['export', '--out', 'a.xlsx']);
  expect(ran).toMatchObject({ status: 0, out: '', err: `a.xlsx: ${corpusTasks()} tasks\n` });
  const { names, sheets } = open(readFileSync(space.path('a.xlsx')));
  expect(names).toEqual(SHEETS);
  const ledger =
    space.query(`SELECT body, lead, responsible, support, section_lead, chief, deadline_text, due_on, document_title,
    doc_number, path, mandate, source, task_id, warnings FROM ledger ORDER BY source, seq`);
  const shown = sheets.全部任务?.map((row) => [
    ...['任务', '牵头单位', '责任单位', '配合单位', '总牵头单位', '责任领导', '完成时限'].map((name) => row[name]),
    row.到期日 instanceof Date ? row.到期日.toISOString().slice(0, 10) : row.到期日,
    ...['来源文件', '文号', '章节', '部署任务', '来源路径', '任务编号', '提示数'].map((name) => row[name]),
  ]);
  expect(shown).toEqual(ledger);
  expect(sheets.全部任务?.map((row) => row.序号)).toEqual(ledger.map((_, i) => i + 1));

  // Each body once per role and task, whoever counts.
  const duties = sheets.按单位?.map((row) => `${row.任务编号} ${row.角色} ${row.单位}`) ?? [];
  const own =
    space.query(`SELECT DISTINCT a.task_id || ' ' || CASE a.role WHEN 'lead' THEN '牵头' WHEN 'responsible' THEN '责任'
    WHEN 'support' THEN '配合' ELSE '责任领导' END || ' ' || u.name FROM assignments a JOIN units u ON u.id = a.unit_id
    WHERE a.task_id IS NOT NULL`);
  expect(new Set(duties).size).toBe(duties.length);
  expect(duties).toEqual(expect.arrayContaining(own.flat()));
  const inherited = sheets.按单位?.filter((row) => row.范围 === '章节') ?? [];
  expect(duties.length - inherited.length).toBe(own.length);
  expect(inherited.length).toBeGreaterThan(0);

  // Each dated promise once, each task without any once.
  const months = sheets.按月份?.map((row) => [
    row.任务编号,
    row.节点日期 instanceof Date ? row.节点日期.toISOString().slice(0, 10) : null,
    row.月份,
  ]);
  const promises =
    space.query(`SELECT l.task_id, l.due_on, substr(l.due_on, 1, 7) FROM deadlines l WHERE l.due_on IS NOT NULL
    UNION ALL SELECT id, NULL, '持续或未定' FROM tasks
      WHERE id NOT IN (SELECT task_id FROM deadlines WHERE due_on IS NOT NULL)`);
  expect(months?.map(String).sort()).toEqual(promises.map(String).sort());
  const days = months?.map(([, day]) => String(day ?? '9')) ?? [];
  expect(days).toEqual([...days].sort());

  const codes = space.query('SELECT code, excerpt FROM not_understood').map(String).sort();
  expect(sheets.未理解?.map((row) => `${row.代码},${row.原文 ?? ''}`).sort()).toEqual(codes);
});

test('every sheet has a frozen head, a filter, widths and wrapped text; the XML is well-formed', async () => {
  const space = corpusLedger();
  await space.run(['export', '--out', 'a.xlsx']);
  const parts = partsOf(space.path('a.xlsx'));
  const sheets = Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/'));
  expect(sheets).toHaveLength(SHEETS.length);
  for (const name of sheets) {
    const xml = parts[name] as string;
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    const rows = xml.match(/<row /g)?.length;
    expect(xml).toMatch(new RegExp(`<autoFilter ref="A1:[A-Z]+${rows}"/>`));
    expect(xml).toMatch(/<cols>(<col [^>]*customWidth="1"\/>)+<\/cols>/);
    expect(xml).not.toContain('<f>');
  }
  expect(parts['xl/styles.xml']).toContain('wrapText="1"');
  expect(parts['xl/workbook.xml']).not.toMatch(/\d{4}-\d{2}-\d{2}T/);
});

test('hostile texts are texts: no formulas, no broken XML, long ones cut and told', async () => {
  const space = toyLedger(hostileToy());
  const ran = await space.run(['export', '--out', 'a.xlsx']);
  expect(ran).toMatchObject({
    status: 0,
    err: 'a.xlsx: 16 tasks; 1 text longer than a cell of Excel takes: cut there, and marked so\n',
  });
  const parts = partsOf(space.path('a.xlsx'));
  for (const cell of Object.values(parts)) expect(cell).not.toContain('<f>');
  const { sheets, cells } = open(readFileSync(space.path('a.xlsx')));
  expect(cells.filter((cell) => cell.f !== undefined)).toEqual([]);
  const bodies = sheets.全部任务?.map((row) => row.任务 as string) ?? [];
  expect(bodies.at(-1)).toHaveLength(LONGEST_CELL);
  expect(bodies.at(-1)).toMatch(/长…〔已截断，原文40004字〕$/);
  const kept = HOSTILE_BODIES.slice(0, -1).map((text) => text.replace(/[\p{Cc}\ufffe\uffff]/gu, '\ufffd'));
  expect(bodies.slice(0, -1)).toEqual(kept);
  // Texts that Excel would take for formulas when somebody edits them carry the style that keeps them texts.
  const quoted = (parts['xl/worksheets/sheet1.xml']?.match(/s="3" t="s"/g) ?? []).length;
  const dangerous = /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]/u;
  const count = sheets.全部任务?.flatMap((row) => Object.values(row)).filter((value) => dangerous.test(String(value)));
  expect(quoted).toBe(count?.length);
  expect(quoted).toBeGreaterThan(40);
});

test('cell texts', () => {
  expect(cellText('a\r\nb\rc')).toEqual({ text: 'a\nb\nc', isCut: false });
  expect(cellText('甲\ud800乙\udc00').text).toBe('甲\ufffd乙\ufffd');
  const { text, isCut } = cellText(`a${'🙂'.repeat(20_000)}`);
  expect({ isCut, fits: text.length <= LONGEST_CELL, whole: !/\p{Surrogate}/u.test(text) }).toEqual({
    isCut: true,
    fits: true,
    whole: true,
  });
  expect(cellXml('<_x0041_&"')).toBe('&lt;_x005F_x0041_&amp;&quot;');
  expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  expect(['1900-03-01', '2023-09-30', '2024-02-29'].map(dayNumber)).toEqual([61, 45199, 45351]);
});

test('an empty ledger is a workbook with heads alone', async () => {
  const space = withLedger([]);
  expect(await space.run(['export', '--out', 'a.xlsx'])).toMatchObject({ status: 0, err: 'a.xlsx: 0 tasks\n' });
  partsOf(space.path('a.xlsx'));
  const { names, sheets } = open(readFileSync(space.path('a.xlsx')));
  expect(names).toEqual(SHEETS);
  expect(Object.values(sheets).flat()).toEqual([]);
});

test('a sheet longer than Excel shows goes on in another', async () => {
  const db = toyLedger(Array.from({ length: 25 }, (_, i) => `- 第${i}项 | lead 甲局`).join('\n')).open();
  const tasks = readTasks(db, taskIds(db, {}), { contacts: false });
  const chunks: Uint8Array[] = [];
  const sink = { write: async (chunk: string | Uint8Array) => void chunks.push(chunk as Uint8Array) };
  await writeXlsx(tasks, [], { columns: columns({ contacts: false }), accepts: () => true, mostRows: 11 }, sink);
  db.close();
  const { names, sheets } = open(Buffer.concat(chunks));
  expect(names).toEqual([
    '全部任务',
    '全部任务 (2)',
    '全部任务 (3)',
    '按单位',
    '按单位 (2)',
    '按单位 (3)',
    ...['按月份', '按月份 (2)', '按月份 (3)'],
    '未理解',
  ]);
  const all = names.filter((name) => name.startsWith('全部任务')).flatMap((name) => sheets[name] ?? []);
  expect(all.map((row) => row.序号)).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
});
