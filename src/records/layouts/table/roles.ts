/** The role and deadline cells of a row. */
import type { Cell } from '../../../blocks/block.js';
import type { Compact } from '../../../blocks/compact.js';
import { addDeadline } from '../../clause/bodies.js';
import { type Clause, type ClauseContext, emptyClause } from '../../clause/clause.js';
import { readRoleValue } from '../../clause/readClause.js';
import type { TaskDraft } from '../../draft.js';
import type { AlignedRow } from './align.js';
import type { Columns } from './columns.js';

export function readRoles(copy: Compact, cells: readonly Cell[], columns: Columns, context: ClauseContext): Clause {
  const clause = emptyClause(cells[0]?.from ?? 0, cells.at(-1)?.to ?? 0);
  columns.kinds.forEach((kind, c) => {
    const cell = cells[c] as Cell;
    if (cell.from >= cell.to) return;
    if (kind === 'deadline') addDeadline(copy.s, cell.from, cell.to, context, clause);
    else if (kind === 'lead' || kind === 'responsible' || kind === 'support' || kind === 'chief') {
      readRoleValue(copy, kind, cell.from, cell.to, context, clause);
    }
  });
  return clause;
}

/** A row with nothing in its task cell: the roles of the row above go on, cut by a page break. */
export function appendRoles(
  copy: Compact,
  aligned: AlignedRow,
  columns: Columns,
  context: ClauseContext,
  last: TaskDraft,
): null {
  const clause = readRoles(copy, aligned.cells, columns, context);
  if (clause.roles.length === 0 && clause.deadlines.length === 0) return null;
  last.clauses.push(clause);
  last.to = Math.max(last.to, aligned.row.to);
  last.notes.push({
    code: 'row-continued',
    severity: 'warning',
    from: aligned.row.from,
    to: aligned.row.to,
    message: 'a row without a task; read as going on with the row above',
  });
  return null;
}
