/** CSV as RFC 4180 has it, with a byte order mark so that Excel takes it for UTF-8. */
import type { ExportedTask } from '../model/exported.js';
import type { Column, Value } from './columns.js';
import { looksLikeFormula } from './formula.js';
import { collecting, type Sink } from './sink.js';

const BOM = '\ufeff';
/** An apostrophe before a text that a spreadsheet might take for a formula: it is then shown as text, apostrophe first. */
function harmless(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text;
}

export function csvCell(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = harmless(value.replaceAll('\0', '\ufffd').replace(/\p{Surrogate}/gu, '\ufffd'));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const line = (cells: readonly Value[]): string => `${cells.map(csvCell).join(',')}\r\n`;

export async function writeCsv(tasks: Iterable<ExportedTask>, columns: readonly Column[], sink: Sink): Promise<void> {
  const out = collecting(sink);
  await out.write(BOM + line(columns.map(({ header }) => header)));
  let n = 0;
  for (const task of tasks) {
    n += 1;
    await out.write(line(columns.map((column) => column.value(task, n))));
  }
  await out.end();
}
