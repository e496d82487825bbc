/** Lists that lost their separators: 市行政审批局市司法局 → two names. The registry decides; a doubt splits nothing. */
import { LEVEL_PREFIXES } from '../lexicon/areas.js';
import { kindOf } from './guess.js';
import type { Place } from './place.js';
import { foldName, resolveName } from './resolve.js';

const SHORTEST = 3;
const LONGEST_TEXT = 200;
const LONGEST_NAME = 30;
const LONGEST_UNKNOWN = 14;
const LEVELS = new Set([...LEVEL_PREFIXES.filter((word) => word.length === 1), '各']);
/** Words that begin like a level: 市场服务中心. */
const FALSE_LEVEL = /^(?:市场|市政|市容|市民|区域|县域)/;
/** What a name can end with where the next one begins. */
const END = /[局委办部厅院会司府处联行队社署室)]$|中心$|公司$|集团$|大队$|支队$|管委会$/;

/**
 * Input: a name without separators inside, and the place of its document. Output: the names in it, in order; the whole
 * where it is one name (市生态环境局碑林分局, 住房和城乡建设局) or where the parts are no known names.
 */
export function splitRunTogether(text: string, here: Place): string[] {
  const name = foldName(text);
  if (name.length < 2 * SHORTEST || name.length > LONGEST_TEXT || /[()“”"]/.test(name)) return [name];
  const whole = resolveName(name, { here, list: null });
  if (isKnown(whole)) return [name];
  const parts = bestSplit(name, here);
  return parts ?? [name];
}

function isKnown(found: ReturnType<typeof resolveName>): boolean {
  return found.unit.function !== null;
}

interface Cut {
  from: number;
  names: number;
  known: number;
}

/** The split with the fewest names of which at most one is unknown: all others stand in the registry. */
function bestSplit(name: string, here: Place): string[] | null {
  const best: (Cut | undefined)[] = [{ from: -1, names: 0, known: 0 }];
  for (let end = SHORTEST; end <= name.length; end++) {
    if (end < name.length && !(END.test(name.slice(Math.max(0, end - 3), end)) && begins(name, end))) continue;
    for (let from = Math.max(0, end - LONGEST_NAME); from <= end - SHORTEST; from++) {
      const before = best[from];
      if (before === undefined) continue;
      const word = name.slice(from, end);
      const known = isKnown(resolveName(word, { here, list: null }));
      if (!known && !maybeBody(word, name[0] as string)) continue;
      const cut: Cut = { from, names: before.names + 1, known: before.known + (known ? 1 : 0) };
      const old = best[end];
      if (old === undefined || better(cut, old)) best[end] = cut;
    }
  }
  const last = best[name.length];
  if (last === undefined || last.names < 2 || last.names - last.known > 1) return null;
  const parts: string[] = [];
  for (let end = name.length; end > 0; ) {
    const { from } = best[end] as Cut;
    parts.unshift(name.slice(from, end));
    end = from;
  }
  return parts;
}

/** Fewer unknown names, then more known ones: 市城管局 | 市某某服务局. */
function better(a: Cut, b: Cut): boolean {
  const unknown = a.names - a.known - (b.names - b.known);
  return unknown < 0 || (unknown === 0 && (a.known > b.known || (a.known === b.known && a.names < b.names)));
}

/** An unknown name must look like one of this list: its level before it, an ending behind it. */
function maybeBody(word: string, level: string): boolean {
  const first = word[0] as string;
  if (word.length > LONGEST_UNKNOWN || !LEVELS.has(first) || FALSE_LEVEL.test(word)) return false;
  return (first === level || first === '各') && kindOf(word) !== null;
}

/** Where a name can begin: with a level, or with anything that the registry will know (国网…, 团市委, 公安碑林分局). */
function begins(name: string, at: number): boolean {
  return (
    LEVELS.has(name[at] as string) ||
    !/^(?:分局|支队|大队|办公室|成员|领导小组|管委会|下属|所属|直属)/.test(name.slice(at))
  );
}
