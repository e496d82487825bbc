/** The data of a report agree with the ledger they were read from. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openForReading } from '../../src/query/open.js';
import type { DocumentText, Report, ReportIndex } from '../../src/report/data.js';
import { safeJson } from '../../src/report/pack.js';
import { deadlinesByMonth, loads, pairs, timeLine } from '../../src/report/page/charts/numbers.js';
import { readReport } from '../../src/report/read/report.js';
import { makeLedger, type Reports } from './reports.js';

let made: Reports;
let report: Report;
let texts: DocumentText[];
let index: ReportIndex;

beforeAll(async () => {
  made = await makeLedger();
  const db = openForReading(made.ledger);
  report = readReport(db, { hasContacts: true });
  db.close();
  ({ index } = report);
  texts = [...report.texts];
});
afterAll(() => made.close());

/** Texts of the places of a value, without white space. */
function written(document: number, place: number | null): string {
  const text = texts[document];
  const spans = place === null ? [] : (text?.places[place]?.spans ?? []);
  return spans
    .map(([start, end]) => text?.text.slice(start, end))
    .join('')
    .replace(/\s+/g, '');
}

const fold = (value: string) => value.normalize('NFKC').replace(/\s+/g, '');

describe('places', () => {
  test('are those of the ledger, as its own substr gives them', () => {
    const sql = `SELECT a.id, a.name, substr(d.text, a.span_start + 1, a.span_end - a.span_start) AS written, a.role
      FROM assignments a JOIN tasks t ON t.id = a.task_id JOIN documents d ON d.id = t.document_id
      WHERE t.id = ? AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.row_id = a.id)`;
    for (const task of index.tasks) {
      const rows = made.rows<{ name: string; written: string; role: string }>(sql, task.id);
      const own = task.duties.filter(({ scope }) => scope !== 'section');
      const listed = own.map(({ name, role, place }) => `${role} ${name} ${written(task.document, place)}`);
      const expected = rows.map(({ name, role, written: text }) => `${role} ${name} ${text.replace(/\s+/g, '')}`);
      expect(listed.sort()).toEqual(expect.arrayContaining(expected.sort()));
    }
  });

  test('hold the titles, deadlines and bodies they stand for', () => {
    const wrong = index.tasks.flatMap((task) => [
      ...(task.titlePlace === null || fold(written(task.document, task.titlePlace)).includes(fold(task.title ?? ''))
        ? []
        : [`title of ${task.id}`]),
      ...(fold(task.body).startsWith(fold(written(task.document, task.bodyPlace)).slice(0, 4))
        ? []
        : [`body of ${task.id}`]),
    ]);
    expect(wrong).toEqual([]);
  });

  test('lead back to their task', () => {
    for (const [i, task] of index.tasks.entries()) {
      const own = [task.place, task.bodyPlace, ...task.deadlines.map(({ place }) => place)];
      for (const place of own) expect(texts[task.document]?.places[place]?.task).toBe(i);
    }
  });
});

describe('counts', () => {
  test('rows', () => {
    expect(index.documents).toHaveLength(made.column<number>('SELECT count(*) FROM documents')[0] ?? -1);
    expect(index.tasks.map(({ id }) => id)).toEqual(
      made.column('SELECT t.id FROM tasks t JOIN documents d ON d.id = t.document_id ORDER BY d.source, t.seq'),
    );
    const told = index.findings.filter(({ code }) => code !== 'task-without-unit');
    expect(told).toHaveLength(made.column<number>('SELECT count(*) FROM diagnostics')[0] ?? -1);
  });

  test('load of each body by role: as the view duties says', () => {
    const expected = made.column<string>(
      `SELECT unit_id || ' ' || role || ' ' || count(*) FROM (
         SELECT DISTINCT unit_id, role, task_id FROM assignments WHERE task_id IS NOT NULL) GROUP BY unit_id, role`,
    );
    const ids = made.column<string>('SELECT DISTINCT unit_id FROM assignments ORDER BY unit_id');
    const found = loads(index.tasks).flatMap(({ unit, roles }) =>
      Object.entries(roles).flatMap(([role, n]) => (n === 0 ? [] : [`${ids[unit]} ${role} ${n}`])),
    );
    expect(found.sort()).toEqual(expected.sort());
  });

  test('a name means one body', () => {
    const names = index.units.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => /^各县区（.+）$/.test(name)).length).toBeGreaterThan(1);
  });

  test('deadlines of each month: as the view due_dates says', () => {
    const expected = made.rows(
      `SELECT substr(due_on, 1, 7) AS month, sum(origin = 'deadline') AS deadline, sum(origin = 'body') AS body
       FROM due_dates GROUP BY month ORDER BY month`,
    );
    expect(deadlinesByMonth(index.tasks)).toEqual(expected);
  });

  test('bodies that share tasks', () => {
    const { units, common, most } = pairs(index.tasks, 25);
    const sql = `SELECT count(DISTINCT a.task_id) FROM assignments a JOIN assignments b ON b.task_id = a.task_id
      WHERE a.role <> 'chief' AND b.role <> 'chief'
        AND a.unit_id = ? AND b.unit_id = ?`;
    const ids = made.column<string>('SELECT DISTINCT unit_id FROM assignments ORDER BY unit_id');
    expect(units).toHaveLength(25);
    expect(most).toBeGreaterThan(1);
    for (const a of units.slice(0, 5)) {
      for (const b of units) {
        if (a === b) continue;
        const both = [ids[a] ?? '', ids[b] ?? ''];
        expect(common(a, b), both.join('+')).toBe(made.column<number>(sql, ...both)[0]);
      }
    }
  });

  test('a time line fills short gaps and breaks long ones', () => {
    const at = (month: string) => ({ month, deadline: 1, body: 0 });
    const line = timeLine([at('2022-11'), at('2023-01'), at('2024-01')]);
    expect(line.map((one) => (typeof one === 'number' ? one : one.month))).toEqual([
      '2022-11',
      '2022-12',
      '2023-01',
      11,
      '2024-01',
    ]);
  });
});

describe('the file', () => {
  test('has the same bytes each time', async () => {
    const [first, second] = [await made.report('first.html'), await made.report('second.html')];
    expect(readFileSync(first).equals(readFileSync(second))).toBe(true);
  });

  test('gives the index back, packed or not', async () => {
    const html = readFileSync(await made.report('whole.html', '--contacts'), 'utf8');
    const [, type, content = ''] =
      /<script type="application\/(json|gzip)" id="index">([^<]*)<\/script>/.exec(html) ?? [];
    const json = type === 'gzip' ? gunzipSync(Buffer.from(content, 'base64')).toString() : content;
    expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(index)));
  });

  test('JSON in a block ends no element and opens none', () => {
    const hostile = { '</script>': '<!-- & \u2028\u2029 <img src=x onerror=alert(1)>' };
    expect(safeJson(hostile)).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(safeJson(hostile))).toEqual(hostile);
  });
});
