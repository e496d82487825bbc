/** The documents that the properties are tested on: our own corpus, and the real one where it is present. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DocumentRecord } from '../../src/model/model.js';
import { parseDocument } from '../../src/parse.js';

export interface Source {
  name: string;
  /** Made for this project: its sentences may be shown in messages. */
  own: boolean;
  html: boolean;
  bytes: Uint8Array;
  text: string;
}

function documentsOf(folder: string, own: boolean): Source[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.(?:txt|html)$/.test(name))
    .sort()
    .map((name) => {
      const bytes = new Uint8Array(readFileSync(`${folder}/${name}`));
      const text = new TextDecoder().decode(bytes);
      return { name: own ? name : `real/${name}`, own, html: name.endsWith('.html'), bytes, text };
    });
}

const OWN_FOLDER = fileURLToPath(new URL('../../corpus', import.meta.url));
export const REAL_FOLDER =
  process.env.TAIZHANG_REAL_CORPUS ?? fileURLToPath(new URL('../../../shared/corpus', import.meta.url));

export const ownDocuments = documentsOf(OWN_FOLDER, true);
export const realDocuments = documentsOf(REAL_FOLDER, false);
export const allDocuments = [...ownDocuments, ...realDocuments];

const parsed = new Map<string, DocumentRecord>();

/** The record of the document as it stands in its corpus. */
export function plainRecord(source: Source): DocumentRecord {
  let record = parsed.get(source.name);
  if (!record) {
    record = parseDocument(source.bytes);
    parsed.set(source.name, record);
  }
  return record;
}
