/** The invariants of the contract as queries: each gives the rows that break it. */
import type Database from 'better-sqlite3';
import type { Finding } from './finding.js';

interface Rule {
  where: string;
  what: string;
  /** Gives the ids of the rows that break the rule. */
  sql: string;
}

const RULES: readonly Rule[] = [
  {
    where: 'documents',
    what: 'its id is not the beginning of its SHA-256',
    sql: 'SELECT id FROM documents WHERE id <> substr(sha256, 1, 16) OR length(sha256) <> 64',
  },
  {
    where: 'documents',
    what: 'its source is not the first of its sources',
    sql: 'SELECT id FROM documents d WHERE source IS NOT (SELECT min(source) FROM sources WHERE document_id = d.id)',
  },
  {
    where: 'documents',
    what: 'its text has a byte order mark or U+0000',
    sql: 'SELECT id FROM documents WHERE unicode(text) = 65279 OR instr(text, char(0)) > 0',
  },
  {
    where: 'diagnostics',
    what: 'an error belongs to a document that was read',
    sql: "SELECT id FROM diagnostics WHERE severity = 'error' AND document_id IS NOT NULL",
  },
  {
    where: 'diagnostics',
    what: 'its source is not that of its document',
    sql: 'SELECT g.id FROM diagnostics g JOIN documents d ON d.id = g.document_id WHERE g.source <> d.source',
  },
  {
    where: 'units',
    what: 'nothing refers to it',
    sql: 'SELECT id FROM units u WHERE NOT EXISTS (SELECT 1 FROM assignments WHERE unit_id = u.id)',
  },
  {
    where: 'assignments',
    what: 'its name has white space in it',
    sql: "SELECT id FROM assignments WHERE name GLOB '*[ \t\n\r\u3000]*'",
  },
  {
    where: 'assignments',
    what: 'it belongs to no task and no section',
    sql: 'SELECT id FROM assignments WHERE task_id IS NULL AND section_id IS NULL',
  },
  {
    where: 'assignments',
    what: 'its measure is none of its task',
    sql: 'SELECT a.id FROM assignments a JOIN measures m ON m.id = a.measure_id WHERE m.task_id IS NOT a.task_id',
  },
  {
    where: 'tasks',
    what: 'its section belongs to another document',
    sql: 'SELECT t.id FROM tasks t JOIN sections s ON s.id = t.section_id WHERE s.document_id <> t.document_id',
  },
  {
    where: 'tasks',
    what: 'its title is not in its body',
    sql: 'SELECT id FROM tasks WHERE title IS NOT NULL AND instr(body, title) = 0',
  },
  {
    where: 'targets',
    what: 'the higher value is not higher',
    sql: 'SELECT id FROM targets WHERE value_high <= value',
  },
];

/** Tables whose rows are counted from 1 in their parent. */
const COUNTED: Readonly<Record<string, readonly string[]>> = {
  recipients: ['document_id', 'role'],
  contacts: ['document_id'],
  sections: ['document_id'],
  tasks: ['document_id'],
  measures: ['task_id'],
  deadlines: ['task_id'],
  targets: ['task_id'],
  reporting: ['document_id'],
  cases: ['document_id'],
  practices: ['case_id'],
};

function counted(table: string, parents: readonly string[]): Rule {
  const parent = parents.join(', ');
  return {
    where: table,
    what: 'its rows are not counted from 1 without a gap',
    sql: `SELECT ${parents.join(" || ' ' || ")} FROM ${table} GROUP BY ${parent} HAVING min(seq) <> 1 OR max(seq) <> count(*) OR count(DISTINCT seq) <> count(*)`,
  };
}

/** Every column of every table: nothing is empty, dates are days of the calendar. */
function columnRules(db: Database.Database): Rule[] {
  const columns = db.prepare<[], { tbl: string; col: string; type: string; key: string }>(`
    SELECT t.name AS tbl, c.name AS col, c.type AS type,
      (SELECT name FROM pragma_table_info(t.name) WHERE pk = 1) AS key
    FROM pragma_table_list t JOIN pragma_table_info(t.name) c
    WHERE t.schema = 'main' AND t.type = 'table' AND t.name <> 'sqlite_schema' ORDER BY t.name, c.cid`);
  return columns.all().flatMap(({ tbl, col, type, key }) => {
    if (type !== 'TEXT') return [];
    const id = `CAST("${key}" AS TEXT)`;
    const rules = [
      { where: tbl, what: `${col} is empty, not NULL`, sql: `SELECT ${id} FROM ${tbl} WHERE ${col} = ''` },
    ];
    if (/_on$/.test(col))
      rules.push({
        where: tbl,
        what: `${col} is no date`,
        sql: `SELECT ${id} FROM ${tbl} WHERE ${col} IS NOT date(${col})`,
      });
    // Official names are a list, which may have none.
    return col === 'official_names' ? [] : rules;
  });
}

export function* checkRules(db: Database.Database): Generator<Finding> {
  const rules = [
    ...RULES,
    ...Object.entries(COUNTED).map(([table, parents]) => counted(table, parents)),
    ...columnRules(db),
  ];
  for (const { where, what, sql } of rules)
    for (const row of db.prepare<[], string>(sql).pluck().all()) yield { where, row, what };
}
