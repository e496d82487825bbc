/** The formats of `taizhang export`. Light: the command's definition reads it. */
import { extname } from 'node:path';

export const FORMATS = ['xlsx', 'csv', 'jsonl', 'json', 'parquet', 'ics', 'md'] as const;

export type Format = (typeof FORMATS)[number];

/** Those that a terminal or a pipe can take; the others need a file. */
export const isText = (format: Format): boolean => format !== 'xlsx' && format !== 'parquet';

/** The format that a file name asks for by its ending; null where it asks for none. */
export function formatOf(path: string): Format | null {
  const ending = extname(path).slice(1).toLowerCase();
  return FORMATS.find((format) => format === ending) ?? (ending === 'ndjson' ? 'jsonl' : null);
}
