/** What a document says outside its tasks, each value with its place. */
import type { DocumentValue } from '../data.js';
import type { Places } from './places.js';
import type { DocumentRows } from './rows.js';

const METADATA = ['title', 'doc_number', 'issuer', 'issued_on', 'published_on', 'index_number', 'validity'] as const;

/** Lists them in the order: metadata, recipients, reports, cases, contacts (these only where they may be shown). */
export function documentValues(rows: DocumentRows, places: Places, hasContacts: boolean): DocumentValue[] {
  const { document } = rows;
  const metadata = METADATA.flatMap((column): DocumentValue[] => {
    const text = document[column];
    if (text === null) return [];
    return [
      {
        name: `documents.${column}`,
        text,
        place: places.addNarrow('document', null, 'documents', document.id, column),
      },
    ];
  });
  const recipients = rows.recipients.map((row) => ({
    name: `recipients.${row.role}`,
    text: row.name,
    place: places.addRow('document', null, row),
  }));
  const reporting = rows.reporting.map((row) => ({
    name: 'reporting.text',
    text: row.text,
    place: places.addRow('document', null, row),
  }));
  const cases = rows.cases.flatMap((row) => [
    { name: 'cases.title', text: row.title, place: places.add('document', null, 'cases', row, 'title') },
    ...(row.region === null
      ? []
      : [
          {
            name: 'cases.region',
            text: row.region,
            place: places.addNarrow('document', null, 'cases', row.id, 'region'),
          },
        ]),
    ...rows.practices
      .filter(({ case_id }) => case_id === row.id)
      .map((one) => ({
        name: 'practices.title',
        text: one.title,
        place: places.add('document', null, 'practices', one, 'title'),
      })),
  ]);
  const contacts = (hasContacts ? rows.contacts : []).map((row) => ({
    name: `contacts.${row.kind}`,
    text: row.value,
    place: places.addRow('contact', null, row),
  }));
  return [...metadata, ...recipients, ...reporting, ...cases, ...contacts];
}
