/** Promises without a number: 零收费 (= 0), 清零 (= 0), 翻倍 and 翻一番 (= 2倍), 减半 (= 50%). */
import { PROMISES, ZERO_BY_ITSELF, ZERO_NOUNS } from '../../lexicon/targets.js';
import type { Clause } from './clauses.js';
import { chineseValue } from './numbers.js';
import { wordList } from './words.js';

export interface WordTarget {
  from: number;
  to: number;
  value: number;
  unit: string | null;
}

const nouns = wordList(ZERO_NOUNS);
const promises = wordList(PROMISES);
const itself = wordList(ZERO_BY_ITSELF);

/** End of “零等待”“零延时”、零…, as one chain; null where something else stands in it. */
function chainEnd(s: string, at: number): number | null {
  let i = at;
  for (let links = 0; links < 12; links++) {
    const length = nouns.startsAt(s, i + 1, s.length);
    if (length === 0) return null;
    i += 1 + length;
    const joint = /^[”“、和及与,]{0,3}(?=[零0])/.exec(s.slice(i, i + 4));
    if (joint === null || joint[0] === '') break;
    i += joint[0].length;
  }
  return s.charAt(i) === '”' ? i + 1 : i;
}

/** “零跑腿”制度 and 零申请…模式 are names; 实现…“零跑腿” is a promise. */
export function readZero(s: string, at: number, clause: Clause): WordTarget | null {
  // 超期件数为零; a digit 0 may go on as 0.9
  if (/[为至到]/.test(s.charAt(at - 1)) && s.charAt(at) === '零' && /^[,。;.、]?$/.test(s.charAt(at + 1))) {
    return { from: at, to: at + 1, value: 0, unit: null };
  }
  const length = nouns.startsAt(s, at + 1, s.length);
  if (length === 0 || /[\d.零第]/.test(s.charAt(at - 1))) return null;
  const end = chainEnd(s, at);
  if (end === null || !(end >= s.length || /[,。;.!?、]/.test(s.charAt(end)))) return null;
  const quoted = s.charAt(at - 1) === '“';
  const before = quoted ? at - 1 : at;
  if (/[或(“](?:“)?$/.test(s.slice(Math.max(0, before - 1), before))) return null;
  // 较大事故零发生: said of something, and not in quotation marks
  let promised = !quoted && at > clause.from && itself.startsAt(s, at + 1, s.length) === length;
  for (let i = clause.sentence; i < before && !promised; i++) promised = promises.startsAt(s, i, before) > 0;
  return promised ? { from: at, to: at + 1 + length, value: 0, unit: null } : null;
}

// 翻倍 · 翻番 · 翻一番 · 翻两番
const DOUBLE = /翻(?:倍|([一二两三四])?番)/y;

export function readWord(s: string, at: number): WordTarget | null {
  if (s.startsWith('清零', at)) {
    // 清零行动, 清零任务 are names of campaigns
    const end = s.charAt(at + 2) === '”' ? at + 3 : at + 2;
    return end >= s.length || /[,。;.!?、]/.test(s.charAt(end)) ? { from: at, to: at + 2, value: 0, unit: null } : null;
  }
  if (s.startsWith('减半', at)) {
    return /^[,。;.、]?$/.test(s.charAt(at + 2)) ? { from: at, to: at + 2, value: 50, unit: '%' } : null;
  }
  DOUBLE.lastIndex = at;
  const m = DOUBLE.exec(s);
  if (m === null) return null;
  const times = m[1] === undefined ? 1 : (chineseValue(m[1]) ?? 1);
  return { from: at, to: at + m[0].length, value: 2 ** times, unit: '倍' };
}
