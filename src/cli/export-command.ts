/** `taizhang export`: tasks of a ledger in one of the formats. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type Database from 'better-sqlite3';
import { UsageError } from '../batch/errors.js';
import { columns } from '../export/columns.js';
import { FORMATS, type Format, formatOf, isText } from '../export/formats.js';
import type { Sink } from '../export/sink.js';
import { type TaskFilter, taskIds } from '../query/filter.js';
import { readNotUnderstood } from '../query/not-understood.js';
import { openForReading } from '../query/open.js';
import { readTasks } from '../query/tasks.js';
import { EXIT, type ExitStatus } from './exit.js';
import { writeFile } from './file-sink.js';
import { filterOf } from './filters.js';
import { count } from './messages.js';
import type { FilterFlags } from './options.js';
import type { Terminal } from './terminal.js';

export interface ExportFlags extends FilterFlags {
  db: string;
  format?: Format;
  out?: string;
  contacts?: true;
}

function formatFor({ format, out }: ExportFlags): Format {
  const chosen = format ?? (out === undefined ? null : formatOf(out));
  if (chosen === null) {
    const why = out === undefined ? 'neither is given' : `the ending of ${out} is none of them`;
    throw new UsageError(`give --format ${FORMATS.join('|')}, or --out with such an ending: ${why}`);
  }
  if (out === undefined && !isText(chosen)) throw new UsageError(`${chosen} is no text: give --out FILE`);
  return chosen;
}

/** @throws UsageError where the file is a folder, or the ledger itself under whatever name */
function checkOut(out: string, ledger: string): void {
  if (!existsSync(out)) return;
  if (statSync(out).isDirectory()) throw new UsageError(`--out: ${out} is a folder`);
  if (realpathSync(out) === realpathSync(ledger)) throw new UsageError(`--out: ${out} is the ledger`);
}

/** The diagnostics of what was chosen: of single tasks, of whole documents, or all. */
function diagnosticScope(filter: TaskFilter, ids: readonly string[]) {
  const { documentIds, ...others } = filter;
  if (Object.keys(others).length > 0) return { taskIds: ids };
  return documentIds === undefined ? {} : { documentIds };
}

/** Writes the tasks and says what people should know of the result; null where there is nothing to say. */
async function write(
  db: Database.Database,
  format: Format,
  filter: TaskFilter,
  ids: readonly string[],
  options: { contacts: boolean },
  sink: Sink,
): Promise<string | null> {
  const tasks = readTasks(db, ids, options);
  const notUnderstood = readNotUnderstood(db, diagnosticScope(filter, ids), options);
  const { after = '', before = '9999-12-31' } = filter;
  const accepts = (dueOn: string) => after <= dueOn && dueOn <= before;
  switch (format) {
    case 'xlsx': {
      const { writeXlsx } = await import('../export/xlsx/xlsx.js');
      const { cut } = await writeXlsx(tasks, notUnderstood, { columns: columns(options), accepts }, sink);
      return cut > 0 ? `${count(cut, 'text')} longer than a cell of Excel takes: cut there, and marked so` : null;
    }
    case 'csv':
      await (await import('../export/csv.js')).writeCsv(tasks, columns(options), sink);
      return null;
    case 'jsonl':
      await (await import('../export/json.js')).writeJsonl(tasks, sink);
      return null;
    case 'json':
      await (await import('../export/json.js')).writeJson(tasks, notUnderstood, sink);
      return null;
    case 'parquet':
      await (await import('../export/parquet.js')).writeParquet(tasks, columns(options), sink);
      return null;
    case 'ics':
      await (await import('../export/ics.js')).writeIcs(tasks, accepts, sink);
      return null;
    case 'md':
      await (await import('../export/md.js')).writeMd(tasks, sink);
      return null;
  }
}

export async function exportCommand(flags: ExportFlags, terminal: Terminal): Promise<ExitStatus> {
  const { cwd, out: print, err } = terminal;
  const format = formatFor(flags);
  const path = resolve(cwd, flags.db);
  const db = openForReading(path);
  try {
    const out = flags.out === undefined ? null : resolve(cwd, flags.out);
    if (out !== null) checkOut(out, path);
    // One view of the ledger from the first task to the last, whatever another run writes meanwhile.
    db.exec('BEGIN');
    const filter = filterOf(db, flags, err);
    const ids = taskIds(db, filter);
    const run = (sink: Sink) => write(db, format, filter, ids, { contacts: flags.contacts === true }, sink);
    const toTerminal: Sink = {
      write: (chunk) => print(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8')),
    };
    const note = out === null ? await run(toTerminal) : await writeFile(out, run);
    if (out !== null) err(`${flags.out}: ${count(ids.length, 'task')}${note === null ? '' : `; ${note}`}\n`);
  } finally {
    db.close();
  }
  return EXIT.ok;
}
