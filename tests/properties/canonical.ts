/** What a ledger says about a document: ids, spans, evidence, diagnostics, charset and widths aside. */
import type { AssignmentRow, DocumentRecord, SectionRow } from '../../src/model/model.js';
import { bare, fold } from '../gold/fold.js';

/** One row of the ledger: `key` to know it again, and its values by name. */
interface Entry {
  key: string;
  values: Record<string, string>;
}

export type Canonical = Record<string, Entry[]>;

const shown = (value: string | number | null): string => (value === null ? '∅' : String(value));
const folded = (value: string | null): string => shown(value === null ? null : fold(value));

function chain(sections: Map<string, SectionRow>, id: string | null): SectionRow[] {
  const above: SectionRow[] = [];
  for (let at = id === null ? undefined : sections.get(id); at; ) {
    above.unshift(at);
    at = at.parent_id === null ? undefined : sections.get(at.parent_id);
  }
  return above;
}

function roles(record: DocumentRecord, mine: (row: AssignmentRow) => boolean): Record<string, string> {
  const units = new Map(record.units.map((unit) => [unit.id, unit.name]));
  const values: Record<string, string> = {};
  for (const role of ['lead', 'responsible', 'support', 'chief'] as const) {
    const rows = record.assignments.filter((row) => row.role === role && mine(row));
    values[role] = rows.map((row) => folded(row.name)).join('、');
    values[`${role}.group`] = rows.map((row) => row.is_group).join('');
    values[`${role}.open`] = rows.map((row) => row.open_ended).join('');
    values[`${role}.basis`] = rows.map((row) => row.basis).join('、');
    values[`${role}.unit`] = rows.map((row) => folded(units.get(row.unit_id) ?? null)).join('、');
  }
  return values;
}

export function canonical(record: DocumentRecord): Canonical {
  const sections = new Map(record.sections.map((section) => [section.id, section]));
  const { document } = record;
  const path = (id: string | null) => chain(sections, id).map((section) => folded(section.heading));
  return {
    document: [
      {
        key: 'document',
        values: {
          title: folded(document.title),
          doc_number: folded(document.doc_number),
          issuer: folded(document.issuer),
          issued_on: shown(document.issued_on),
          published_on: shown(document.published_on),
          index_number: folded(document.index_number),
          validity: folded(document.validity),
          kind: document.kind,
        },
      },
    ],
    recipient: record.recipients.map((row) => ({ key: `${row.role} ${folded(row.name)}`, values: {} })),
    contact: record.contacts.map((row) => ({ key: `${row.kind} ${folded(row.value)}`, values: {} })),
    section: record.sections.map((section) => ({
      key: bare(section.heading).slice(0, 12),
      values: {
        kind: section.kind,
        ordinal: folded(section.ordinal),
        heading: folded(section.heading),
        path: path(section.parent_id).join('/'),
        ...roles(record, (row) => row.task_id === null && row.section_id === section.id),
      },
    })),
    task: record.tasks.map((task) => ({
      key: bare(task.body).slice(0, 12),
      values: {
        ordinal: folded(task.ordinal),
        title: folded(task.title),
        body: folded(task.body),
        measure_count: String(task.measure_count),
        deadline_text: folded(task.deadline_text),
        deadline_kind: shown(task.deadline_kind),
        due_on: shown(task.due_on),
        path: path(task.section_id).join('/'),
        ...roles(record, (row) => row.task_id === task.id && row.measure_id === null),
        measures: record.measures
          .filter((row) => row.task_id === task.id)
          .map((measure) =>
            [
              folded(measure.ordinal),
              folded(measure.text),
              ...record.assignments
                .filter((row) => row.measure_id === measure.id)
                .map((row) => `${row.role} ${folded(row.name)}`),
            ].join(' '),
          )
          .join('\n'),
        deadlines: record.deadlines
          .filter((row) => row.task_id === task.id)
          .map((row) =>
            [row.origin, row.kind, shown(row.starts_on), shown(row.due_on), row.year_inferred, folded(row.text)].join(
              ' ',
            ),
          )
          .join('\n'),
      },
    })),
    reporting: record.reporting.map((row) => ({
      key: [row.frequency, shown(row.month), shown(row.day), shown(row.due_on)].join(' '),
      values: { text: folded(row.text), recipient: folded(row.recipient) },
    })),
    case: record.cases.map((row) => ({
      key: bare(row.title).slice(0, 12),
      values: { title: folded(row.title), region: folded(row.region), summary: folded(row.summary) },
    })),
    practice: record.practices.map((row) => ({
      key: bare(row.title).slice(0, 12),
      values: {
        title: folded(row.title),
        body: folded(row.body),
        case: folded(record.cases.find((found) => found.id === row.case_id)?.title ?? null),
      },
    })),
  };
}

export interface Difference {
  field: string;
  where: string;
  expected: string;
  got: string;
}

/** The texts around their first difference: facts, never whole sentences. */
function around(expected: string, got: string): [string, string] {
  let at = 0;
  while (at < expected.length && at < got.length && expected[at] === got[at]) at++;
  const from = Math.max(0, at - 6);
  const clip = (value: string) =>
    `${from > 0 ? '…' : ''}${value.slice(from, at + 14)}${value.length > at + 14 ? '…' : ''}`;
  return [clip(expected), clip(got)];
}

function compareEntries(kind: string, expected: Entry[], got: Entry[]): Difference[] {
  const found: Difference[] = [];
  const waiting = new Map<string, Entry[]>();
  for (const entry of got) waiting.set(entry.key, [...(waiting.get(entry.key) ?? []), entry]);
  const pairs: [Entry, Entry][] = [];
  const missing: Entry[] = [];
  for (const entry of expected) {
    const partner = waiting.get(entry.key)?.shift();
    if (partner) pairs.push([entry, partner]);
    else missing.push(entry);
  }
  const surplus = [...waiting.values()].flat();
  for (const entry of missing) found.push({ field: `${kind} missed`, where: '', expected: entry.key, got: '∅' });
  for (const entry of surplus) found.push({ field: `${kind} surplus`, where: '', expected: '∅', got: entry.key });
  const order = new Map(got.map((entry, index) => [entry, index]));
  const moved = pairs.find(
    ([, entry], index) => index > 0 && (order.get(entry) ?? 0) < (order.get(pairs[index - 1]?.[1] as Entry) ?? 0),
  );
  if (moved) found.push({ field: `${kind} order`, where: '', expected: moved[0].key, got: 'comes earlier' });
  for (const [one, other] of pairs)
    for (const [name, value] of Object.entries(one.values)) {
      const theirs = other.values[name] ?? '∅';
      if (value === theirs) continue;
      // Other names have other flags: that the names differ says it all.
      const names = name.split('.')[0] ?? name;
      if (names !== name && one.values[names] !== other.values[names]) continue;
      const [a, b] = around(value, theirs);
      found.push({ field: `${kind}.${name}`, where: one.key.slice(0, 8), expected: a, got: b });
    }
  return found;
}

export function differences(expected: DocumentRecord, got: DocumentRecord): Difference[] {
  const one = canonical(expected);
  const other = canonical(got);
  return Object.keys(one).flatMap((kind) => compareEntries(kind, one[kind] ?? [], other[kind] ?? []));
}

export const told = (difference: Difference): string =>
  `${difference.field}${difference.where && ` of ${difference.where}`}: ${difference.expected} ≠ ${difference.got}`;
