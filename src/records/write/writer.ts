/** What writes rows: ids, spans in code points, text as written, evidence and diagnostics. */
import { type Compact, type Range, spanOf, written } from '../../blocks/compact.js';
import type { DiagnosticRow, DocumentKind, DocumentRecord, SourceText } from '../../model/model.js';
import { VERSION } from '../../model/version.js';
import { isPlain } from '../../text/passage.js';
import type { ClauseNote } from '../clause/clause.js';
import { codePoints } from '../spans.js';
import { BLANK, cutAtEdge, marksCrossed } from './damage.js';

export interface Fingerprint {
  sha256: string;
  bytes: number;
}

export interface Writer {
  record: DocumentRecord;
  copy: Compact;
  id: string;
  /** What the ids of assignments begin with. */
  assignmentId: string;
  /** UTF-16 units of the text are its code points. */
  plain: boolean;
  /** Code points before a UTF-16 offset. */
  points: (offset: number) => number;
  span: (range: Range) => { span_start: number; span_end: number };
  text: (range: Range) => string;
  /** Of several ranges, one behind the other. */
  texts: (ranges: readonly Range[]) => string;
  name: (range: Range) => string;
  /** The same, given a name that may stand there too: bodies are named again and again. */
  nameAgain: (name: string, range: Range) => string;
  /** Says so where a value on several lines is not all that stands between its ends. */
  mindGaps: (range: Range, text: string) => void;
  /** Says so where a line break cuts a number at the edge of a value. */
  mindEdges: (range: Range, task: string | null) => void;
  note: (note: Omit<ClauseNote, 'from' | 'to'> & Partial<Range>, task?: string | null) => void;
  evidence: (table: string, row: string, column: string, ranges: readonly Range[]) => void;
  unit: (range: Range, isGroup: boolean) => WrittenUnit;
}

export interface WrittenUnit {
  id: string;
  /** As it was written last. */
  name: string;
  /** What was written last with it, and in which roles: a body stands in each once. */
  lastOf: object | null;
  roles: number;
}

function emptyRecord(id: string, source: SourceText, fingerprint: Fingerprint, kind: DocumentKind): DocumentRecord {
  return {
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
}

export function makeWriter(source: SourceText, copy: Compact, fingerprint: Fingerprint, kind: DocumentKind): Writer {
  const id = fingerprint.sha256.slice(0, 16);
  const plain = isPlain(source.text);
  const points = codePoints(source.text, plain);
  const crossesMarks = marksCrossed(copy);
  const record = emptyRecord(id, source, fingerprint, kind);
  const span: Writer['span'] = (range) => {
    if (crossesMarks(range)) {
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
  const units = new Map<string, WrittenUnit>();
  const writer: Writer = {
    record,
    copy,
    id,
    assignmentId: `${id}:a`,
    plain,
    points,
    span,
    text: (range) => written(copy, range.from, range.to),
    texts: (ranges) => {
      const [first] = ranges;
      if (first !== undefined && ranges.length === 1) return written(copy, first.from, first.to);
      return ranges.map((range) => written(copy, range.from, range.to)).join('');
    },
    name: (range) => {
      const text = written(copy, range.from, range.to);
      return text.length === range.to - range.from ? text : text.replace(BLANK, '');
    },
    nameAgain: (name, { from, to }) => {
      const start = copy.at[from] as number;
      const plain = name.length === to - from && (copy.at[to - 1] as number) - start === name.length - 1;
      return plain && copy.text.startsWith(name, start) ? name : writer.name({ from, to });
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
      if (!cutAtEdge(copy, range)) return;
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
      for (let i = 0; i < ranges.length; i++) {
        const { span_start, span_end } = span(ranges[i] as Range);
        record.evidence.push({
          document_id: id,
          table_name: table,
          row_id: row,
          column_name: column,
          seq: i + 1,
          span_start,
          span_end,
        });
      }
    },
    unit: (range, isGroup) => {
      const key = copy.s.slice(range.from, range.to);
      const known = units.get(key);
      if (known !== undefined) return known;
      const name = writer.name(range);
      const unit: WrittenUnit = { id: `${id}:u${units.size + 1}`, name, lastOf: null, roles: 0 };
      units.set(key, unit);
      record.units.push({
        id: unit.id,
        name: name.normalize('NFKC'),
        function: null,
        level: null,
        adcode: null,
        kind: isGroup ? 'group' : null,
      });
      return unit;
    },
  };
  return writer;
}

export function diagnostic(
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
