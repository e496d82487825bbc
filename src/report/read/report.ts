/** From a ledger to the data of its report: a pure function of the ledger's rows and the options. */
import type { Database } from 'better-sqlite3';
import { VERSION } from '../../model/version.js';
import type { DocumentText, Report, ReportIndex } from '../data.js';
import { documentParts } from './document.js';
import { failedFinding } from './findings.js';
import { documentIds, documentReader, failedDocuments } from './rows.js';
import { readUnits } from './units.js';

export interface ReportOptions {
  /** Names, telephones and addresses of contacts are shown. */
  hasContacts: boolean;
}

/** Reads the report. Documents come in the byte order of their sources, tasks in that of their text. */
export function readReport(db: Database, { hasContacts }: ReportOptions): Report {
  const units = readUnits(db);
  const read = documentReader(db);
  const texts: DocumentText[] = [];
  const index: ReportIndex = {
    version: VERSION,
    hasContacts,
    documents: [],
    tasks: [],
    units: units.all,
    findings: failedDocuments(db).map(failedFinding),
  };
  for (const [i, id] of documentIds(db).entries()) {
    const context = { index: i, firstTask: index.tasks.length, hasContacts, unitIndex: units.index };
    const { head, tasks, findings, text } = documentParts(read(id), context);
    index.documents.push(head);
    // One by one: as arguments of one call a hundred thousand are too many.
    for (const task of tasks) index.tasks.push(task);
    for (const finding of findings) index.findings.push(finding);
    texts.push(text);
  }
  return { index, texts };
}
