/** Figures that a task promises → rows. */
import type { TaskDraft } from '../draft.js';
import { findTargets } from '../targets/findTargets.js';
import type { Writer } from './writer.js';

/** What the body promises in figures. */
export function writeTargets(writer: Writer, draft: TaskDraft, id: string, year: number | null): void {
  const { record, copy } = writer;
  let targets = 0;
  for (const piece of draft.body) {
    for (const target of findTargets(copy.s, piece.from, piece.to, year)) {
      targets++;
      const targetId = `${id}:q${targets}`;
      const span = writer.span(target);
      record.targets.push({
        id: targetId,
        task_id: id,
        seq: targets,
        text: writer.text(target),
        subject: target.subject ? writer.text(target.subject) : null,
        comparator: target.comparator,
        value: target.value,
        value_high: target.valueHigh,
        unit: target.unit,
        due_on: target.dueOn,
        span_start: span.span_start,
        span_end: span.span_end,
      });
      writer.mindEdges(target, id);
      if (target.subject) writer.evidence('targets', targetId, 'subject', [target.subject]);
    }
  }
}
