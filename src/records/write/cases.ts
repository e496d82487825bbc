/** A case of a compilation → its row and its practices. */
import type { Range } from '../../blocks/compact.js';
import type { CaseDraft } from '../layouts/cases/draft.js';
import type { Writer } from './writer.js';

export function writeCase(writer: Writer, draft: CaseDraft, seq: number): void {
  const id = `${writer.id}:c${seq}`;
  const folded = (range: Range): string => writer.name(range).normalize('NFKC');
  const span = writer.span(draft);
  writer.record.cases.push({
    id,
    document_id: writer.id,
    seq,
    title: draft.title.map(folded).join(''),
    region: draft.region ? folded(draft.region) : null,
    adcode: null,
    summary: (draft.summary && writer.text(draft.summary)) || null,
    span_start: span.span_start,
    span_end: span.span_end,
  });
  writer.evidence('cases', id, 'title', draft.title);
  if (draft.region) writer.evidence('cases', id, 'region', [draft.region]);
  if (draft.summary) writer.evidence('cases', id, 'summary', [draft.summary]);
  // A line with nothing but marks is no practice.
  const practices = draft.practices.filter(({ title }) => folded(title) !== '');
  practices.forEach((practice, i) => {
    const practiceId = `${id}:${i + 1}`;
    const span = writer.span(practice);
    writer.record.practices.push({
      id: practiceId,
      case_id: id,
      seq: i + 1,
      title: folded(practice.title),
      body: (practice.body && writer.text(practice.body)) || null,
      span_start: span.span_start,
      span_end: span.span_end,
    });
    writer.evidence('practices', practiceId, 'title', [practice.title]);
  });
}
