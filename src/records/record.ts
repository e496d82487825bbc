/** Drafts → the record of a document: ids, spans in code points, units, evidence and diagnostics. */
import type { Blocks } from '../blocks/blocks.js';
import { type Compact, GAP, type Range, spanOf, written } from '../blocks/compact.js';
import {
  type DiagnosticRow,
  type DocumentKind,
  type DocumentRecord,
  type SourceText,
  VERSION,
} from '../model/model.js';
import type { Tree } from '../tree/tree.js';
import type { Clause, ClauseNote, RoleEntry } from './clause.js';
import { findContacts } from './contacts.js';
import type { Deadline } from './dates/deadline.js';
import { findMilestones } from './dates/milestones.js';
import { declareLeads } from './declaration.js';
import type { Drafts, SectionDraft, TaskDraft } from './draft.js';
import { type CaseDraft, readCases } from './layouts/cases.js';
import { type Metadata, readMetadata, type Valued } from './metadata.js';
import { findReports } from './reporting.js';
import { codePoints } from './spans.js';
import { findTargets } from './targets/findTargets.js';
import { textTasks } from './textTasks.js';

export interface Fingerprint {
  sha256: string;
  bytes: number;
}

interface Writer {
  record: DocumentRecord;
  copy: Compact;
  id: string;
  /** Code points before a UTF-16 offset. */
  points: (offset: number) => number;
  span: (range: Range) => { span_start: number; span_end: number };
  text: (range: Range) => string;
  name: (range: Range) => string;
  /** Says so where a value on several lines is not all that stands between its ends. */
  mindGaps: (range: Range, text: string) => void;
  /** Says so where a line break cuts a number at the edge of a value. */
  mindEdges: (range: Range, task: string | null) => void;
  note: (note: Omit<ClauseNote, 'from' | 'to'> & Partial<Range>, task?: string | null) => void;
  evidence: (table: string, row: string, column: string, ranges: readonly Range[]) => void;
  unit: (range: Range, isGroup: boolean) => string;
}

/** Whether something was left out between two characters that no white space parts. */
function crossesMarks(copy: Compact, range: Range): boolean {
  for (let i = range.from + 1; i < range.to; i++) {
    if (copy.gap[i] === GAP.none && (copy.at[i] as number) > (copy.at[i - 1] as number) + 1) return true;
  }
  return false;
}

const isDigit = (s: string, i: number): boolean => s.charCodeAt(i) >= 48 && s.charCodeAt(i) <= 57;

const BLANK = /[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g;

/** Input: the text of a document, its blocks and tree, its fingerprint. Output: its record, as stored and printed. */
export function toRecord(source: SourceText, blocks: Blocks, tree: Tree, fingerprint: Fingerprint): DocumentRecord {
  const { copy } = blocks;
  const metadata = readMetadata(copy, tree.blocks);
  const drafts = textTasks(copy, tree, { year: metadata.year });
  drafts.tasks.sort((a, b) => a.from - b.from);
  drafts.sections.sort((a, b) => (a.heading[0]?.from ?? 0) - (b.heading[0]?.from ?? 0));
  declareLeads(copy.s, drafts);
  const title = metadata.title
    ? metadata.title.ranges.map((range) => copy.s.slice(range.from, range.to)).join('')
    : null;
  const cases = drafts.tasks.length === 0 ? readCases(copy, tree.blocks, title) : [];

  const writer = makeWriter(source, copy, fingerprint, kindOf(drafts, cases));
  for (const note of blocks.notes) {
    writer.record.diagnostics.push(
      diagnostic(writer, note.code, note.severity, note.message, note.start, note.end, null),
    );
  }
  writeMetadata(writer, metadata);
  const sections = writeSections(writer, drafts.sections);
  const context = { year: metadata.year };
  drafts.tasks.forEach((task, i) => {
    writeTask(writer, task, i + 1, sections, context.year);
  });
  for (const note of drafts.notes) writer.note(note);
  writeReports(writer, drafts, metadata.year, cases);
  cases.forEach((one, i) => {
    writeCase(writer, one, i + 1);
  });
  for (const [i, contact] of findContacts(copy).entries()) {
    writer.record.contacts.push({
      document_id: writer.id,
      seq: i + 1,
      kind: contact.kind,
      value: writer.name(contact),
      ...writer.span(contact),
    });
    writer.mindEdges(contact, null);
  }
  writer.record.diagnostics.forEach((row, i) => {
    row.id = `${writer.id}:d${i + 1}`;
  });
  return writer.record;
}

function kindOf(drafts: Drafts, cases: readonly CaseDraft[]): DocumentKind {
  if (cases.length > 0) return 'case-compilation';
  const rows = drafts.tasks.filter((task) => task.layout === 'table').length;
  if (drafts.tasks.length === 0) return 'notice';
  return rows * 2 > drafts.tasks.length ? 'task-table' : 'task-plan';
}

function makeWriter(source: SourceText, copy: Compact, fingerprint: Fingerprint, kind: DocumentKind): Writer {
  const id = fingerprint.sha256.slice(0, 16);
  const points = codePoints(source.text);
  const record: DocumentRecord = {
    document: {
      id,
      media_type: source.mediaType,
      charset: source.charset,
      bytes: fingerprint.bytes,
      sha256: fingerprint.sha256,
      text: source.text,
      version: VERSION,
      title: null,
      doc_number: null,
      issuer: null,
      issued_on: null,
      published_on: null,
      index_number: null,
      validity: null,
      kind,
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
  const span: Writer['span'] = (range) => {
    if (copy.marked && crossesMarks(copy, range)) {
      writer.note({
        code: 'marks-left-out',
        severity: 'info',
        message: 'marks of bold or headings inside this value were left out',
        ...range,
      });
    }
    const { start, end } = spanOf(copy, range.from, range.to) ?? { start: 0, end: 0 };
    return { span_start: points(start), span_end: points(end) };
  };
  const units = new Map<string, string>();
  /** 20 | 22年9月底前: digits that a line break leaves alone at a span's edge look like a page number to a reader. */
  const cutAtEdge = (range: Range): boolean => {
    for (let i = range.from + 1; i <= Math.min(range.from + 4, range.to - 1) && isDigit(copy.s, i - 1); i++) {
      if (copy.gap[i] === GAP.line) return true;
    }
    for (let i = range.to - 1; i >= Math.max(range.to - 4, range.from + 1) && isDigit(copy.s, i); i--) {
      if (copy.gap[i] === GAP.line) return true;
    }
    return false;
  };
  const writer: Writer = {
    record,
    copy,
    id,
    points,
    span,
    text: (range) => written(copy, range.from, range.to),
    name: (range) => {
      const text = written(copy, range.from, range.to);
      return text.length === range.to - range.from ? text : text.replace(BLANK, '');
    },
    mindGaps: (range, text) => {
      const between = copy.text.slice(copy.at[range.from] as number, (copy.at[range.to - 1] as number) + 1);
      if (between.replace(BLANK, '').normalize('NFKC') === text.replace(BLANK, '').normalize('NFKC')) return;
      writer.note({
        code: 'marks-left-out',
        severity: 'info',
        message: 'something between the lines of this value was left out',
        ...range,
      });
    },
    mindEdges: (range, task) => {
      if (!cutAtEdge(range)) return;
      writer.note(
        { code: 'number-cut', severity: 'info', message: 'a line break cuts a number of this value', ...range },
        task,
      );
    },
    note: (note, task = null) => {
      const at =
        note.from !== undefined && note.to !== undefined
          ? spanOf(copy, note.from, Math.max(note.to, note.from + 1))
          : null;
      record.diagnostics.push(
        diagnostic(writer, note.code, note.severity, note.message, at?.start ?? null, at?.end ?? null, task),
      );
    },
    evidence: (table, row, column, ranges) => {
      ranges.forEach((range, i) => {
        const { span_start, span_end } = span(range);
        record.evidence.push({
          document_id: id,
          table_name: table,
          row_id: row,
          column_name: column,
          seq: i + 1,
          span_start,
          span_end,
        });
      });
    },
    unit: (range, isGroup) => {
      const key = copy.s.slice(range.from, range.to);
      const known = units.get(key);
      if (known !== undefined) return known;
      const unitId = `${id}:u${units.size + 1}`;
      units.set(key, unitId);
      record.units.push({
        id: unitId,
        name: writer.name(range).normalize('NFKC'),
        function: null,
        level: null,
        adcode: null,
        kind: isGroup ? 'group' : null,
      });
      return unitId;
    },
  };
  return writer;
}

function diagnostic(
  writer: Writer,
  code: string,
  severity: DiagnosticRow['severity'],
  message: string,
  start: number | null,
  end: number | null,
  task: string | null,
): DiagnosticRow {
  const { points } = writer;
  return {
    id: '',
    document_id: writer.id,
    task_id: task,
    code,
    severity,
    message,
    span_start: start === null ? null : points(start),
    span_end: end === null ? null : points(end),
  };
}

function writeMetadata(writer: Writer, metadata: Metadata): void {
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

function writeSections(writer: Writer, drafts: readonly SectionDraft[]): Map<SectionDraft, string> {
  const ids = new Map<SectionDraft, string>();
  drafts.forEach((draft, i) => {
    const id = `${writer.id}:s${i + 1}`;
    ids.set(draft, id);
    const from = Math.min(...draft.heading.map((range) => range.from));
    const to = Math.max(...draft.heading.map((range) => range.to));
    writer.record.sections.push({
      id,
      document_id: writer.id,
      parent_id: draft.parent ? (ids.get(draft.parent) ?? null) : null,
      seq: i + 1,
      kind: draft.kind,
      ordinal: draft.ordinal,
      heading: draft.heading.map((range) => writer.text(range)).join(''),
      ...writer.span({ from, to }),
    });
    if (draft.heading.length > 1) writer.evidence('sections', id, 'heading', draft.heading);
  });
  for (const draft of drafts) {
    const id = ids.get(draft) as string;
    writeRoles(writer, draft.clauses, { section_id: id, task_id: null, measure_id: null });
    for (const clause of draft.clauses) for (const note of clause.notes) writer.note(note);
  }
  return ids;
}

interface Owner {
  task_id: string | null;
  section_id: string | null;
  measure_id: string | null;
}

/** Writes the roles of some clauses, each body once per role. */
function writeRoles(writer: Writer, clauses: readonly Clause[], owner: Owner): void {
  const seen = new Set<string>();
  const count = { lead: 0, responsible: 0, support: 0, chief: 0 };
  for (const entry of clauses.flatMap((clause) => clause.roles)) {
    const name = writer.name(entry);
    if (name === '') continue;
    const key = `${entry.role} ${writer.copy.s.slice(entry.from, entry.to)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const { record } = writer;
    const { span_start, span_end } = writer.span(entry);
    record.assignments.push({
      id: `${writer.id}:a${record.assignments.length + 1}`,
      task_id: owner.task_id,
      section_id: owner.section_id,
      measure_id: owner.measure_id,
      role: entry.role,
      seq: ++count[entry.role],
      name,
      unit_id: writer.unit(entry, entry.isGroup),
      is_group: entry.isGroup ? 1 : 0,
      open_ended: entry.openEnded ? 1 : 0,
      basis: (entry as RoleEntry & { declared?: boolean }).declared === true ? 'declared' : 'stated',
      span_start,
      span_end,
    });
  }
}

function writeTask(
  writer: Writer,
  draft: TaskDraft,
  seq: number,
  sections: Map<SectionDraft, string>,
  year: number | null,
): void {
  const { record, copy } = writer;
  const id = `${writer.id}:t${seq}`;
  const deadlines = draft.clauses.flatMap((clause) => clause.deadlines);
  const stated = combine(deadlines);
  const section = draft.section ? (sections.get(draft.section) ?? null) : null;
  record.tasks.push({
    id,
    document_id: writer.id,
    section_id: section,
    seq,
    ordinal: draft.ordinal,
    title: draft.title ? writer.text(draft.title) : null,
    body: draft.body.map((range) => writer.text(range)).join('') || writer.text(draft),
    measure_count: draft.measures.length,
    deadline_text: stated ? writer.text(stated) : null,
    deadline_kind: stated?.kind ?? null,
    due_on: stated?.dueOn ?? null,
    ...writer.span(draft),
  });
  if (draft.title) writer.evidence('tasks', id, 'title', [draft.title]);
  writer.evidence('tasks', id, 'body', draft.body);
  if (stated) {
    writer.evidence('tasks', id, 'deadline_text', [stated]);
    writer.mindEdges(stated, id);
  }
  writeRoles(writer, draft.clauses, { task_id: id, section_id: null, measure_id: null });
  draft.measures.forEach((measure, i) => {
    const measureId = `${id}:m${i + 1}`;
    record.measures.push({
      id: measureId,
      task_id: id,
      seq: i + 1,
      ordinal: measure.ordinal,
      text: writer.text(measure),
      ...writer.span(measure),
    });
    writeRoles(writer, measure.clauses, { task_id: id, section_id: null, measure_id: measureId });
  });

  let n = 0;
  const promise = (
    row: {
      origin: 'deadline' | 'body';
      kind: 'by' | 'ongoing' | 'recurring';
      startsOn: string | null;
      dueOn: string | null;
      yearInferred: boolean;
    } & Range,
  ): void => {
    n++;
    writer.mindEdges(row, id);
    record.deadlines.push({
      id: `${id}:p${n}`,
      task_id: id,
      seq: n,
      origin: row.origin,
      text: writer.text(row),
      kind: row.kind,
      starts_on: row.startsOn,
      due_on: row.dueOn,
      year_inferred: row.yearInferred ? 1 : 0,
      ...writer.span(row),
    });
  };
  for (const deadline of deadlines) {
    for (const phase of deadline.phases) promise({ ...phase, origin: 'deadline' });
    for (const note of deadline.notes) {
      writer.note({ ...note, severity: note.code === 'year-inferred' ? 'info' : 'warning' }, id);
    }
  }
  for (const piece of draft.body) {
    for (const found of findMilestones(copy.s, piece.from, piece.to, year)) {
      promise({ ...found, origin: 'body', kind: 'by', startsOn: null });
      if (found.yearInferred)
        writer.note(
          {
            code: 'year-inferred',
            severity: 'info',
            message: 'the year was taken from the context',
            from: found.from,
            to: found.to,
          },
          id,
        );
      if (found.slip)
        writer.note(
          {
            code: 'date-slip',
            severity: 'warning',
            message: 'the end of a year and a month stand together; read as the month',
            from: found.from,
            to: found.to,
          },
          id,
        );
      if (found.impossible)
        writer.note(
          {
            code: 'date-impossible',
            severity: 'warning',
            message: 'a day that does not exist; read as the last day of the month',
            from: found.from,
            to: found.to,
          },
          id,
        );
    }
  }
  let targets = 0;
  for (const piece of draft.body) {
    for (const target of findTargets(copy.s, piece.from, piece.to, year)) {
      targets++;
      const targetId = `${id}:q${targets}`;
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
        ...writer.span(target),
      });
      if (target.subject) writer.evidence('targets', targetId, 'subject', [target.subject]);
    }
  }
  for (const clause of [...draft.clauses, ...draft.measures.flatMap((measure) => measure.clauses)]) {
    for (const note of clause.notes) writer.note(note, id);
  }
  for (const note of draft.notes) writer.note(note, id);
}

/** The deadline of the whole task: several stated ones are phases of it. */
function combine(deadlines: readonly Deadline[]): Deadline | null {
  const first = deadlines[0];
  if (!first || deadlines.length === 1) return first ?? null;
  const dates = deadlines.map((deadline) => deadline.dueOn).filter((date) => date !== null);
  const same = deadlines.every((deadline) => deadline.dueOn === first.dueOn && deadline.kind === first.kind);
  return { ...first, kind: same ? first.kind : 'phased', dueOn: dates.sort().at(-1) ?? null };
}

function writeReports(writer: Writer, drafts: Drafts, year: number | null, cases: readonly CaseDraft[]): void {
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

function writeCase(writer: Writer, draft: CaseDraft, seq: number): void {
  const id = `${writer.id}:c${seq}`;
  const folded = (range: Range): string => writer.name(range).normalize('NFKC');
  writer.record.cases.push({
    id,
    document_id: writer.id,
    seq,
    title: draft.title.map(folded).join(''),
    region: draft.region ? folded(draft.region) : null,
    adcode: null,
    summary: draft.summary ? writer.text(draft.summary) : null,
    ...writer.span(draft),
  });
  writer.evidence('cases', id, 'title', draft.title);
  if (draft.region) writer.evidence('cases', id, 'region', [draft.region]);
  if (draft.summary) writer.evidence('cases', id, 'summary', [draft.summary]);
  draft.practices.forEach((practice, i) => {
    const practiceId = `${id}:${i + 1}`;
    writer.record.practices.push({
      id: practiceId,
      case_id: id,
      seq: i + 1,
      title: folded(practice.title),
      body: practice.body ? writer.text(practice.body) : null,
      ...writer.span(practice),
    });
    writer.evidence('practices', practiceId, 'title', [practice.title]);
  });
}
