/** `taizhang show`: one task with every value and its evidence. */
import { resolve } from 'node:path';
import { UsageError } from '../batch/errors.js';
import { contactsOf, masker } from '../query/contacts.js';
import { openForReading } from '../query/open.js';
import { readTasks } from '../query/tasks.js';
import { type ShownValue, valuesOf } from '../query/values.js';
import { EXIT, type ExitStatus } from './exit.js';
import { printTable, type TableColumn } from './table.js';
import type { Terminal } from './terminal.js';

export interface ShowFlags {
  db: string;
  json?: true;
}

const COLUMNS: readonly TableColumn[] = [
  { header: 'field' },
  { header: 'value', flexible: true },
  { header: 'line:column' },
  { header: 'evidence', flexible: true },
];

function row({ field, value, evidence }: ShownValue): string[] {
  const places = evidence.map(({ line, column }) => `${line}:${column}`);
  return [field, value, places.join(' '), evidence.map(({ excerpt }) => excerpt).join(' … ')];
}

export async function showCommand(id: string, flags: ShowFlags, terminal: Terminal): Promise<ExitStatus> {
  const db = openForReading(resolve(terminal.cwd, flags.db));
  try {
    const [task] = readTasks(db, [id], { contacts: false });
    if (task === undefined) throw new UsageError(`no task ${id} in ${flags.db}: \`taizhang due\` and exports give ids`);
    const { document, plan, path, mandate } = task;
    const text = db.prepare<[string], string>('SELECT text FROM documents WHERE id = ?').pluck().get(document.id) ?? '';
    const mask = masker(contactsOf(db)(document.id));
    const values = valuesOf(task, text).map((value) => ({
      ...value,
      evidence: value.evidence.map((one) => ({ ...one, excerpt: mask(one.excerpt) })),
    }));
    if (flags.json) {
      await terminal.out(`${JSON.stringify({ ...task, values })}\n`);
      return EXIT.ok;
    }
    const around: [string, string | null][] = [
      ['task', id],
      ['source', document.source],
      ['document', document.title],
      ['doc_number', document.doc_number],
      ['issuer', document.issuer],
      ['plan', plan],
      ['path', path.length > 0 ? path.join(' / ') : null],
      ['mandate', mandate],
    ];
    const head = around.flatMap(([field, value]) => (value === null ? [] : [[field, value, '', '']]));
    await printTable(COLUMNS, [...head, ...values.map(row)], (cells) => cells, terminal);
  } finally {
    db.close();
  }
  return EXIT.ok;
}
