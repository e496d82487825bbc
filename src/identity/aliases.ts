/** What the document itself says about names: 以下简称, and the second name of a body in brackets. */
import { LEVEL_PREFIXES } from '../lexicon/areas.js';
import { kindOf } from './guess.js';
import { foldName } from './resolve.js';

/** 市委宣传部(市版权局) → 市委宣传部 and its other names. */
export interface Bracketed {
  name: string;
  others: string[];
}

const TRAILING = /^([^()]+)\(([^()]+)\)$/;
const INSIDE = /^([^()]{2,})\([^()]+\)([^()]+)$/;

/** Splits a folded name at its bracket; a bracket in the middle (阎良区(航空基地)政府) is left out. */
export function readBracket(name: string): Bracketed {
  if (!name.includes('(')) return { name, others: [] };
  const trailing = TRAILING.exec(name);
  if (trailing) return { name: trailing[1] as string, others: (trailing[2] as string).split(/[、,,]/) };
  const inside = INSIDE.exec(name);
  return { name: inside ? `${inside[1]}${inside[2]}` : name, others: [] };
}

/** Whether a name in a bracket is a body that may stand alone elsewhere (市版权局), no remark (牵头) and no part (交警支队). */
export function isSecondName(other: string): boolean {
  const prefix = LEVEL_PREFIXES.find((word) => other.startsWith(word));
  return prefix !== undefined && other.length >= prefix.length + 2 && kindOf(other) !== null;
}

const MARK = '简称';
const BEFORE = /([\u4e00-\u9fa5“”]{4,40})[(〔]?(?:以下|下|统一|下文|,)*$/;
const AFTER = /^[为:]?[“"‘「]?([\u4e00-\u9fa5]{2,20})[”"’」)〕,。;]/;

/**
 * 成立西安市…领导小组（以下简称“市领导小组”）: the short names that a text introduces, with the words before them, whose
 * end is the full name.
 */
export function readAbbreviations(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (let at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + MARK.length)) {
    const before = BEFORE.exec(foldName(text.slice(Math.max(0, at - 70), at)));
    const after = AFTER.exec(foldName(text.slice(at + MARK.length, at + MARK.length + 40)));
    if (before && after && kindOf(before[1] as string) !== null) found.set(after[1] as string, before[1] as string);
  }
  return found;
}
