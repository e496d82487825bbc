/** Collects the places of the values of one document. */
import type { EvidenceRow } from '../../model/model.js';
import type { Place, PlaceIndex, PlaceKind, Span } from '../data.js';

/** A row of the ledger with its own span, in code points. */
export interface SpannedRow {
  id: string;
  span_start: number;
  span_end: number;
}

export interface Places {
  all: Place[];
  /** Adds the place of a column: its own evidence, else the span of its row. */
  add(kind: PlaceKind, task: number | null, table: string, row: SpannedRow, column: string): PlaceIndex;
  /** Adds the place of a column only where it has evidence of its own. */
  addNarrow(kind: PlaceKind, task: number | null, table: string, rowId: string, column: string): PlaceIndex | null;
  /** Adds the whole span of a row. */
  addRow(kind: PlaceKind, task: number | null, row: Pick<SpannedRow, 'span_start' | 'span_end'>): PlaceIndex;
}

/** Starts with no places. `utf16` turns code points into offsets of the text. */
export function collectPlaces(evidence: readonly EvidenceRow[], utf16: (codePoints: number) => number): Places {
  const all: Place[] = [];
  const narrow = new Map<string, Span[]>();
  const spanOf = ({ span_start, span_end }: Pick<SpannedRow, 'span_start' | 'span_end'>): Span => [
    utf16(span_start),
    utf16(span_end),
  ];
  for (const row of evidence) {
    const key = `${row.table_name} ${row.row_id} ${row.column_name}`;
    const spans = narrow.get(key);
    if (spans) spans.push(spanOf(row));
    else narrow.set(key, [spanOf(row)]);
  }
  const push = (kind: PlaceKind, task: number | null, spans: Span[]) => all.push({ kind, task, spans }) - 1;
  return {
    all,
    add: (kind, task, table, row, column) =>
      push(kind, task, narrow.get(`${table} ${row.id} ${column}`) ?? [spanOf(row)]),
    addNarrow: (kind, task, table, rowId, column) => {
      const spans = narrow.get(`${table} ${rowId} ${column}`);
      return spans ? push(kind, task, spans) : null;
    },
    addRow: (kind, task, row) => push(kind, task, [spanOf(row)]),
  };
}
