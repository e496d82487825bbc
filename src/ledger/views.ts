/**
 * The views of the ledger as SQL for SQLite 3.40: `group_concat(… ORDER BY …)` came later, so a window function gives
 * the order. Each value is its own subquery over an index: a query pays only for the rows and columns it asks for.
 */

/** The names the rows `from` gives, in the order `order`; 等 stands right after the entry it follows in the document. */
function names(from: string, order: string): string {
  return `(SELECT group_concat(a.name || iif(a.open_ended, '等', ''), '、')
      OVER (ORDER BY ${order} ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
    FROM ${from} LIMIT 1)`;
}

/** What the task itself says of a role; an assignment of a single measure is not the task's own. */
function ownNames(role: string): string {
  return names(`assignments a WHERE a.task_id = t.id AND a.role = '${role}' AND a.measure_id IS NULL`, 'a.seq, a.id');
}

/** The sections around task `t`, the nearest with depth 1. The limit ends a circle that no parser should make. */
const AROUND = `WITH RECURSIVE around (id, parent_id, kind, ordinal, heading, depth) AS (
      SELECT id, parent_id, kind, ordinal, heading, 1 FROM sections WHERE id = t.section_id
      UNION ALL
      SELECT s.id, s.parent_id, s.kind, s.ordinal, s.heading, around.depth + 1
      FROM around JOIN sections s ON s.id = around.parent_id WHERE around.depth < 64)`;

const PLAN = `(${AROUND}
    SELECT heading FROM around WHERE kind = 'plan' ORDER BY depth LIMIT 1)`;

const PATH = `(${AROUND}
    SELECT group_concat(heading, ' / ') OVER (ORDER BY depth DESC ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
    FROM around WHERE kind NOT IN ('plan', 'mandate') LIMIT 1)`;

/** A mandate's number often stands in a cell of its own: it is put before a heading that does not begin with it. */
const MANDATE = `(${AROUND}
    SELECT iif(ordinal IS NULL OR instr(substr(heading, 1, length(ordinal) + 2), ordinal), heading, ordinal || ' ' || heading)
    FROM around WHERE kind = 'mandate' ORDER BY depth LIMIT 1)`;

/** The index is named: SQLite would look through all assignments without a task, of every document, for each row. */
const ASSIGNED = 'assignments a INDEXED BY assignments_section ON a.section_id = around.id AND a.task_id IS NULL';

const SECTION_LEAD = names(
  `(${AROUND} SELECT depth, a.* FROM around JOIN ${ASSIGNED} AND a.role = 'lead') a`,
  'a.depth DESC, a.seq, a.id',
);

/** The chiefs of the sections around the task, outermost first, then its own. */
const CHIEF = names(
  `(${AROUND} SELECT depth, a.* FROM around JOIN ${ASSIGNED} AND a.role = 'chief'
      UNION ALL
      SELECT 0, * FROM assignments WHERE task_id = t.id AND role = 'chief' AND measure_id IS NULL) a`,
  'a.depth DESC, a.seq, a.id',
);

/** The head of the document a row belongs to, without reading its text (see `documents_head`). */
function headOf(key: string): string {
  return `documents d INDEXED BY documents_head ON d.id = ${key}`;
}

export const VIEWS = `
CREATE VIEW ledger AS SELECT
  t.id AS task_id, t.document_id, t.seq, d.doc_number, d.title AS document_title, d.issuer, d.issued_on,
  d.jurisdiction, d.adcode,
  ${PLAN} AS plan,
  ${PATH} AS path,
  ${MANDATE} AS mandate,
  t.ordinal, t.title, t.body,
  ${ownNames('lead')} AS lead,
  ${ownNames('responsible')} AS responsible,
  ${ownNames('support')} AS support,
  ${SECTION_LEAD} AS section_lead,
  ${CHIEF} AS chief,
  t.deadline_text, t.deadline_kind, t.due_on,
  (SELECT count(*) FROM diagnostics g WHERE g.task_id = t.id) AS warnings,
  d.source, t.span_start, t.span_end
FROM tasks t JOIN ${headOf('t.document_id')};

CREATE VIEW duties AS SELECT
  a.unit_id, u.name AS unit, a.role, a.task_id, d.title AS document_title, t.title, t.body, t.due_on
FROM assignments a
  JOIN units u ON u.id = a.unit_id
  JOIN tasks t ON t.id = a.task_id
  JOIN ${headOf('t.document_id')}
WHERE a.measure_id IS NULL
  -- A body named twice has one duty. DISTINCT would read all assignments for a question on one body; without the
  -- index named, all assignments of each body.
  AND NOT EXISTS (SELECT 1 FROM assignments b INDEXED BY assignments_task WHERE b.task_id = a.task_id AND b.role = a.role
    AND b.unit_id = a.unit_id AND b.measure_id IS NULL AND b.id < a.id);

CREATE VIEW due_dates AS SELECT
  l.due_on, l.text, l.origin, l.task_id, d.title AS document_title, t.title,
  ${ownNames('lead')} AS lead
FROM deadlines l
  JOIN tasks t ON t.id = l.task_id
  JOIN ${headOf('t.document_id')}
WHERE l.due_on IS NOT NULL;

CREATE VIEW not_understood AS SELECT
  d.title AS document_title, g.code, g.severity, g.message,
  substr(d.text, g.span_start + 1, g.span_end - g.span_start) AS excerpt, g.source
FROM diagnostics g LEFT JOIN documents d ON d.id = g.document_id;
`;
