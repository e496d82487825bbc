/** Deadlines and milestones as all-day events of a calendar, with reminders. */
import { ICalAlarmType, ICalCalendar } from 'ical-generator';
import type { ExportedTask } from '../model/exported.js';
import { foldLine } from './fold.js';
import { bodies, chiefs, contactText } from './names.js';
import { collecting, type Sink } from './sink.js';

const DAY = 24 * 60 * 60;
/** Seconds before the day. */
const REMINDERS = [7 * DAY, DAY];
/** When a document does not say when it was written; the clock would make every export another one. */
const EPOCH = '1970-01-01';
const LONGEST_SUMMARY = 60;

type Deadline = ExportedTask['deadlines'][number];

const dayOf = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

/** Control characters are no part of iCalendar text; line breaks are escaped by the library. */
function plain(text: string): string {
  return text
    .replace(/[\p{Cc}]/gu, (character) => (character === '\n' ? '\n' : ' '))
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

function summary(task: ExportedTask, lead: string | null): string {
  const name = Array.from(task.title ?? task.body);
  const shown = name.length > LONGEST_SUMMARY ? `${name.slice(0, LONGEST_SUMMARY - 1).join('')}…` : name.join('');
  return lead === null ? shown : `${shown}（${lead}）`;
}

function description(task: ExportedTask, deadline: Deadline, lead: string | null): string {
  const { document } = task;
  const lines: [string, string | null][] = [
    ['任务', task.body],
    ['牵头单位', lead],
    ['责任单位', bodies(task, 'responsible', 'task')],
    ['配合单位', bodies(task, 'support', 'task')],
    ['责任领导', chiefs(task)],
    ['时限', deadline.text],
    ['来源', [document.title, document.doc_number].filter(Boolean).join(' ') || document.source],
    ['联系', contactText(task)],
    ['编号', task.id],
  ];
  return lines.flatMap(([name, text]) => (text === null ? [] : [`${name}：${text}`])).join('\n');
}

function event(calendar: ICalCalendar, task: ExportedTask, deadline: Deadline, dueOn: string): string {
  const lead = bodies(task, 'lead', 'task') ?? bodies(task, 'lead', 'section');
  const made = calendar.createEvent({
    id: `${deadline.id.replaceAll(':', '-')}@taizhang`,
    stamp: dayOf(task.document.issued_on ?? EPOCH),
    start: dayOf(dueOn),
    allDay: true,
    summary: plain(summary(task, lead)),
    description: plain(description(task, deadline, lead)),
    alarms: REMINDERS.map((trigger) => ({ type: ICalAlarmType.display, trigger })),
  });
  calendar.clear();
  const lines = made.toString().trimEnd().split('\r\n');
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

/** One event for each dated deadline or milestone that `accepts` takes. They go out one by one: a calendar of all would be held whole. */
export async function writeIcs(
  tasks: Iterable<ExportedTask>,
  accepts: (dueOn: string) => boolean,
  sink: Sink,
): Promise<void> {
  const out = collecting(sink);
  const calendar = new ICalCalendar({
    name: '台账',
    prodId: { company: 'Taizhang', product: 'taizhang', language: 'ZH' },
  });
  const [head = '', foot = ''] = calendar.toString().split(/(?=END:VCALENDAR)/);
  await out.write(head);
  for (const task of tasks) {
    for (const deadline of task.deadlines) {
      if (deadline.due_on !== null && accepts(deadline.due_on))
        await out.write(event(calendar, task, deadline, deadline.due_on));
    }
  }
  await out.write(`${foot.trimEnd()}\r\n`);
  await out.end();
}
