import { describe, expect, test } from 'vitest';
import { identify } from '../../src/identity/identify.js';
import type { DocumentRecord } from '../../src/model/model.js';
import { parseDocument } from '../../src/parse.js';

const read = (...lines: string[]): DocumentRecord => parseDocument(Buffer.from(lines.join('\n')));

/** A notice of an office with one task for each list of bodies. */
function notice(issuer: string, ...lists: string[]): DocumentRecord {
  const tasks = lists.map((list, i) => `${i + 1}.提升服务水平。加强各项服务工作。（${list}负责）`);
  return read(issuer, `${issuer}关于印发工作安排的通知`, '各有关单位：', ...tasks);
}

const unitOf = (record: DocumentRecord, name: string) =>
  record.units.find((unit) => unit.id === record.assignments.find((row) => row.name === name)?.unit_id);

describe('jurisdiction', () => {
  test.each([
    ['西安市碑林区人民政府办公室', '陕西省西安市碑林区', '610103'],
    ['碑林区人民政府办公室', '陕西省西安市碑林区', '610103'],
    ['宝鸡市人民政府办公室', '陕西省宝鸡市', '610300'],
    ['江苏省人民政府办公厅', '江苏省', '320000'],
    ['北京市海淀区人民政府办公室', '北京市海淀区', '110108'],
    ['彭水苗族土家族自治县人民政府办公室', '重庆市彭水苗族土家族自治县', '500243'],
    ['仙桃市人民政府办公室', '湖北省仙桃市', '429004'],
    ['西安高新技术产业开发区管理委员会', '陕西省西安市高新技术产业开发区', '610100'],
    ['国务院办公厅', '中华人民共和国', null],
    ['云泽市临溪区人民政府办公室', null, null],
    ['青岚县人民政府办公室', null, null],
  ])('%s → %s %s', (issuer, jurisdiction, adcode) => {
    const { document } = notice(issuer, '财政局');
    expect([document.jurisdiction, document.adcode]).toEqual([jurisdiction, adcode]);
  });

  test('a name that several districts have is decided by the city that the text names', () => {
    const lines = ['鼓楼区人民政府办公室', '鼓楼区人民政府办公室关于印发工作安排的通知', '各街道办事处：'];
    const place = (city: string) =>
      read(...lines, `按照${city}的要求，制定本方案。`, '1.提升。加强。（区财政局负责）').document;
    expect(place('南京市人民政府').adcode).toBe('320106');
    expect(place('福州市人民政府').adcode).toBe('350102');
    expect(place('上级').adcode).toBeNull();
  });
});

describe('units', () => {
  test('have one id in every document of a place, and another elsewhere', () => {
    const [a, b, c] = ['宝鸡市人民政府办公室', '宝鸡市人民政府', '西安市人民政府'].map((issuer, i) =>
      notice(issuer, ['市发改委', '市发展改革委', '市发改委'][i] as string),
    );
    const ids = [a, b, c].map((record) => record?.assignments[0]?.unit_id);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).not.toBe(ids[2]);
    expect(ids[0]).toBe('u:610300:发展和改革');
  });

  test('of invented places join by the text of the place and never across places', () => {
    const ids = ['云泽市人民政府', '云泽市人民政府办公室', '望川市人民政府'].map(
      (issuer) => notice(issuer, '市财政局').assignments[0]?.unit_id,
    );
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).not.toBe(ids[2]);
  });

  test('in running lists take level and place from the first name', () => {
    const record = notice('宝鸡市人民政府办公室', '市财政、人社、住建等部门', '市发改委、财政局');
    expect(unitOf(record, '人社')?.name).toBe('宝鸡市人力资源和社会保障局');
    expect(unitOf(record, '财政局')?.id).toBe(unitOf(record, '市财政')?.id);
  });

  test('a field of a list means the branch where the document names the branch', () => {
    const record = notice('西安市碑林区人民政府办公室', '区财政、资源规划、住建等部门', '资源规划碑林分局');
    expect(unitOf(record, '资源规划')?.name).toBe('西安市自然资源和规划局碑林分局');
  });

  test('a second name in brackets is the same body in that document alone', () => {
    const record = notice('云泽市人民政府', '市委宣传部（市版权局）、市财政局', '市版权局');
    expect(unitOf(record, '市版权局')?.name).toBe('中共云泽市委宣传部');
    const apart = notice('云泽市人民政府', '市委宣传部（市版权局）', '市委宣传部、市版权局');
    expect(unitOf(apart, '市版权局')?.id).not.toBe(unitOf(apart, '市委宣传部')?.id);
  });

  test('以下简称 joins the short name with the full one', () => {
    const record = read(
      '宝鸡市人民政府办公室',
      '宝鸡市人民政府办公室关于印发工作安排的通知',
      '各县、区人民政府：',
      '成立宝鸡市无废城市建设工作专班（以下简称“市无废专班”）。',
      '1.提升服务水平。加强各项服务工作。（市无废专班负责）',
    );
    expect(unitOf(record, '市无废专班')?.name).toBe('宝鸡市无废城市建设工作专班');
  });

  test('lend their ending to the towns before them', () => {
    const record = notice('云泽市临溪区人民政府', '岚桥乡、北屿镇人民政府');
    expect(unitOf(record, '岚桥乡')).toMatchObject({ name: '云泽市临溪区岚桥乡人民政府', level: 'town' });
  });

  test('groups have a scope', () => {
    const record = notice('西安市碑林区人民政府办公室', '区级各相关部门、各街道办事处');
    expect(unitOf(record, '区级各相关部门')).toMatchObject({ kind: 'group', level: 'district', adcode: '610103' });
    expect(unitOf(record, '各街道办事处')).toMatchObject({ kind: 'group', level: 'town', adcode: '610103' });
  });

  test('take the form that is written out before those of short names', () => {
    const record = notice('绵阳市人民政府', '市城管局', '市城市管理行政执法局');
    expect(record.units.map((unit) => unit.name)).toEqual(['绵阳市城市管理行政执法局']);
  });

  test('unknown ones are noted once', () => {
    const record = notice('绵阳市人民政府', '市无人机产业促进局', '市无人机产业促进局、市财政局');
    const notes = record.diagnostics.filter((row) => row.code === 'unit-unknown');
    expect(notes).toHaveLength(1);
    expect(notes[0]?.severity).toBe('info');
    expect(unitOf(record, '市无人机产业促进局')?.name).toBe('绵阳市无人机产业促进局');
  });
});

describe('the record', () => {
  const record = notice('绵阳市人民政府办公室', '市发改委、市财政局，各县区', '市发展改革委');

  test('references units that exist, each once', () => {
    const ids = record.units.map((unit) => unit.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(record.assignments.map((row) => row.unit_id))).toEqual(new Set(ids));
  });

  test('lists names of the registry and of the document', () => {
    const id = unitOf(record, '市发改委')?.id;
    const names = record.unit_names.filter((row) => row.unit_id === id);
    expect(names.filter((row) => row.origin === 'registry').map((row) => row.name)).toContain('绵阳市发展和改革委员会');
    expect(names.filter((row) => row.origin === 'document').map((row) => row.name)).toEqual([
      '市发改委',
      '市发展改革委',
    ]);
    expect(names.every((row) => (row.document_id === null) === (row.origin === 'registry'))).toBe(true);
  });

  test('is a function of the record that leaves it as it was', () => {
    const before = parseDocument(Buffer.from('绵阳市人民政府\n1.提升服务。加强工作。（市财政局负责）'));
    const copy = structuredClone(before);
    expect(identify(before)).toEqual(identify(before));
    expect(before).toEqual(copy);
  });
});
