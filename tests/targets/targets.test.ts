/** Single rules, and what holds for every text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/blocks/fold.js';
import { findTargets } from '../../src/records/targets/findTargets.js';
import { chineseValue } from '../../src/records/targets/numbers.js';

const find = (text: string, year: number | null = 2024) => {
  const s = fold(text);
  return findTargets(s, 0, s.length, year).map((one) => ({
    ...one,
    subject: one.subject ? s.slice(one.subject.from, one.subject.to) : null,
    text: s.slice(one.from, one.to),
  }));
};

test.each([
  ['十二', 12],
  ['一百零五', 105],
  ['一万两千', 12000],
  ['三十六万', 360000],
  ['一亿二千万', 120000000],
  ['千亿', 1e11],
  ['两', 2],
  ['二〇二三', null],
  ['两三', null],
  ['三千五', null],
])('the numeral %s is %s', (text, value) => {
  expect(chineseValue(text)).toBe(value);
});

describe('rows', () => {
  test('one for each number of a list, with its own subject', () => {
    const found = find('将甲类、乙类和丙类事项审批时限分别压缩至40、25、10个工作日以内。');
    expect(found.map(({ subject, comparator, value, unit }) => [subject, comparator, value, unit])).toEqual([
      ['甲类', '<=', 40, '工作日'],
      ['乙类', '<=', 25, '工作日'],
      ['丙类事项审批时限', '<=', 10, '工作日'],
    ]);
  });

  test('the text is the promise alone, and holds subject and quantity', () => {
    const [found] = find('加强窗口管理,年内好评率不低于97%,提升服务质量。');
    expect(found).toMatchObject({ text: '好评率不低于97%', subject: '好评率', dueOn: '2024-12-31' });
  });

  test('places count in the whole copy', () => {
    const s = '覆盖率达到80%。好评率不低于97%。';
    expect(findTargets(s, 9, s.length, null)).toMatchObject([{ from: 9, to: 18, subject: { from: 9, to: 12 } }]);
  });

  test('without a year of the context a month gives no date', () => {
    expect(find('9月底前好评率不低于97%。', null)).toMatchObject([{ dueOn: null }]);
    expect(find('2025年9月底前好评率不低于97%。', null)).toMatchObject([{ dueOn: '2025-09-30' }]);
  });

  test('a decimal point that OCR lost is not put back', () => {
    expect(find('升级系统２０版。')).toEqual([]);
  });
});

const ALPHABET = [
  ...'0123456789.,、。;:%~-/()“”《》不低于超过至少达到压减新增建成一二两十百千万亿零收费翻倍清零分之个家项工作日以内上左右年月底前已的将由每',
];

test('spans lie in the range, in order, the subject in the span', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ALPHABET), { maxLength: 120 }), fc.nat(30), (letters, cut) => {
      const s = letters.join('');
      const from = Math.min(cut, s.length);
      let last = from;
      for (const { from: start, to: end, subject, value, valueHigh } of findTargets(s, from, s.length, 2024)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(s.length);
        last = start;
        if (subject) {
          expect(subject.from).toBeGreaterThanOrEqual(start);
          expect(subject.to).toBeLessThanOrEqual(end);
          expect(subject.to).toBeGreaterThan(subject.from);
        }
        expect(Number.isFinite(value)).toBe(true);
        if (valueHigh !== null) expect(valueHigh).toBeGreaterThan(value);
      }
    }),
    { numRuns: 3000 },
  );
});

test('the result depends on nothing but the text', () => {
  const text = '年内新增充电桩12个,好评率不低于97%。';
  expect(find(text)).toEqual(find(text));
});
