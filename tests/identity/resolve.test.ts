import { describe, expect, test } from 'vitest';
import { explainName } from '../../src/identity/explain.js';
import { BLIND_DIFFERENT, BLIND_SAME } from './blind.js';
import { APART, DIFFERENT, FULL, SAME } from './pairs.js';

const idOf = (area: string, name: string): string => explainName(name, area).unit.id;

describe('official names and codes', () => {
  test.each(FULL)('%s: %s → %s %s', (area, name, full, adcode) => {
    const { unit } = explainName(name, area);
    expect({ name: unit.name, adcode: unit.adcode }).toEqual({ name: full, adcode });
  });
});

describe('one body', () => {
  test.each([...SAME, ...BLIND_SAME])('%s: %s, %s …', (area, ...names) => {
    expect(new Set(names.map((name) => idOf(area, name))).size).toBe(1);
  });
});

describe('different bodies', () => {
  test.each([...DIFFERENT, ...BLIND_DIFFERENT])('%s: %s, %s …', (area, ...names) => {
    expect(new Set(names.map((name) => idOf(area, name))).size).toBe(names.length);
  });
  test.each(APART)('%s in %s, %s …', (name, ...areas) => {
    expect(new Set(areas.map((area) => idOf(area, name))).size).toBe(areas.length);
  });
});

describe('explanations', () => {
  test('say how a name was read', () => {
    const found = explainName('市资源规划局', '西安市');
    expect(found).toMatchObject({
      in: { name: '陕西省西安市', adcode: '610100' },
      origin: 'registry',
      unit: { name: '西安市自然资源和规划局', function: '自然资源', level: 'city', kind: 'organ' },
    });
    expect(found.steps.join(' ')).toContain('西安市');
    expect(found.official).toContain('西安市自然资源和规划局');
  });
  test('keep what nothing knows as it is written', () => {
    const { unit, origin } = explainName('市无人机产业推进专班', '绵阳市');
    expect(origin).toBe('written');
    expect(unit).toMatchObject({ name: '绵阳市无人机产业推进专班', function: null, adcode: '510700', kind: 'organ' });
  });
  test.each([
    ['市融智投资有限公司', 'enterprise'],
    ['市肿瘤医院', 'institution'],
    ['市物流行业协会', 'association'],
    ['市某某法院', 'court'],
    ['市委某某工作办公室', 'party'],
    ['张三', null],
  ])('guess the kind of %s: %s', (name, kind) => {
    expect(explainName(name, '绵阳市').unit.kind).toBe(kind);
  });
});
