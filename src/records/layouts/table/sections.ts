/** Sections of a table: rows across it, merged cells. */
import type { Cell, Row } from '../../../blocks/block.js';
import { inkOf, type Range } from '../../../blocks/compact.js';
import { endsSentence } from '../../../blocks/join.js';
import { ordinalAt } from '../../../blocks/ordinal.js';
import type { Drafts, SectionDraft } from '../../draft.js';

/** The one cell of a row across the table; null for other rows. */
export function acrossTable(s: string, row: Row): Cell | null {
  const own = row.cells.filter((cell) => cell.to > cell.from && !cell.carried);
  const first = own[0];
  if (own.length !== 1 || first === undefined) return null;
  const others = row.cells.filter((cell) => cell.to > cell.from && cell.carried);
  if (others.some((cell) => cell.from !== first.from)) return null;
  // Text rows: only a heading in the first cell crosses the table; a lone cell elsewhere is part of something.
  const ordinal = ordinalAt(s, first.from);
  const text = s.slice(first.from, first.to);
  if (row.cells.length > 1 && others.length === 0 && row.cells[0] !== first) return null;
  if (/^\d{1,3}$/.test(text) || text.length > 80) return null;
  if (ordinal)
    return ordinal.style === 'cn' ||
      ordinal.style === 'chapter' ||
      ordinal.style === 'part' ||
      (ordinal.style === 'cnParen' && others.length > 0) ||
      (ordinal.style === 'cnParen' && !endsSentence(text))
      ? first
      : null;
  return !endsSentence(text) && !/[:;,、]$/.test(text) ? first : null;
}

/** A section of a table: one repeated after a page break is the first one. */
export function openSection(
  s: string,
  drafts: Drafts,
  kind: SectionDraft['kind'],
  parent: SectionDraft | null,
  heading: Range[],
): SectionDraft {
  const first = heading[0] as Range;
  const ordinal = ordinalAt(s, first.from);
  const ink = inkOf(s, heading);
  for (let i = drafts.sections.length - 1; i >= 0; i--) {
    const known = drafts.sections[i] as SectionDraft;
    if (known.kind !== kind || known.parent !== parent || known.ordinal !== (ordinal?.text ?? null)) continue;
    const before = inkOf(s, known.heading);
    if (before === ink || (ordinal !== null && (before.startsWith(ink) || alike(before, ink)))) return known;
  }
  const draft: SectionDraft = { kind, parent, ordinal: ordinal?.text ?? null, heading, clauses: [] };
  drafts.sections.push(draft);
  return draft;
}

/** Two readings of one heading: most of their characters are the same. */
function alike(a: string, b: string): boolean {
  const set = new Set(a);
  let shared = 0;
  for (const ch of b) if (set.has(ch)) shared++;
  return shared * 10 >= Math.max(a.length, b.length) * 7;
}
