/** What the columns of a table hold, read off its head. */
import type { Cell, Row } from '../../../blocks/block.js';
import { labelKind } from '../../../blocks/label.js';
import { FIRST_IS_LEAD } from '../../../lexicon/roles.js';
import {
  DETAIL_HEADS,
  FOREIGN_HEADS,
  GROUP_HEADS,
  MANDATE_HEADS,
  SEQ_HEADS,
  TASK_HEADS,
} from '../../../lexicon/tableHeads.js';
import type { Role } from '../../../model/model.js';
import { remembered } from '../../../model/remembered.js';

export type ColumnKind = 'seq' | 'group' | 'mandate' | 'task' | 'deadline' | 'none' | Role;

export interface Columns {
  kinds: ColumnKind[];
  task: number;
  deadline: number;
  /** The head of a role column declares that the first body listed leads. */
  firstIsLead: boolean;
}

const LONGEST_HEAD = 40;

const word = (s: string, cell: Cell): string => s.slice(cell.from, cell.to);

/** What a head says by itself; `text` is settled when all heads of the row are known. */
export const headKind = (text: string): HeadKind | null =>
  text === '' || text.length > LONGEST_HEAD ? null : knownKind(text);

type HeadKind = ColumnKind | 'text';

/** Tables repeat their heads, and short cells their words. */
const knownKind = remembered(5000, readHead);

function readHead(text: string): HeadKind | null {
  if (SEQ_HEADS.test(text)) return 'seq';
  const bare = /[(〔]/.test(text) ? text.replace(/[(〔][^()〔〕]*[)〕]/g, '') : text;
  const label = labelKind(text) ?? (bare === text ? null : labelKind(bare));
  if (label !== null) return label;
  if (/^备注|^进展|^联系/.test(bare)) return 'none';
  if (MANDATE_HEADS.test(text)) return 'mandate';
  if (GROUP_HEADS.test(bare)) return 'group';
  if (DETAIL_HEADS.test(bare) && !/任务|措施|举措|内容$|事项$/.test(bare)) return 'none';
  return TASK_HEADS.some((pattern) => pattern.test(bare)) ? 'text' : null;
}

/** Whether a row is a head: at least two cells that name columns, and none that reads like a text. */
export function isHead(s: string, row: Row): boolean {
  let filled = 0;
  // Most rows hold a text: they are told by its length, before any cell is read.
  for (const { from, to, carried } of row.cells) {
    if (carried || to <= from) continue;
    if (to - from > LONGEST_HEAD) return false;
    filled++;
  }
  if (filled < 2) return false;
  const named = row.cells.filter(
    (cell) => !cell.carried && cell.to > cell.from && headKind(word(s, cell)) !== null,
  ).length;
  return named >= 2 && named * 2 > filled;
}

/**
 * Whether a row is the head of a table that has nothing to do with tasks: all its cells are short words without numbers,
 * and they are known as such heads, or the row begins a new table.
 */
export function isForeignHead(s: string, row: Row, beginsTable: boolean): boolean {
  const texts = row.cells.map((cell) => word(s, cell));
  if (texts.length < 2 || row.cells.some((cell) => cell.carried)) return false;
  if (!texts.every((text) => /^[^\d。,;:]{1,12}$/.test(text))) return false;
  const foreign = texts.filter((text) => FOREIGN_HEADS.test(text)).length;
  return foreign >= 2 || (beginsTable && foreign >= 1) || (foreign >= 1 && foreign * 2 >= texts.length);
}

/**
 * Input: the rows of a head (a second one names what merged cells of the first divide into).
 * Output: its columns, or null where no column holds tasks or none says who or when.
 */
export function readColumns(s: string, head: readonly Row[]): Columns | null {
  const width = Math.max(...head.map((row) => row.cells.length));
  const texts: string[] = [];
  for (let c = 0; c < width; c++) {
    // The lowest head of a column is the most specific one.
    const cells = head.map((row) => row.cells[c]).filter((cell): cell is Cell => cell !== undefined);
    const own = cells.map((cell) => word(s, cell)).filter((text) => text !== '');
    texts.push(own.at(-1) ?? '');
  }
  const first = texts.map(headKind);
  const task = taskColumn(texts, first);
  if (task < 0) return null;
  const kinds = first.map((kind, c): ColumnKind => {
    if (c === task) return 'task';
    if (kind === 'text') return c < task ? 'group' : 'none';
    if (kind === null) return c < task && c > 0 && texts[c] !== '' ? 'group' : 'none';
    if ((kind === 'mandate' || kind === 'group') && c > task) return 'none';
    return kind;
  });
  if (!kinds.some((kind) => kind === 'lead' || kind === 'responsible' || kind === 'support' || kind === 'deadline'))
    return null;
  const firstIsLead = texts.some((text, c) => kinds[c] === 'responsible' && FIRST_IS_LEAD.test(text));
  return { kinds, task, deadline: kinds.indexOf('deadline'), firstIsLead };
}

/** The most specific text column; of equals the last. A group or mandate column alone is the task column after all. */
function taskColumn(texts: readonly string[], kinds: readonly (ColumnKind | 'text' | null)[]): number {
  for (const pattern of TASK_HEADS) {
    for (let c = texts.length - 1; c >= 0; c--) {
      const bare = (texts[c] as string).replace(/[(〔][^()〔〕]*[)〕]/g, '');
      if (kinds[c] === 'text' && pattern.test(bare)) return c;
    }
  }
  for (const fallback of ['group', 'mandate'] as const) {
    const at = kinds.lastIndexOf(fallback);
    if (at >= 0) return at;
  }
  return -1;
}
