/** The documents that a text or an area stands for. */
import type Database from 'better-sqlite3';

/** Where documents or bodies lie: an area of the standard by its code, or a place without one by its name. */
export type Area = { adcode: string } | { name: string };

/** 610100 → 6101: the codes of everything in an area begin with this. */
export function codePrefix(adcode: string): string {
  return adcode.replace(/(?:00){1,2}$/, '');
}

export interface FoundDocument {
  id: string;
  source: string;
  title: string | null;
}

/** 〔2023〕, [2023] and （2023） are one number. */
export function foldNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[〔[(【]/g, '〔')
    .replace(/[〕\])】]/g, '〕');
}

/**
 * Documents with this id, source or number; where there is none, those whose title has the text as a part.
 * @returns in byte order of their sources
 */
export function documentsCalled(db: Database.Database, text: string): FoundDocument[] {
  const exact = db
    .prepare<[{ text: string }], FoundDocument>(
      `SELECT id, source, title FROM documents INDEXED BY documents_head
       WHERE id = :text OR id IN (SELECT document_id FROM sources WHERE source = :text) ORDER BY source`,
    )
    .all({ text });
  if (exact.length > 0) return exact;
  const all = db
    .prepare<[], FoundDocument & { doc_number: string | null }>(
      'SELECT id, source, title, doc_number FROM documents INDEXED BY documents_head ORDER BY source',
    )
    .all();
  const number = foldNumber(text);
  const numbered = all.filter((one) => one.doc_number !== null && foldNumber(one.doc_number) === number);
  return numbered.length > 0 ? numbered : all.filter(({ title }) => title?.includes(text));
}

/**
 * Documents of an area and of everything below it. A place that the standard does not know has no code: its documents are
 * those whose issuer begins with its name.
 */
export function documentsIn(db: Database.Database, area: Area): string[] {
  const select = (column: string, prefix: string) =>
    db
      .prepare<[{ prefix: string }], string>(
        `SELECT id FROM documents INDEXED BY documents_head WHERE substr(${column}, 1, length(:prefix)) = :prefix ORDER BY id`,
      )
      .pluck()
      .all({ prefix });
  return 'adcode' in area ? select('adcode', codePrefix(area.adcode)) : select('issuer', area.name);
}
