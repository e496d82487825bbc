/** Reporting requirements outside the tasks → rows. */
import type { Drafts } from '../draft.js';
import type { CaseDraft } from '../layouts/cases/draft.js';
import { findReports } from '../reporting.js';
import type { Writer } from './writer.js';

export function writeReports(writer: Writer, drafts: Drafts, year: number | null, cases: readonly CaseDraft[]): void {
  if (cases.length > 0) return;
  const free = [...drafts.free].sort((a, b) => a.from - b.from);
  const reports = findReports(writer.copy, free, year);
  reports.forEach((report, i) => {
    writer.record.reporting.push({
      id: `${writer.id}:r${i + 1}`,
      document_id: writer.id,
      seq: i + 1,
      text: writer.text(report),
      frequency: report.frequency,
      month: report.month,
      day: report.day,
      due_on: report.dueOn,
      recipient: report.recipient ? writer.name(report.recipient) : null,
      ...writer.span(report),
    });
    if (report.recipient) writer.evidence('reporting', `${writer.id}:r${i + 1}`, 'recipient', [report.recipient]);
    if (report.yearInferred)
      writer.note({
        code: 'year-inferred',
        severity: 'info',
        message: 'the year was taken from the context',
        from: report.from,
        to: report.to,
      });
  });
}
