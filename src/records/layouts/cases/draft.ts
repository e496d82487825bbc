/** A case and its practices, as ranges of the reading copy. */
import type { Range } from '../../../blocks/compact.js';
import type { Ordinal } from '../../../blocks/ordinal.js';

export interface PracticeDraft {
  title: Range;
  body: Range | null;
  from: number;
  to: number;
}

export interface CaseDraft {
  title: Range[];
  region: Range | null;
  summary: Range | null;
  practices: PracticeDraft[];
  from: number;
  to: number;
}

export interface CaseTitle {
  first: number;
  last: number;
  ranges: Range[];
  region: Range | null;
}

export interface Line {
  range: Range;
  ordinal: Ordinal | null;
  /** 一是 at its start. */
  counted: boolean;
  textFrom: number;
  heading: boolean;
  text: string;
}
