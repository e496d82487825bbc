/** Which bodies, areas and documents a text stands for. */
import { expect, test } from 'vitest';
import { areaCalled } from '../../src/identity/areaCalled.js';
import { meaningOf } from '../../src/identity/meaning.js';
import type { DocumentRecord, UnitRow } from '../../src/model/model.js';
import { documentsCalled, documentsIn } from '../../src/query/documents.js';
import { unitsCalled } from '../../src/query/units.js';
import { withLedger } from '../export/ledgers.js';
import { parseToy } from '../ledger/toy.js';

interface Facts {
  title: string;
  doc_number: string;
  issuer: string;
  adcode: string | null;
  units: [id: string, name: string, written: string, adcode: string | null, of: string | null][];
}

/** A document that assigns one task to each body, by the name it is written with. */
function record({ title, doc_number, issuer, adcode, units }: Facts): DocumentRecord {
  const toy = parseToy(Buffer.from(units.map(([, , written]) => `- ${title}任务 | lead ${written}`).join('\n')));
  const ids = new Map(units.map(([id, , written]) => [written, id]));
  const document_id = toy.document.id;
  return {
    ...toy,
    document: { ...toy.document, title, doc_number, issuer, adcode },
    units: units.map(
      ([id, name, , code, of]): UnitRow => ({ id, name, function: of, level: null, adcode: code, kind: null }),
    ),
    unit_names: units.map(([unit_id, , name]) => ({ unit_id, name, origin: 'document', document_id })),
    assignments: toy.assignments.map((row) => ({ ...row, unit_id: ids.get(row.name) as string })),
  };
}

const FG = '发展和改革';
const DOCUMENTS: Record<string, Facts> = {
  'beilin.txt': {
    ...{ title: '碑林区方案', doc_number: '碑政发〔2023〕1号', issuer: '西安市碑林区人民政府', adcode: '610103' },
    units: [
      [`u:610103:${FG}`, '西安市碑林区发展和改革委员会', '区发改委', '610103', FG],
      [`u:610100:${FG}`, '西安市发展和改革委员会', '市发改委', '610100', FG],
    ],
  },
  'lianhu.txt': {
    ...{ title: '莲湖区方案', doc_number: '莲政发〔2023〕1号', issuer: '西安市莲湖区人民政府', adcode: '610104' },
    units: [[`u:610104:${FG}`, '西安市莲湖区发展和改革局', '区发改局', '610104', FG]],
  },
  'baoji.txt': {
    ...{ title: '宝鸡市要点', doc_number: '宝政发〔2023〕2号', issuer: '宝鸡市人民政府', adcode: '610300' },
    units: [
      [`u:610300:${FG}`, '宝鸡市发展和改革委员会', '发改委', '610300', FG],
      ['u:610300:区发改委工会', '区发改委工会', '区发改委工会', '610300', null],
    ],
  },
  'shidu.txt': {
    ...{ title: '石渡县要点', doc_number: '石政发〔2023〕2号', issuer: '石渡县人民政府', adcode: null },
    units: [
      [`u:石渡县:${FG}`, '石渡县发展和改革局', '县发改局', null, FG],
      [`u:云泽市/临溪区:${FG}`, '云泽市临溪区发展和改革局', '临溪发改', null, FG],
    ],
  },
};

let db: ReturnType<ReturnType<typeof withLedger>['open']>;
const ledger = () => withLedger(Object.entries(DOCUMENTS).map(([source, facts]) => [source, record(facts)])).open();

const called = (name: string, area: string | null = null) => {
  const place = area === null ? null : areaCalled(area);
  if (Array.isArray(place)) throw new Error(`${area} is ambiguous`);
  return unitsCalled(db, name, meaningOf(name), place).map(({ id }) => id.replace(`:${FG}`, ''));
};

test('names of bodies, with and without their place', () => {
  db = ledger();
  // As written, and every body that the name means: a district's, whatever it is called there.
  expect(called('区发改委')).toEqual(['u:610103', 'u:610104', 'u:云泽市/临溪区']);
  expect(called('区发改局')).toEqual(called('区发改委'));
  expect(called('市发改委')).toEqual(['u:610100', 'u:610300']);
  expect(called('县发改局')).toEqual(['u:石渡县']);
  expect(called('发改委')).toHaveLength(6);
  // The name says its place.
  expect(called('西安市发改委')).toEqual(['u:610100']);
  expect(called('石渡县发改委')).toEqual(['u:石渡县']);
  expect(called('西安市莲湖区发展和改革局')).toEqual(['u:610104']);
  // What the registry does not know is what documents wrote.
  expect(called('临溪发改')).toEqual(['u:云泽市/临溪区']);
  expect(called('区发改委工会')).toEqual(['u:610300:区发改委工会']);
  expect(called(`u:610104:${FG}`)).toEqual(['u:610104']);
  expect(called('区财政局')).toEqual([]);
  db.close();
});

test('an area narrows, by code, by name, with everything below it', () => {
  db = ledger();
  expect(called('发改委', '610000')).toEqual(['u:610100', 'u:610103', 'u:610104', 'u:610300']);
  expect(called('发改委', '西安市')).toEqual(['u:610100', 'u:610103', 'u:610104']);
  expect(called('区发改委', '碑林区')).toEqual(['u:610103']);
  expect(called('区发改委', '6103')).toEqual([]);
  expect(called('发改委', '石渡县')).toEqual(['u:石渡县']);
  expect(called('发改委', '云泽市')).toEqual(['u:云泽市/临溪区']);
  expect(called('发改委', '临溪区')).toEqual(['u:云泽市/临溪区']);
  expect(called('发改委', '国')).toHaveLength(6);
  db.close();
});

test('areas', () => {
  expect(areaCalled('61')).toEqual({ adcode: '610000' });
  expect(areaCalled('陕西')).toEqual({ adcode: '610000' });
  expect(areaCalled('石渡县')).toEqual({ name: '石渡县' });
  expect(areaCalled('鼓楼区')).toContainEqual({ adcode: '320106', full: '江苏省南京市鼓楼区' });
});

test('documents by id, source, number, title and area', () => {
  db = ledger();
  const sources = (text: string) => documentsCalled(db, text).map(({ source }) => source);
  const [{ id } = { id: '' }] = documentsCalled(db, 'baoji.txt');
  expect(sources(id)).toEqual(['baoji.txt']);
  expect(sources('碑政发[2023] １号')).toEqual(['beilin.txt']);
  expect(sources('方案')).toEqual(['beilin.txt', 'lianhu.txt']);
  expect(sources('没有')).toEqual([]);
  const inArea = (text: string) => {
    const area = areaCalled(text);
    if (area === null || Array.isArray(area)) throw new Error(text);
    const ids = new Set(documentsIn(db, area));
    return Object.keys(DOCUMENTS).filter((source) => documentsCalled(db, source).some((one) => ids.has(one.id)));
  };
  expect(inArea('西安市')).toEqual(['beilin.txt', 'lianhu.txt']);
  expect(inArea('陕西省')).toEqual(['beilin.txt', 'lianhu.txt', 'baoji.txt']);
  expect(inArea('610104')).toEqual(['lianhu.txt']);
  expect(inArea('石渡县')).toEqual(['shidu.txt']);
  expect(inArea('北京市')).toEqual([]);
  db.close();
});
