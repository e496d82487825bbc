/**
 * Masks contacts (联系人、电话、传真、邮箱) in a record by as many ■ as they have characters: every span stays right. Chiefs
 * 责任领导 are published duties and stay.
 */
import type { ContactRow, DocumentRecord } from '../model/model.js';
import { maskAlong } from './align.js';

const MASK = '■';

/** What a redacted record says of its version: with and without redaction the same bytes are two readings. */
export function redactedVersion(version: string): string {
  return `${version}+redacted`;
}

interface Span {
  span_start: number;
  span_end: number;
}

/** Columns that hold words of the document, by table. Names of units stay: a body is no contact. */
const COLUMNS = {
  recipients: ['name'],
  contacts: ['value'],
  sections: ['heading'],
  tasks: ['title', 'body', 'deadline_text'],
  measures: ['text'],
  targets: ['text', 'subject'],
  reporting: ['text', 'recipient'],
  cases: ['title', 'summary'],
  practices: ['title', 'body'],
} as const;
const DOCUMENT_COLUMNS = ['title', 'doc_number', 'issuer', 'index_number', 'validity'] as const;

/** Input: a record. Output: the record without its contacts; the input is left as it is. */
export function redact(record: DocumentRecord): DocumentRecord {
  const version = redactedVersion(record.document.version);
  if (record.contacts.length === 0) return { ...record, document: { ...record.document, version } };
  const characters = [...record.document.text];
  const places = maskedPlaces(characters, record.contacts);
  const mask = (value: string, spans: readonly Span[]): string => {
    const passage = spans.flatMap(({ span_start, span_end }) =>
      characters.slice(span_start, span_end).map((character, i) => ({ character, place: span_start + i })),
    );
    if (!passage.some(({ place }) => places.has(place))) return value;
    return maskAlong(value, passage, (place) => places.has(place)) ?? maskWords(value, record.contacts);
  };
  const finer = evidenceOf(record);
  const redacted: DocumentRecord = {
    ...record,
    document: { ...record.document, version, text: maskText(characters, places) },
    diagnostics: record.diagnostics.map((row) => ({ ...row, message: maskWords(row.message, record.contacts) })),
  };
  for (const column of DOCUMENT_COLUMNS) {
    const value = record.document[column];
    if (value !== null) redacted.document[column] = mask(value, finer('documents', record.document.id, column) ?? []);
  }
  for (const [table, columns] of Object.entries(COLUMNS) as [keyof typeof COLUMNS, readonly string[]][]) {
    const rows = record[table] as readonly (Span & Record<string, unknown>)[];
    const masked = rows.map((row) => {
      const copy = { ...row };
      for (const column of columns) {
        const value = row[column];
        if (typeof value === 'string') copy[column] = mask(value, finer(table, String(row.id), column) ?? [row]);
      }
      return copy;
    });
    Object.assign(redacted, { [table]: masked });
  }
  return redacted;
}

/** The places of the contacts, and of every other place where the same number or address stands. */
function maskedPlaces(characters: readonly string[], contacts: readonly ContactRow[]): ReadonlySet<number> {
  const places = new Set<number>();
  const add = (from: number, to: number) => {
    for (let place = from; place < to; place++) if (!/\s/.test(characters[place] ?? ' ')) places.add(place);
  };
  for (const { span_start, span_end } of contacts) add(span_start, span_end);
  const text = characters.join('');
  const isPlain = text.length === characters.length;
  for (const value of numbersOf(contacts))
    for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) {
      const from = isPlain ? at : [...text.slice(0, at)].length;
      add(from, from + [...value].length);
    }
  return places;
}

/** Names may be words of the text; a number or an address is nothing else. */
function numbersOf(contacts: readonly ContactRow[]): string[] {
  const values = contacts.filter(({ kind }) => kind !== 'person').map(({ value }) => value);
  return [...new Set(values)].sort((a, b) => b.length - a.length);
}

function maskText(characters: readonly string[], places: ReadonlySet<number>): string {
  return characters.map((character, place) => (places.has(place) ? MASK : character)).join('');
}

/** Where a value cannot be laid along its passage: its numbers and addresses at least. */
function maskWords(text: string, contacts: readonly ContactRow[]): string {
  return numbersOf(contacts).reduce((masked, value) => masked.replaceAll(value, MASK.repeat([...value].length)), text);
}

/** The finer evidence of a column, where there is any. */
function evidenceOf(record: DocumentRecord): (table: string, row: string, column: string) => Span[] | undefined {
  const spans = new Map<string, Span[]>();
  for (const row of record.evidence) {
    const key = `${row.table_name} ${row.row_id} ${row.column_name}`;
    const known = spans.get(key);
    if (known) known.push(row);
    else spans.set(key, [row]);
  }
  return (table, row, column) => spans.get(`${table} ${row} ${column}`);
}
