/**
 * A parser for a toy notation, so that the ledger and the command line are tested on records that are valid, stand on
 * their text and can be thought up in a line. Every record is checked against the model.
 *
 *     # plan      ## chapter      ### section      @1 mandate
 *     ! lead 市发改委                              a body for the whole section above
 *     - body | lead 甲、乙等、丙 | by 2023-09-30    a task; `measure text` and `measure-lead 丁` are its measure
 *     ? words                                      not understood, within the task above
 */
import { createHash } from 'node:crypto';
import {
  type AssignmentRow,
  DocumentRecord,
  Role,
  type SectionKind,
  UnreadableDocument,
  VERSION,
} from '../../src/model/model.js';

const HEADS: Record<string, { kind: SectionKind; depth: number }> = {
  '#': { kind: 'plan', depth: 1 },
  '##': { kind: 'chapter', depth: 2 },
  '###': { kind: 'section', depth: 3 },
  '@': { kind: 'mandate', depth: 4 },
};

/** The record of toy text; `version` lets a test act as another version of the extractor. */
export function parseToy(bytes: Uint8Array, version = VERSION): DocumentRecord {
  if (bytes.length === 0) throw new UnreadableDocument('empty', 'the file is empty');
  if (bytes.includes(0)) throw new UnreadableDocument('no-text', 'this is not text');
  const text = Buffer.from(bytes).toString('utf8');
  if (text.includes('CRASH')) throw new RangeError('a mistake\nin the parser');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const id = sha256.slice(0, 16);
  const record: DocumentRecord = {
    document: {
      id,
      media_type: 'text/plain',
      charset: 'utf-8',
      bytes: bytes.length,
      sha256,
      text,
      version,
      title: /^标题：(.+)$/m.exec(text)?.[1] ?? null,
      doc_number: null,
      issuer: null,
      issued_on: null,
      published_on: null,
      index_number: null,
      validity: null,
      kind: 'task-plan',
      jurisdiction: null,
      adcode: null,
    },
    recipients: [],
    contacts: [],
    sections: [],
    tasks: [],
    measures: [],
    units: [],
    unit_names: [],
    assignments: [],
    deadlines: [],
    targets: [],
    reporting: [],
    cases: [],
    practices: [],
    diagnostics: [],
    evidence: [],
  };
  let lineStart = 0; // in UTF-16 units
  let lineOffset = 0; // in code points
  let open: { id: string; depth: number }[] = [];
  const span = (value: string) => {
    const at = text.indexOf(value, lineStart);
    const start = lineOffset + Array.from(text.slice(lineStart, at)).length;
    return { span_start: start, span_end: start + Array.from(value).length };
  };
  const assign = (role: string, list: string, on: Pick<AssignmentRow, 'task_id' | 'section_id' | 'measure_id'>) => {
    for (const [i, written] of list.split('、').entries()) {
      const name = written.replace(/等$/, '');
      // Shared by documents, as units of the registry are.
      const unit = { id: `unit:${name}`, name, function: null, level: null, adcode: null, kind: null };
      if (!record.units.some((u) => u.id === unit.id)) record.units.push(unit);
      record.assignments.push({
        id: `${id}:a${record.assignments.length + 1}`,
        ...on,
        role: Role.parse(role),
        seq: i + 1,
        name,
        unit_id: unit.id,
        is_group: 0,
        open_ended: written.endsWith('等') ? 1 : 0,
        basis: 'stated',
        ...span(name),
      });
    }
  };
  for (const line of text.split('\n')) {
    const [, head = '', rest = ''] = /^(#{1,3}|@|!|-|\?)\s*(.*)$/.exec(line) ?? [];
    const section = HEADS[head];
    if (section) {
      open = open.filter(({ depth }) => depth < section.depth);
      const [, ordinal = null] = head === '@' ? (/^(\d+)/.exec(rest) ?? []) : [];
      const row = { id: `${id}:s${record.sections.length + 1}`, depth: section.depth };
      record.sections.push({
        id: row.id,
        document_id: id,
        parent_id: open.at(-1)?.id ?? null,
        seq: record.sections.length + 1,
        kind: section.kind,
        ordinal,
        heading: rest.replace(/^\d+ /, ''),
        ...span(rest),
      });
      open.push(row);
    } else if (head === '!') {
      const [role = '', list = ''] = rest.split(' ');
      assign(role, list, { task_id: null, section_id: open.at(-1)?.id ?? null, measure_id: null });
    } else if (head === '-') {
      const [body = '', ...parts] = rest.split(' | ');
      const task_id = `${id}:t${record.tasks.length + 1}`;
      const by = parts.find((part) => part.startsWith('by '))?.slice(3) ?? null;
      record.tasks.push({
        id: task_id,
        document_id: id,
        section_id: open.at(-1)?.id ?? null,
        seq: record.tasks.length + 1,
        ordinal: null,
        title: null,
        body,
        measure_count: parts.filter((part) => part.startsWith('measure ')).length,
        deadline_text: by,
        deadline_kind: by === null ? null : 'by',
        due_on: by,
        ...span(rest),
      });
      if (by) {
        const row = { task_id, seq: 1, origin: 'deadline', text: by, kind: 'by', starts_on: null } as const;
        record.deadlines.push({ id: `${task_id}d1`, ...row, due_on: by, year_inferred: 0, ...span(by) });
      }
      for (const part of parts) {
        const at = part.indexOf(' ');
        const [key, value] = [part.slice(0, at), part.slice(at + 1)];
        const measure_id = `${task_id}m1`;
        if (key === 'measure') {
          record.measures.push({ id: measure_id, task_id, seq: 1, ordinal: null, text: value, ...span(value) });
        } else if (key === 'measure-lead') {
          assign('lead', value, { task_id, section_id: null, measure_id });
        } else if (key !== 'by') {
          assign(key, value, { task_id, section_id: null, measure_id: null });
        }
      }
    } else if (head === '?') {
      record.diagnostics.push({
        id: `${id}:x${record.diagnostics.length + 1}`,
        document_id: id,
        task_id: record.tasks.at(-1)?.id ?? null,
        code: 'not-understood',
        severity: 'warning',
        message: 'these words say nothing',
        ...span(rest),
      });
    }
    lineStart += line.length + 1;
    lineOffset += Array.from(line).length + 1;
  }
  return DocumentRecord.parse(record);
}
