/** Metadata → the row of the document, its recipients and their evidence. */
import type { Range } from '../../blocks/compact.js';
import type { Valued } from '../metadata/head.js';
import type { Metadata } from '../metadata/metadata.js';
import type { Writer } from './writer.js';

export function writeMetadata(writer: Writer, metadata: Metadata): void {
  const { record, id } = writer;
  const put = (column: 'title' | 'doc_number' | 'issuer' | 'index_number' | 'validity', value: Valued | null): void => {
    if (value === null) return;
    const text = value.ranges.map((range) => writer.text(range)).join('');
    if (text === '') return;
    record.document[column] = text;
    // A value on several lines: what stands between them counts too.
    writer.mindGaps({ from: (value.ranges[0] as Range).from, to: (value.ranges.at(-1) as Range).to }, text);
    writer.evidence('documents', id, column, value.ranges);
  };
  put('title', metadata.title);
  put('doc_number', metadata.docNumber);
  put('issuer', metadata.issuer);
  put('index_number', metadata.indexNumber);
  put('validity', metadata.validity);
  for (const [column, value] of [
    ['issued_on', metadata.issuedOn],
    ['published_on', metadata.publishedOn],
  ] as const) {
    if (!value?.date) continue;
    record.document[column] = value.date;
    writer.evidence('documents', id, column, value.ranges);
  }
  if (metadata.title === null) {
    writer.note({ code: 'title-missing', severity: 'warning', message: 'no title of the document was found' });
  } else if (metadata.titleFromMention) {
    writer.note({
      code: 'title-mentioned',
      severity: 'info',
      message: 'the title was taken from its mention in the text',
      ...(metadata.title.ranges[0] as Range),
    });
  }
  const bodies = (role: 'to' | 'cc', ranges: readonly Range[]): void => {
    ranges.forEach((range, i) => {
      record.recipients.push({ document_id: id, role, seq: i + 1, name: writer.name(range), ...writer.span(range) });
    });
  };
  bodies('to', metadata.recipients);
  bodies('cc', metadata.copies);
}
