/** Reporting requirements (报送要求): who must be told by when, outside the tasks. */
import type { Compact, Range } from '../blocks/compact.js';
import { FREQUENCIES } from '../lexicon/dates.js';
import { findDates, resolveDate } from './dates/find.js';
import { isStop } from './sentences.js';
import { isComplete } from './units/names.js';

export type Frequency = 'once' | 'weekly' | 'monthly' | 'quarterly' | 'half-yearly' | 'yearly';

export interface Report extends Range {
  frequency: Frequency;
  month: number | null;
  day: number | null;
  dueOn: string | null;
  recipient: Range | null;
  yearInferred: boolean;
}

// 报送区营商办 · 报市政府办公厅 · 上报 · 反馈至 · 提交; not 报告, 报装, 申报, 汇报 alone
// 向市交通运输局报送工作进展: the body told stands before the verb
const TOWARDS = /向([^,。;:]{2,30}?)(?:书面)?(?:报送|报告|上报|反馈|提交|汇报|通报|报备|报)/g;
const VERB =
  /(?:一并|统一|书面|分别|及时|同时)?(?:报送(?:至|到|给)?|上报(?:至|到|给)?|抄报|报(?![告表名装批备警价酬废销刊社纸道到考关税账偿复修建请经])|反馈(?:至|到|给)|报(?:至|到|给)|提交(?:至|到|给)|送(?:至|交))/g;
const RECIPIENT_REST = /(?:备案|审定|审核|汇总|存档|留存|备查|审查|研究|统筹|批准|同意|审阅|核定|审批)+.*$/;
const CONTACT_BRACKET = /[(〔](?=[^()〔〕]{0,80}(?:邮箱|电话|传真|联系|邮件|@|OA|微信|QQ))[^()〔〕]*[)〕]?$/;
const DAY_OF = /(?:每月|每季度?末?月?|每季度首月|当月|次月|下月|下季度首月|每月月|月)(\d{1,2})日/;
const LONGEST = 400;

/** Input: paragraphs that are no tasks; the year of the document. Output: their reporting rules in order. */
export function findReports(copy: Compact, paragraphs: readonly Range[], year: number | null): Report[] {
  const found: Report[] = [];
  for (const paragraph of paragraphs) {
    const text = copy.s.slice(paragraph.from, paragraph.to);
    if (!/[报送交馈]/.test(text)) continue;
    for (const sentence of sentences(copy.s, paragraph)) found.push(...readSentence(copy.s, sentence, year));
  }
  return found;
}

function sentences(s: string, range: Range): Range[] {
  const out: Range[] = [];
  let from = range.from;
  for (let i = range.from; i < range.to; i++) {
    const ch = s[i] as string;
    if (ch === '。' || ch === '!' || (ch === '.' && isStop(s, i))) {
      out.push({ from, to: i + 1 });
      from = i + 1;
    }
  }
  if (from < range.to) out.push({ from, to: range.to });
  return out;
}

function readSentence(s: string, sentence: Range, year: number | null): Report[] {
  if (sentence.to - sentence.from > LONGEST) return [];
  const text = s.slice(sentence.from, sentence.to);
  const out: Report[] = [];
  let begin = 0;
  VERB.lastIndex = 0;
  for (let m = VERB.exec(text); m !== null; m = VERB.exec(text)) {
    // 申报、汇报、通报、填报 are other words; 不报、漏报 no duties
    if (m[0] === '报' && /[申汇通填预不漏瞒播电举登转]/.test(text[m.index - 1] ?? '')) continue;
    const named =
      towards(s, sentence, begin, m.index) ?? readRecipient(s, sentence.from + m.index + m[0].length, sentence.to);
    // 并于12月15日前报送年度总结: told to the same body as before
    const recipient = named ?? (m[0].endsWith('报送') ? (out.at(-1)?.recipient ?? null) : null);
    if (recipient === null) continue;
    const clause = { from: sentence.from + begin, to: sentence.from + m.index };
    const rules = readRules(s, clause, sentence, recipient, year);
    if (rules.length === 0) continue;
    out.push(...rules);
    begin = Math.max(m.index + m[0].length, recipient.to - sentence.from);
    VERB.lastIndex = Math.max(VERB.lastIndex, begin);
  }
  if (out.length === 0) out.push(...readTowards(s, sentence, year));
  return out;
}

/** The body that 向… names before the verb at `verb`. */
function towards(s: string, sentence: Range, begin: number, verb: number): Range | null {
  const text = s.slice(sentence.from + begin, sentence.from + verb);
  const at = text.lastIndexOf('向');
  if (at < 0 || /[,。;:]/.test(text.slice(at))) return null;
  const name = text.slice(at + 1).replace(/(?:一并|书面|及时|统一|定期|分别)+$/, '');
  const from = sentence.from + begin + at + 1;
  return isComplete(name) && name.length <= 30 ? { from, to: from + name.length } : null;
}

/** 每月28日前向市政府报告就业形势分析: verbs that tell without 报送. */
function readTowards(s: string, sentence: Range, year: number | null): Report[] {
  const text = s.slice(sentence.from, sentence.to);
  TOWARDS.lastIndex = 0;
  const m = TOWARDS.exec(text);
  if (!m || !isComplete(m[1] as string)) return [];
  const from = sentence.from + m.index + 1;
  const recipient = { from, to: from + (m[1] as string).length };
  return readRules(s, { from: sentence.from, to: sentence.from + m.index + m[0].length }, sentence, recipient, year);
}

/** The body that is told: the words behind the verb up to a separator, less 备案, 汇总 and the like. */
function readRecipient(s: string, from: number, to: number): Range | null {
  let end = from;
  let depth = 0;
  for (; end < to; end++) {
    const ch = s[end] as string;
    if ('(〔“'.includes(ch)) depth++;
    else if (')〕”'.includes(ch)) depth--;
    else if (depth === 0 && ',。;!'.includes(ch)) break;
  }
  let text = s.slice(from, end).replace(/[.]$/, '');
  text = text.replace(RECIPIENT_REST, '').replace(CONTACT_BRACKET, '');
  if (text.length < 2 || text.length > 40 || !(isComplete(text) || /[)〕]$/.test(text))) return null;
  return { from, to: from + text.length };
}

function readRules(s: string, clause: Range, sentence: Range, recipient: Range, year: number | null): Report[] {
  const text = s.slice(clause.from, clause.to);
  const base = { from: sentence.from, to: sentence.to, recipient, yearInferred: false };
  const dates = findDates(s, clause.from, clause.to).filter(
    (date) => date.day !== null && date.month !== null && date.month > 0,
  );
  const once = (days: readonly (typeof dates)[number][]): Report[] => {
    let context = year;
    return days.flatMap((date) => {
      const resolved = resolveDate(date, context);
      if (resolved === null) return [];
      if (date.year !== null) context = date.year;
      const { dueOn, yearInferred } = resolved;
      return [{ ...base, frequency: 'once' as const, month: null, day: null, dueOn, yearInferred }];
    });
  };
  const rhythm = FREQUENCIES.flatMap(({ frequency, words }) =>
    words.map((word) => ({ frequency, at: text.lastIndexOf(word) })).filter(({ at }) => at >= 0),
  ).sort((a, b) => b.at - a.at)[0];
  if (rhythm && rhythm.frequency !== 'yearly') {
    const day = DAY_OF.exec(text.slice(rhythm.at)) ?? DAY_OF.exec(text);
    const recurring: Report = {
      ...base,
      frequency: rhythm.frequency,
      month: null,
      day: day ? Number(day[1]) : null,
      dueOn: null,
    };
    // 每月5日前报送进展,11月30日前将全年总结报送…: a day of its own behind a comma; (3月25日、6月25日…) are the rhythm's days
    const behind = dates.filter(
      (date) =>
        /[,;][^,;()]*$/.test(text.slice(rhythm.at, date.from - clause.from)) && date.from - clause.from > rhythm.at,
    );
    return [recurring, ...(behind.length === 1 ? once(behind) : [])];
  }
  const day = DAY_OF.exec(text);
  if (dates.length === 0 && day && /(?:每月|当月|次月|下月)/.test(text)) {
    return [{ ...base, frequency: 'monthly', month: null, day: Number(day[1]), dueOn: null }];
  }
  if (rhythm && dates.length > 0) {
    const date = dates[0] as (typeof dates)[number];
    return [{ ...base, frequency: 'yearly', month: date.month, day: date.day, dueOn: null }];
  }
  const listed =
    dates.length > 0
      ? dates
      : findDates(s, clause.from, clause.to).filter((date) => date.limit && (date.month ?? 0) >= 0);
  return once(listed);
}
