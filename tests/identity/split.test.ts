import { describe, expect, test } from 'vitest';
import { placeByText } from '../../src/identity/explain.js';
import { splitRunTogether } from '../../src/identity/split.js';

describe('lists that lost their separators', () => {
  test.each([
    ['杭州市', '市行政审批局|市司法局'],
    ['杭州市', '市发改委|市工信局|市财政局'],
    ['杭州市', '市市场监管局|市市场监管局'],
    ['杭州市', '市自然资源和规划局|市住房和城乡建设局'],
    ['杭州市', '市工信局|市卫生健康委|市教育局'],
    ['杭州市', '市委组织部|市人社局'],
    ['杭州市', '团市委|市妇联'],
    ['杭州市', '市税务局|国网杭州供电公司'],
    ['杭州市', '市城管局|市某某服务局'],
    ['绵阳市', '人民银行绵阳市中心支行|绵阳银保监分局'],
    ['福州市鼓楼区', '公安鼓楼分局|资源规划鼓楼分局'],
    ['福州市鼓楼区', '区住建局|各街道办事处'],
    ['国', '发展改革委|财政部'],
    ['云泽市', '市发改委|市数据局'],
  ])('%s: %s', (area, names) => {
    expect(splitRunTogether(names.replaceAll('|', ''), placeByText(area))).toEqual(names.split('|'));
  });
});

describe('names that survive', () => {
  test.each([
    ['福州市鼓楼区', '市生态环境局鼓楼分局'],
    ['杭州市', '住房和城乡建设局'],
    ['杭州市', '市优化营商环境工作领导小组办公室'],
    ['杭州市', '市政府县域经济办公室'],
    ['杭州市', '市公安局交通警察支队'],
    ['杭州市', '市农业农村局'],
    ['杭州市', '市财政局市场服务中心'],
    ['杭州市', '国家税务总局杭州市税务局'],
    ['杭州市', '中国邮政集团有限公司杭州市分公司'],
  ])('%s: %s', (area, name) => {
    expect(splitRunTogether(name, placeByText(area))).toEqual([name]);
  });
});
