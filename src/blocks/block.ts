/** What a document consists of: paragraphs and rows of tables, as ranges of the reading copy. */
import type { Range } from './compact.js';

export interface Paragraph extends Range {
  kind: 'paragraph';
  lines: number;
  /** The line breaks inside it, as places in the reading copy: titles of cases stand on two lines. */
  breaks: number[];
}

export interface Cell extends Range {
  /** Its text stands in the merged cell above or left of it. */
  carried: boolean;
}

export interface Row extends Range {
  kind: 'row';
  /** Rows of one table share a number; rows of a text table that follow each other are one table. */
  table: number;
  /** The format says that this is a head (th). */
  header: boolean;
  cells: Cell[];
}

export type Block = Paragraph | Row;
