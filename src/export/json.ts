/** json: one object as docs/ledger.schema.json describes it. jsonl: one task per line. */
import type { ExportedTask, NotUnderstood } from '../model/exported.js';
import { VERSION } from '../model/version.js';
import { collecting, type Sink, type TextSink } from './sink.js';

async function writeArray(name: string, rows: Iterable<unknown>, out: TextSink): Promise<void> {
  await out.write(`"${name}":[`);
  let separator = '\n';
  for (const row of rows) {
    await out.write(separator + JSON.stringify(row));
    separator = ',\n';
  }
  await out.write('\n]');
}

/** Written piece by piece, one task per line: whole it may be longer than a string can be. */
export async function writeJson(
  tasks: Iterable<ExportedTask>,
  notUnderstood: Iterable<NotUnderstood>,
  sink: Sink,
): Promise<void> {
  const out = collecting(sink);
  await out.write(`{"version":${JSON.stringify(VERSION)},\n`);
  await writeArray('tasks', tasks, out);
  await out.write(',\n');
  await writeArray('not_understood', notUnderstood, out);
  await out.write('}\n');
  await out.end();
}

export async function writeJsonl(tasks: Iterable<ExportedTask>, sink: Sink): Promise<void> {
  const out = collecting(sink);
  for (const task of tasks) await out.write(`${JSON.stringify(task)}\n`);
  await out.end();
}
