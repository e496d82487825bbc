/** The parts of a document without its contacts. */
import type { PlaceIndex, Span } from '../data.js';
import type { Mask } from './mask.js';
import type { DocumentParts } from './parts.js';

/** Every string that was read off the text, masked where a contact stands in its place. */
export function masked({ head, tasks, findings, text }: DocumentParts, mask: Mask): DocumentParts {
  const spansOf = (place: PlaceIndex | null): readonly Span[] =>
    place === null ? [[0, head.length]] : (text.places[place]?.spans ?? []);
  const hide = (value: string, place: PlaceIndex | null) => mask.hide(value, spansOf(place));
  const hideOrNull = (value: string | null, place: PlaceIndex | null) => (value === null ? null : hide(value, place));
  return {
    head,
    tasks: tasks.map((task) => ({
      ...task,
      title: hideOrNull(task.title, task.place),
      body: hide(task.body, task.place),
      path: task.path.map((heading) => hide(heading, task.place)),
      deadlineText: hideOrNull(task.deadlineText, task.deadlinePlace ?? task.place),
      duties: task.duties.map((duty) => ({ ...duty, name: hide(duty.name, duty.place) })),
      deadlines: task.deadlines.map((one) => ({ ...one, text: hide(one.text, one.place) })),
      targets: task.targets.map((one) => ({
        ...one,
        text: hide(one.text, one.place),
        subject: hideOrNull(one.subject, one.place),
      })),
      measures: task.measures.map((one) => ({ ...one, text: hide(one.text, one.place) })),
    })),
    findings: findings.map((one) => ({ ...one, message: hide(one.message, one.place) })),
    text: {
      text: mask.text,
      places: text.places,
      values: text.values.map((one) => ({ ...one, text: hide(one.text, one.place) })),
    },
  };
}
