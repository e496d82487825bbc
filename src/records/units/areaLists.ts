/** Puts together what one suffix or one scope holds together: 各省、自治区、直辖市人民政府. */
import { markIn, marks } from '../../blocks/marks.js';
import { AREA_KINDS, LEVELS, SAME_LEVEL, SHARED_SUFFIXES } from '../../lexicon/bodies.js';
import { isComplete } from './names.js';
import type { Piece } from './piece.js';

const EACH = marks('各');
const LONGEST_LEVEL = 2;
const KINDS = new Set(AREA_KINDS);
const LEVEL_ALONE = new RegExp(`^(?:${LEVELS.join('|')})$`);

// 省属驻鹿各单位 · 市直有关部门
const SCOPED = new RegExp(`^(?:${LEVELS.join('|')})[属直驻管][^、,;]{0,12}(?:单位|部门|企业|机构|高校|院校)`);

/** A cheap test: only 各 (各省、自治区…) or a level alone (省 | 市直有关部门) goes on behind a separator. */
const mayGoOn = (s: string, { from, to }: Piece, next: Piece | undefined): boolean =>
  next !== undefined && (to - from <= LONGEST_LEVEL || markIn(s, from, to, EACH) >= 0);

/** Puts together `各省、自治区、直辖市人民政府`: kinds of areas under one suffix are one entry. */
export function areaLists(s: string, pieces: readonly Piece[]): readonly Piece[] {
  if (!pieces.some((piece, i) => mayGoOn(s, piece, pieces[i + 1]))) return pieces;
  const out: Piece[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Piece;
    const name = s.slice(piece.from, piece.to);
    const each = name.includes('各');
    // 市政府各委、办、局 is one entry.
    if (each && /各[委办局部厅]$/.test(name)) {
      let end = i;
      while (
        end + 1 < pieces.length &&
        /^[委办局部厅司院]$/.test(s.slice((pieces[end + 1] as Piece).from, (pieces[end + 1] as Piece).to))
      )
        end++;
      out.push({ ...piece, to: (pieces[end] as Piece).to });
      i = end;
      continue;
    }
    const next = pieces[i + 1];
    if (
      next?.separator === '、' &&
      name.length <= LONGEST_LEVEL &&
      LEVEL_ALONE.test(name) &&
      SCOPED.test(s.slice(next.from, next.to))
    ) {
      out.push({ ...next, from: piece.from, separator: piece.separator });
      i++;
      continue;
    }
    const head = each ? /^(.{0,4}?各(?:有关|相关)?)(.+)$/.exec(name) : null;
    if (head && KINDS.has(head[2] as string)) {
      let end = i + 1;
      while (end < pieces.length && KINDS.has(s.slice((pieces[end] as Piece).from, (pieces[end] as Piece).to))) end++;
      const last = pieces[end];
      const suffixed = last === undefined ? '' : s.slice(last.from, last.to).replace(/等.*$/, '');
      // 各省、自治区、直辖市卫生健康委: with two kinds or more any body may be the shared end
      const shared =
        end - i >= 2 || (end - i === 1 && sameLevel(head[2] as string, suffixed))
          ? AREA_KINDS.find(
              (kind) =>
                suffixed.startsWith(kind) &&
                suffixed.length > kind.length + 1 &&
                isComplete(suffixed.slice(kind.length)),
            )
          : undefined;
      const suffix =
        SHARED_SUFFIXES.find((word) => suffixed.endsWith(word)) ??
        (shared === undefined ? undefined : suffixed.slice(shared.length));
      if (
        last &&
        suffix &&
        KINDS.has(suffixed.slice(0, -suffix.length)) &&
        pieces.slice(i + 1, end + 1).every(listed)
      ) {
        out.push({ ...piece, to: last.to });
        i = end;
        continue;
      }
    }
    out.push(piece);
  }
  return out;
}

/** 市 | 州农业农村局: kinds of one level before one shared body. */
const sameLevel = (kind: string, last: string): boolean =>
  SAME_LEVEL.some((kinds) => kinds.includes(kind) && kinds.some((other) => other !== kind && last.startsWith(other)));

const listed = (piece: Piece): boolean =>
  piece.separator === '、' || piece.separator === '和' || piece.separator === ',';
