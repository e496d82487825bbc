/**
 * The ledger's tables and indexes as SQL. Rows lie in the order of keys that follow from the content, so that VACUUM INTO
 * gives the same bytes however the content came about: tables are WITHOUT ROWID, but for documents. A row there holds a whole
 * text, which SQLite would read again for each check of a foreign key; its `key` is the id as a number. The columns of the key come first: SQLite 3.40's
 * integrity_check takes NOT NULL columns before them for NULL. Nothing here is changed after creation.
 */

/** 'Taiz', so that a ledger is told from any other SQLite file by its header. */
export const APPLICATION_ID = 0x5461697a;

/** Counts the changes of this schema; a ledger of another schema is not written to. */
export const SCHEMA_VERSION = 3;

/** Where a row stands in `documents.text`. */
const SPAN =
  'span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, CHECK (0 <= span_start AND span_start <= span_end)';

/** The same for a row that need not have a place: both ends or none. */
const OPTIONAL_SPAN = `span_start INTEGER, span_end INTEGER,
  CHECK ((span_start IS NULL) = (span_end IS NULL) AND 0 <= span_start AND span_start <= span_end)`;

const IN_DOCUMENT = 'TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE';
const IN_TASK = 'TEXT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE';

export const TABLES = `
CREATE TABLE documents (
  id TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL,
  media_type TEXT NOT NULL,
  charset TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  text TEXT NOT NULL,
  version TEXT NOT NULL,
  title TEXT,
  doc_number TEXT,
  issuer TEXT,
  issued_on TEXT,
  published_on TEXT,
  index_number TEXT,
  validity TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('task-plan', 'task-table', 'case-compilation', 'notice')),
  jurisdiction TEXT,
  adcode TEXT,
  key INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE sources (
  document_id ${IN_DOCUMENT},
  source TEXT NOT NULL UNIQUE,
  PRIMARY KEY (document_id, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE recipients (
  document_id ${IN_DOCUMENT},
  role TEXT NOT NULL CHECK (role IN ('to', 'cc')),
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  ${SPAN},
  PRIMARY KEY (document_id, role, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE contacts (
  document_id ${IN_DOCUMENT},
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'phone', 'fax', 'email')),
  value TEXT NOT NULL,
  ${SPAN},
  PRIMARY KEY (document_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE sections (
  id TEXT NOT NULL PRIMARY KEY,
  document_id ${IN_DOCUMENT},
  parent_id TEXT REFERENCES sections (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('plan', 'chapter', 'section', 'item', 'mandate')),
  ordinal TEXT,
  heading TEXT NOT NULL,
  ${SPAN}
) STRICT, WITHOUT ROWID;

CREATE TABLE tasks (
  id TEXT NOT NULL PRIMARY KEY,
  document_id ${IN_DOCUMENT},
  section_id TEXT REFERENCES sections (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  ordinal TEXT,
  title TEXT,
  body TEXT NOT NULL,
  measure_count INTEGER NOT NULL,
  deadline_text TEXT,
  deadline_kind TEXT CHECK (deadline_kind IN ('by', 'ongoing', 'phased', 'recurring')),
  due_on TEXT,
  ${SPAN}
) STRICT, WITHOUT ROWID;

CREATE TABLE measures (
  id TEXT NOT NULL PRIMARY KEY,
  task_id ${IN_TASK},
  seq INTEGER NOT NULL,
  ordinal TEXT,
  text TEXT NOT NULL,
  ${SPAN}
) STRICT, WITHOUT ROWID;

CREATE TABLE units (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  function TEXT,
  level TEXT CHECK (level IN ('state', 'province', 'city', 'district', 'town')),
  adcode TEXT,
  kind TEXT CHECK (kind IN ('organ', 'party', 'court', 'procuratorate', 'institution', 'enterprise', 'association', 'group'))
) STRICT, WITHOUT ROWID;

CREATE TABLE unit_names (
  id TEXT NOT NULL PRIMARY KEY,
  unit_id TEXT NOT NULL REFERENCES units (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('registry', 'document')),
  document_id TEXT REFERENCES documents (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- What each document says of a body; units holds what most of them say, so that it does not depend on their order.
CREATE TABLE unit_claims (
  unit_id TEXT NOT NULL REFERENCES units (id) ON DELETE CASCADE,
  document_id ${IN_DOCUMENT},
  name TEXT NOT NULL,
  function TEXT,
  level TEXT,
  adcode TEXT,
  kind TEXT,
  official_names TEXT NOT NULL,
  PRIMARY KEY (unit_id, document_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE assignments (
  id TEXT NOT NULL PRIMARY KEY,
  task_id TEXT REFERENCES tasks (id) ON DELETE CASCADE,
  section_id TEXT REFERENCES sections (id) ON DELETE CASCADE,
  measure_id TEXT REFERENCES measures (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('lead', 'responsible', 'support', 'chief')),
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  unit_id TEXT NOT NULL REFERENCES units (id),
  is_group INTEGER NOT NULL CHECK (is_group IN (0, 1)),
  open_ended INTEGER NOT NULL CHECK (open_ended IN (0, 1)),
  basis TEXT NOT NULL CHECK (basis IN ('stated', 'declared')),
  ${SPAN},
  CHECK (task_id IS NOT NULL OR section_id IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE deadlines (
  id TEXT NOT NULL PRIMARY KEY,
  task_id ${IN_TASK},
  seq INTEGER NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('deadline', 'body')),
  text TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('by', 'ongoing', 'recurring')),
  starts_on TEXT,
  due_on TEXT,
  year_inferred INTEGER NOT NULL CHECK (year_inferred IN (0, 1)),
  ${SPAN}
) STRICT, WITHOUT ROWID;

CREATE TABLE targets (
  id TEXT NOT NULL PRIMARY KEY,
  task_id ${IN_TASK},
  seq INTEGER NOT NULL,
  text TEXT NOT NULL,
  subject TEXT,
  comparator TEXT NOT NULL CHECK (comparator IN ('>=', '<=', '>', '<', '=')),
  value REAL NOT NULL,
  value_high REAL,
  unit TEXT,
  due_on TEXT,
  ${SPAN}
) STRICT, WITHOUT ROWID;

CREATE TABLE reporting (
  id TEXT NOT NULL PRIMARY KEY,
  document_id ${IN_DOCUMENT},
  seq INTEGER NOT NULL,
  text TEXT NOT NULL,
  frequency TEXT NOT NULL CHECK (frequency IN ('once', 'weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly')),
  month INTEGER,
  day INTEGER,
  due_on TEXT,
  recipient TEXT,
  ${SPAN}
) STRICT, WITHOUT ROWID;

CREATE TABLE cases (
  id TEXT NOT NULL PRIMARY KEY,
  document_id ${IN_DOCUMENT},
  seq INTEGER NOT NULL,
  title TEXT NOT NULL,
  region TEXT,
  adcode TEXT,
  summary TEXT,
  ${SPAN}
) STRICT, WITHOUT ROWID;

CREATE TABLE practices (
  id TEXT NOT NULL PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  title TEXT NOT NULL,
  body TEXT,
  ${SPAN}
) STRICT, WITHOUT ROWID;

CREATE TABLE diagnostics (
  id TEXT NOT NULL PRIMARY KEY,
  document_id TEXT REFERENCES documents (id) ON DELETE CASCADE,
  source TEXT NOT NULL,
  task_id TEXT REFERENCES tasks (id) ON DELETE CASCADE,
  code TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('info', 'warning', 'error')),
  message TEXT NOT NULL,
  ${OPTIONAL_SPAN}
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  document_id ${IN_DOCUMENT},
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  column_name TEXT NOT NULL,
  seq INTEGER NOT NULL,
  ${SPAN},
  PRIMARY KEY (document_id, table_name, row_id, column_name, seq)
) STRICT, WITHOUT ROWID;
`;

/**
 * For the usual questions, and one for every foreign key: without them each cascade would read whole tables.
 * `documents_head` carries what the views show of a document: in the table these columns lie behind its whole text.
 */
export const INDEXES = `
CREATE INDEX documents_head ON documents (id, title, doc_number, issuer, issued_on, jurisdiction, adcode, source);
CREATE INDEX sections_document ON sections (document_id, seq);
CREATE INDEX sections_parent ON sections (parent_id);
CREATE INDEX tasks_document ON tasks (document_id, seq, deadline_kind);
CREATE INDEX tasks_section ON tasks (section_id);
CREATE INDEX tasks_due ON tasks (due_on);
CREATE INDEX measures_task ON measures (task_id, seq);
CREATE INDEX unit_claims_document ON unit_claims (document_id);
CREATE INDEX unit_names_unit ON unit_names (unit_id);
CREATE INDEX unit_names_name ON unit_names (name);
CREATE INDEX unit_names_document ON unit_names (document_id);
CREATE INDEX units_name ON units (name);
CREATE INDEX assignments_task ON assignments (task_id, role, seq);
CREATE INDEX assignments_section ON assignments (section_id, role, seq) WHERE section_id IS NOT NULL;
CREATE INDEX assignments_measure ON assignments (measure_id) WHERE measure_id IS NOT NULL;
CREATE INDEX assignments_unit ON assignments (unit_id, role);
CREATE INDEX deadlines_task ON deadlines (task_id, seq);
CREATE INDEX deadlines_due ON deadlines (due_on);
CREATE INDEX targets_task ON targets (task_id, seq);
CREATE INDEX reporting_document ON reporting (document_id, seq);
CREATE INDEX cases_document ON cases (document_id, seq);
CREATE INDEX practices_case ON practices (case_id, seq);
CREATE INDEX diagnostics_document ON diagnostics (document_id);
CREATE INDEX diagnostics_source ON diagnostics (source);
CREATE INDEX diagnostics_task ON diagnostics (task_id) WHERE task_id IS NOT NULL;
CREATE INDEX diagnostics_code ON diagnostics (code);
`;
