/**
 * Questions that people put to a ledger. docs/schema.md shows each with its first rows from the ledger of corpus/.
 * `ms`: measured once, warm, best of five, in milliseconds of CPU (python's sqlite3, SQLite 3.40.1), the slower of two
 * ledgers of 100,000 tasks: copies of corpus/ (11,776 documents, 278,528 assignments) and of published plans (1,040 long
 * documents, 465,504 assignments). A figure, not a promise: what a test can hold is the plan (see schema.test.ts).
 */
export interface TypicalQuery {
  asks: string;
  sql: string;
  ms: number;
}

export const TYPICAL_QUERIES: readonly TypicalQuery[] = [
  {
    asks: 'What does a body owe, soonest first?',
    sql: "SELECT due_on, role, title FROM duties WHERE unit = '望川市市场监督管理局' ORDER BY due_on IS NULL, due_on",
    ms: 34,
  },
  {
    asks: 'Which body does a document mean by a name?',
    sql: "SELECT DISTINCT u.name, u.id FROM unit_names n JOIN units u ON u.id = n.unit_id WHERE n.name = '市市场监管局'",
    ms: 3,
  },
  {
    asks: 'What is due in a month?',
    sql: "SELECT due_on, title, lead FROM ledger WHERE due_on BETWEEN '2023-09-01' AND '2023-09-30' ORDER BY due_on, task_id",
    ms: 30,
  },
  {
    asks: 'The same with phases and milestones',
    sql: "SELECT due_on, text, origin, lead FROM due_dates WHERE due_on BETWEEN '2023-09-01' AND '2023-09-30' ORDER BY due_on, task_id",
    ms: 36,
  },
  {
    asks: 'The tasks by their day, a page at a time',
    sql: 'SELECT due_on, title, body FROM ledger WHERE due_on IS NOT NULL ORDER BY due_on LIMIT 100',
    ms: 1,
  },
  {
    asks: 'How much is due in each month?',
    sql: 'SELECT substr(due_on, 1, 7) AS month, count(*) FROM deadlines WHERE due_on IS NOT NULL GROUP BY month',
    ms: 16,
  },
  {
    asks: 'The ledger of one document, by its path',
    sql: "SELECT seq, title, lead, deadline_text FROM ledger WHERE document_id = (SELECT document_id FROM sources WHERE source = 'tails-city-style.txt') ORDER BY seq",
    ms: 1,
  },
  {
    asks: 'The documents of an issuer, with how much was read off them',
    sql: "SELECT 文件, 文号, 任务数, 提示数 FROM 文件 WHERE 发文机关 LIKE '石渡县%' ORDER BY 成文日期",
    ms: 4,
  },
  {
    asks: 'Full text: a phrase, the best first (a blank between the characters)',
    sql: `SELECT t.body FROM search_index i JOIN search_documents s ON s.number = i.rowid / 16777216
JOIN tasks t ON t.document_id = s.document_id AND t.seq = i.rowid % 16777216
WHERE search_index MATCH '"市 场 监 管"' ORDER BY rank, i.rowid LIMIT 20`,
    ms: 58,
  },
  {
    asks: 'What was repaired, inferred or not understood, by code',
    sql: 'SELECT code, count(*) FROM diagnostics GROUP BY code ORDER BY count(*) DESC, code',
    ms: 4,
  },
  {
    asks: 'The passages of one code',
    sql: "SELECT excerpt, message, source FROM not_understood WHERE code = 'separator-missing' ORDER BY source LIMIT 100",
    ms: 16,
  },
  {
    asks: "The bodies of a place (by code: `adcode GLOB '6101*'`)",
    sql: "SELECT name, level, kind FROM units WHERE id GLOB 'u:石渡县:*' ORDER BY name",
    ms: 1,
  },
  {
    asks: 'The figures that a body must reach as lead',
    sql: `SELECT g.subject, g.comparator, g.value, g.unit FROM units u
JOIN assignments a ON a.unit_id = u.id AND a.role = 'lead' JOIN targets g ON g.task_id = a.task_id
WHERE u.name = '霁州市人力资源和社会保障局' ORDER BY g.id`,
    ms: 8,
  },
  {
    asks: 'Who works under the lead of a body?',
    sql: `SELECT u.name, count(DISTINCT b.task_id) AS tasks FROM units o
JOIN assignments a ON a.unit_id = o.id AND a.role = 'lead'
JOIN assignments b ON b.task_id = a.task_id AND b.unit_id <> a.unit_id JOIN units u ON u.id = b.unit_id
WHERE o.name = '望川市市场监督管理局' GROUP BY u.id ORDER BY tasks DESC, u.id LIMIT 10`,
    ms: 38,
  },
  {
    asks: 'Who has most to lead?',
    sql: 'SELECT 单位, 牵头, 责任, 配合 FROM 单位 ORDER BY 牵头 DESC, 单位编号 LIMIT 10',
    ms: 10,
  },
  { asks: 'How many assignments has each role?', sql: 'SELECT role, count(*) FROM assignments GROUP BY role', ms: 88 },
  {
    asks: 'How many tasks does nobody lead?',
    sql: `SELECT count(*) FROM tasks t
WHERE NOT EXISTS (SELECT 1 FROM assignments a WHERE a.task_id = t.id AND a.role = 'lead')`,
    ms: 81,
  },
  {
    asks: 'Facets: what kinds of deadline are there?',
    sql: 'SELECT deadline_kind, count(*) FROM ledger GROUP BY deadline_kind',
    ms: 37,
  },
  {
    asks: 'Facets: tasks by the area of their documents',
    sql: 'SELECT jurisdiction, count(*) FROM ledger GROUP BY jurisdiction',
    ms: 28,
  },
  {
    asks: 'One value with its evidence',
    sql: `SELECT t.due_on, substr(d.text, e.span_start + 1, e.span_end - e.span_start) FROM tasks t
JOIN documents d ON d.id = t.document_id JOIN evidence e ON e.document_id = d.id AND e.table_name = 'tasks'
AND e.row_id = t.id AND e.column_name = 'deadline_text'
WHERE t.document_id = (SELECT document_id FROM sources WHERE source = 'table-first-listed-lead-labels-in-cells.txt') AND t.due_on IS NOT NULL ORDER BY t.seq`,
    ms: 12,
  },
];
