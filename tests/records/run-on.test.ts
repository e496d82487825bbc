/** Lists that lost their separators, and names that only look like such lists. */
import { describe, expect, test } from 'vitest';
import type { Piece } from '../../src/records/units/piece.js';
import { splitRunOn } from '../../src/records/units/runOn.js';

function namesIn(text: string): string[] {
  const pieces: Piece[] = [];
  splitRunOn(text, { from: 0, to: text.length, open: false, separator: '' }, pieces, []);
  return pieces.map(({ from, to }) => text.slice(from, to));
}

describe('lists that lost their separators', () => {
  test.each([
    '市行政审批局|市司法局',
    '市发改委|市工信局|市财政局',
    '市市场监管局|市市场监管局',
    '市自然资源和规划局|市住房和城乡建设局',
    '市工信局|市卫生健康委|市教育局',
    '市委组织部|市人社局',
    '团市委|市妇联',
    '市税务局|国网清源供电公司',
    '市城管局|市某某服务局',
    '公安清源分局|资源规划清源分局',
    '区住建局|各街道办事处',
    '发展改革委|财政部',
    '财政局|教育局|人社局',
    '市发改委|市数据局',
    '市甲乙服务局|市丙丁服务局',
  ])('%s', (names) => {
    expect(namesIn(names.replaceAll('|', ''))).toEqual(names.split('|'));
  });
});

describe('names that survive', () => {
  test.each([
    '市生态环境局碑石分局',
    '住房和城乡建设局',
    '市优化营商环境工作领导小组办公室',
    '市政府县域经济办公室',
    '市公安局交通警察支队',
    '市农业农村局',
    '市财政局市场服务中心',
    '市城管局市容环境中心',
    '市水务局市政排水管理中心',
    '市教育局招生考试中心',
    '市人社局就业服务中心',
    '国家税务总局清源市税务局',
    '中国邮政集团有限公司清源市分公司',
    '县委办公室',
    '市委市政府督查室',
    '市公安局公共交通分局',
    '区住建局房屋征收管理办公室',
    '市发改委价格监测中心',
    '市政府各部门',
    '市安委会各成员单位',
    '国务院各部委',
  ])('%s', (name) => {
    expect(namesIn(name)).toEqual([name]);
  });
});
