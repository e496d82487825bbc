/** The columns of the ledger. */
import type { Role } from '../../../model/model.js';
import type { State } from '../model/state.js';
import type { Words } from '../words/words.js';

export type ColumnKey = keyof Words['columns'];

export interface Column {
  key: ColumnKey;
  sort: State['sort'];
}

export const COLUMNS: readonly Column[] = [
  { key: 'ordinal', sort: '' },
  { key: 'title', sort: 'title' },
  { key: 'lead', sort: 'lead' },
  { key: 'responsible', sort: 'responsible' },
  { key: 'support', sort: 'support' },
  { key: 'due', sort: 'due' },
  { key: 'source', sort: 'source' },
  { key: 'findings', sort: 'findings' },
];

/** Columns that show bodies in a role. */
export const ROLE_COLUMNS: readonly Role[] = ['lead', 'responsible', 'support'];
