/** Contacts 联系人 of documents, and how they are kept out of what is shown without them. */
import type Database from 'better-sqlite3';
import type { ContactRow } from '../model/model.js';

export type Contact = Pick<ContactRow, 'kind' | 'value'>;

/** The contacts of a document, in document order. */
export function contactsOf(db: Database.Database): (documentId: string) => Contact[] {
  const select = db.prepare<[string], Contact>('SELECT kind, value FROM contacts WHERE document_id = ? ORDER BY seq');
  return (documentId) => select.all(documentId);
}

/** Puts as many ■ for every contact that stands inside a text; the others stay as they are. */
export function masker(contacts: readonly Contact[]): (text: string) => string {
  // Longest first: the extension of a number stands inside the whole number.
  const values = [...new Set(contacts.map(({ value }) => value))].sort((a, b) => b.length - a.length);
  return (text) =>
    values.reduce((masked, value) => masked.replaceAll(value, '■'.repeat(Array.from(value).length)), text);
}
