/** Golden records: what the parser made of a document when somebody last looked at it. */
import { DocumentRecord } from '../../src/model/model.js';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** The record as JSON values, keys in the model's order, without the text: it stands in the corpus. */
export function withoutText(record: DocumentRecord): Json {
  const { document, ...tables } = DocumentRecord.parse(record);
  const { text: _, ...row } = document;
  return { document: row, ...tables };
}

/** One line for each row, so that the diff of a golden is a list of changed rows. */
export function printRecord(record: Json): string {
  const tables = Object.entries(record as Record<string, Json>).map(([name, value]) => {
    if (!Array.isArray(value))
      return `  ${JSON.stringify(name)}: ${JSON.stringify(value, null, 2).replaceAll('\n', '\n  ')}`;
    const rows = value.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
    return `  ${JSON.stringify(name)}: [${rows === '' ? '' : `\n${rows}\n  `}]`;
  });
  return `{\n${tables.join(',\n')}\n}\n`;
}

const isObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The first place where two records differ, or null. One is enough to start from: a changed paragraph moves every span
 * behind it.
 */
export function firstDifference(expected: Json | undefined, got: Json | undefined, path = ''): string | null {
  if (Array.isArray(expected) && Array.isArray(got)) {
    for (let i = 0; i < Math.max(expected.length, got.length); i++) {
      const difference = firstDifference(expected[i], got[i], `${path}[${i}]`);
      if (difference !== null) return difference;
    }
    return null;
  }
  if (isObject(expected) && isObject(got)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(got)])) {
      const difference = firstDifference(expected[key], got[key], path === '' ? key : `${path}.${key}`);
      if (difference !== null) return difference;
    }
    return null;
  }
  return expected === got ? null : `${path}: expected ${show(expected)}, got ${show(got)}`;
}

const show = (value: Json | undefined): string => (value === undefined ? 'nothing' : JSON.stringify(value));
