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
  search_documents: ['number'],
};

/** One picture of all would be too wide to read. A table stands in full in the first that has it, by name in the others. */
const PICTURES = {
  task: ['documents', 'sections', 'tasks', 'measures', 'assignments', 'units', 'deadlines', 'targets', 'diagnostics'],
  document: ['documents', 'sources', 'recipients', 'contacts', 'reporting', 'evidence', 'search_documents'],
  'body and a case': ['documents', 'units', 'unit_names', 'unit_claims', 'cases', 'practices', 'tasks'],
};
type Picture = keyof typeof PICTURES;
export const PICTURE_NAMES = Object.keys(PICTURES) as Picture[];

/** @throws where SHOWN names what is not there, or a foreign key stands in no picture */
export function erPicture(around: Picture, relations: readonly Relation[]): string {
  refuseGaps(relations);
  const drawn = relations.filter(({ name }) => PICTURES[around].includes(name));
  const isDrawn = (name: string) => PICTURES[around].includes(name);
  const earlier = PICTURE_NAMES.slice(0, PICTURE_NAMES.indexOf(around)).flatMap((name) => PICTURES[name]);
  const boxes = drawn.filter(({ name }) => !earlier.includes(name));
  return ['erDiagram', ...drawn.flatMap((one) => edges(one, isDrawn)), ...boxes.flatMap(box), ''].join('\n');
}

function refuseGaps(relations: readonly Relation[]): void {
  const unknown = Object.entries(SHOWN).flatMap(([table, shown]) => {
    const known = relations.find(({ name }) => name === table)?.columns.map(({ name }) => name) ?? [];
    return shown.filter((column) => !known.includes(column)).map((column) => `${table}.${column}`);
  });
  const missing = relations.flatMap(({ name, columns }) =>
    columns
      .filter(
        ({ refersTo: other }) =>
          other !== null && !Object.values(PICTURES).some((one) => one.includes(name) && one.includes(other)),
      )
      .map((column) => `${name}.${column.name}`),
  );
  if (missing.length + unknown.length > 0) throw new Error(`the pictures: ${[...missing, ...unknown].join(', ')}`);
}

/** `documents ||--o{ tasks : document_id`: exactly one, or none where it may be null; to one where it is unique. */
function edges({ name, columns }: Relation, isDrawn: (table: string) => boolean): string[] {
  return columns.flatMap((column) => {
    if (column.refersTo === null || !isDrawn(column.refersTo)) return [];
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
