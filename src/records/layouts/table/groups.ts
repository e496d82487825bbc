/** The merged cells left of the tasks: sections and mandates that a row opens. */
import type { Cell } from '../../../blocks/block.js';
import type { Compact, Range } from '../../../blocks/compact.js';
import { ordinalAt } from '../../../blocks/ordinal.js';
import type { Drafts } from '../../draft.js';
import type { AlignedRow } from './align.js';
import type { Columns } from './columns.js';
import { type Page, type Place, sectionOf, type TableMemory } from './place.js';
import { openSection } from './sections.js';

export function hasOwnMandate(s: string, row: AlignedRow, columns: Columns): boolean {
  const at = columns.kinds.indexOf('mandate');
  const cell = at < 0 ? undefined : row.cells[at];
  return cell !== undefined && cell.to > cell.from && (ordinalAt(s, cell.from) !== null || !tornName(row, at, s));
}

/**
 * Opens the sections and the mandate that the row's left cells name. Returns the column of the last cell used, -1 for none.
 */
export function openGroups(
  copy: Compact,
  aligned: AlignedRow,
  columns: Columns,
  memory: TableMemory,
  place: Place,
  drafts: Drafts,
  page: Page,
  hasTask: boolean,
): number {
  const { s } = copy;
  let used = -1;
  let level = 0;
  for (let c = 0; c < columns.task; c++) {
    const kind = columns.kinds[c];
    const cell = aligned.cells[c] as Cell;
    const style = memory.styles[c];
    const sectionStyle = style === 'cnParen' || style === 'cn';
    // A 序号 column that holds （一） … is a column of sections.
    if (kind !== 'group' && kind !== 'mandate' && !(kind === 'seq' && sectionStyle)) continue;
    const at = kind === 'mandate' ? -1 : level++;
    if (cell.from >= cell.to || c <= used) continue;
    const ordinal = ordinalAt(s, cell.from);
    if (kind === 'mandate' && !ordinal && tornName(aligned, c, s)) continue;
    if (kind === 'mandate') {
      used = c;
      if (!hasTask && ordinal) {
        page.orphans.push({ range: { from: cell.from, to: cell.to }, ordinal });
        continue;
      }
      place.mandate = openSection(s, drafts, 'mandate', sectionOf(place), [{ from: cell.from, to: cell.to }]);
      continue;
    }
    const heading: Range[] = [{ from: cell.from, to: cell.to }];
    // （二十） | 建立完善…: number and name torn into two cells
    const next = aligned.cells[c + 1];
    if (
      ordinal &&
      ordinal.length === cell.to - cell.from &&
      next &&
      c + 1 < columns.task &&
      next.to > next.from &&
      !ordinalAt(s, next.from)
    ) {
      heading.push({ from: next.from, to: next.to });
      used = c + 1;
    } else used = Math.max(used, c);
    const parent = place.groups.slice(0, at).findLast((group) => group !== null) ?? place.chapter ?? place.base;
    const section = openSection(s, drafts, 'section', parent, heading);
    if (place.groups[at] !== section) {
      place.groups[at] = section;
      place.groups.length = at + 1;
      if (place.mandate && place.mandate.parent !== section) place.mandate = null;
    }
  }
  return used;
}

/** The cell beside a section's bare number holds its name, not a mandate. */
function tornName(aligned: AlignedRow, c: number, s: string): boolean {
  const before = aligned.cells[c - 1];
  if (!before || before.from >= before.to) return false;
  const ordinal = ordinalAt(s, before.from);
  return ordinal !== null && ordinal.length === before.to - before.from;
}
