/** The tables and their foreign keys as a mermaid `erDiagram`, which GitHub draws. */
import type { Relation } from './relations.js';

/** What is shown of a table besides its keys: what tells a reader what it holds. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  documents: ['source', 'title', 'doc_number', 'issuer', 'issued_on', 'adcode', 'text'],
  sources: ['source'],
  recipients: ['role', 'name'],
  contacts: ['kind', 'value'],
  sections: ['kind', 'heading'],
  tasks: ['title', 'body', 'deadline_kind', 'due_on'],
  measures: ['text'],
  units: ['name', 'level', 'adcode', 'kind'],
  unit_names: ['name', 'origin'],
  unit_claims: ['name'],
  assignments: ['role', 'name'],
  deadlines: ['origin', 'text', 'due_on'],
  targets: ['subject', 'comparator', 'value', 'unit'],
  reporting: ['frequency', 'due_on', 'recipient'],
  cases: ['title', 'region'],
  practices: ['title', 'body'],
  diagnostics: ['code', 'severity', 'message'],
  evidence: ['table_name', 'row_id', 'column_name'],
  search_rows: ['number'],
};

/** @throws where SHOWN and the foreign keys do not name the same tables */
export function erPicture(relations: readonly Relation[]): string {
  const joined = relations.filter(
    ({ name, columns }) =>
      relations.some((other) => other.columns.some((column) => column.refersTo === name)) ||
      columns.some((one) => one.refersTo),
  );
  const missing = joined.filter(({ name }) => !(name in SHOWN)).map(({ name }) => name);
  const unknown = Object.entries(SHOWN).flatMap(([table, columns]) => {
    const known = joined.find(({ name }) => name === table)?.columns.map(({ name }) => name) ?? [];
    return columns.filter((column) => !known.includes(column)).map((column) => `${table}.${column}`);
  });
  if (missing.length + unknown.length > 0) throw new Error(`the picture: ${[...missing, ...unknown].join(', ')}`);
  return ['erDiagram', ...joined.flatMap(edges), ...joined.flatMap(box), ''].join('\n');
}

/** `documents ||--o{ tasks : document_id`: exactly one, or none where it may be null; to one where it is unique. */
function edges({ name, columns }: Relation): string[] {
  return columns.flatMap((column) => {
    if (column.refersTo === null) return [];
    const left = column.notNull ? '||' : '|o';
    const right = column.unique ? 'o|' : 'o{';
    return [`  ${column.refersTo} ${left}--${right} ${name} : ${column.name}`];
  });
}

function box({ name, columns }: Relation): string[] {
  const shown = columns.filter(
    (column) => column.key > 0 || column.refersTo || column.name === 'id' || SHOWN[name]?.includes(column.name),
  );
  const lines = shown.map((column) => {
    const keys = [
      ...(column.key > 0 ? ['PK'] : column.name === 'id' ? ['UK'] : []),
      ...(column.refersTo ? ['FK'] : []),
    ].join(', ');
    return `    ${column.type} ${column.name} ${keys}`.trimEnd();
  });
  return [`  ${name} {`, ...lines, '  }'];
}
