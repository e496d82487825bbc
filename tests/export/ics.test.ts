/** iCalendar, read by ical.js. */
import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { foldLine } from '../../src/export/fold.js';
import { corpusLedger, HOSTILE, hostileToy, toyLedger } from './ledgers.js';

function eventsOf(text: string) {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => ({
    component,
    event: new ICAL.Event(component),
    stamp: String(component.getFirstPropertyValue('dtstamp')),
    triggers: component.getAllSubcomponents('valarm').map((alarm) => String(alarm.getFirstPropertyValue('trigger'))),
  }));
}

test('one all-day event for each dated deadline and milestone', async () => {
  const space = corpusLedger();
  const { out } = await space.run(['export', '--format', 'ics']);
  const events = eventsOf(out);
  const promises =
    space.query(`SELECT l.id, l.due_on, d.issued_on, t.body FROM deadlines l JOIN tasks t ON t.id = l.task_id
    JOIN documents d ON d.id = t.document_id WHERE l.due_on IS NOT NULL ORDER BY d.source, t.seq, l.seq`);
  expect(promises.length).toBeGreaterThan(200);
  expect(
    events.map(({ event, stamp }) => [event.uid, event.startDate.isDate, String(event.startDate), stamp.slice(0, 10)]),
  ).toEqual(
    promises.map(([id, due, issued]) => [
      `${String(id).replaceAll(':', '-')}@taizhang`,
      true,
      due,
      issued ?? '1970-01-01',
    ]),
  );
  for (const [i, { event, triggers }] of events.entries()) {
    expect(triggers).toEqual(['-P7D', '-P1D']);
    expect(event.description).toContain(`任务：${promises[i]?.[3]}`);
  }
  expect(new Set(events.map(({ event }) => event.uid)).size).toBe(events.length);
});

test('lines are CR LF, at most 75 octets, and hostile texts come back', async () => {
  const { out } = await toyLedger(hostileToy()).run(['export', '--format', 'ics']);
  const lines = out.split('\r\n');
  expect(lines.pop()).toBe('');
  for (const line of lines) {
    expect(line).not.toMatch(/[\r\n]/);
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toContain('\ufffd');
  }
  const texts = eventsOf(out).map(({ event }) => event.description);
  expect(texts).toHaveLength(HOSTILE.length);
  for (const [i, text] of HOSTILE.entries()) expect(texts[i]).toContain(text.replace(/\p{Cc}/gu, ' '));
});

test('folded lines unfold to what they were', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const line = `SUMMARY:${text.replace(/[\r\n]/g, '')}`;
      const folded = foldLine(line);
      expect(folded.replaceAll('\r\n ', '')).toBe(line);
      for (const part of folded.split('\r\n')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
    }),
  );
});

test('--before and --after keep single dates of a task out', async () => {
  const space = corpusLedger();
  const { out } = await space.run(['export', '--format', 'ics', '--after', '2023-09-30', '--before', '2023-09-30']);
  const days = eventsOf(out).map(({ event }) => String(event.startDate));
  expect(days.length).toBeGreaterThan(3);
  expect(new Set(days)).toEqual(new Set(['2023-09-30']));
});
