import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { levelsOf } from '../../src/identity/forms.js';
import { gazetteer } from '../../src/identity/gazetteer.js';
import { FUNCTIONS } from '../../src/lexicon/functions.js';
import { readRegistry, registry } from '../../src/registry/registry.js';
import { ROOT } from '../corpus.js';

const LEVELS = ['province', 'city', 'district', 'town'] as const;

test('the registry is as large as it says', () => {
  const { functions, names, state } = registry();
  expect(functions.size).toBeGreaterThanOrEqual(150);
  expect(names.size + state.size).toBeGreaterThanOrEqual(600);
});

test('at one level a name means one function', () => {
  const doubts: string[] = [];
  for (const [name, forms] of registry().names) {
    for (const level of LEVELS) {
      const keys = new Set(forms.filter((form) => form.levels.includes(level)).map((form) => form.fn.key));
      if (keys.size > 1) doubts.push(`${level} ${name}: ${[...keys].join(', ')}`);
    }
  }
  expect(doubts).toEqual([]);
});

test('a word of running lists means one function', () => {
  const seen = new Map<string, string>();
  for (const fn of registry().functions.values()) {
    for (const stem of fn.stems) {
      expect(seen.get(stem) ?? fn.key, stem).toBe(fn.key);
      seen.set(stem, fn.key);
    }
  }
});

test('the registry names no place', () => {
  const provinces = [...gazetteer().byCode.values()].filter((area) => area.level !== 'district');
  const named = provinces.filter((area) => FUNCTIONS.includes(area.name));
  expect(named.map((area) => area.name)).toEqual([]);
});

test('a line that cannot be read is an error that names it', () => {
  expect(() => readRegistry('# organ\n财政 | 局')).toThrow('局');
  expect(() => readRegistry('# organ\n财政')).toThrow('财政');
});

test('county-level cities use the forms of districts first', () => {
  const city = { level: 'district', suffix: '市' } as Parameters<typeof levelsOf>[0];
  expect(levelsOf(city)).toEqual(['district', 'city']);
});

test('the docs give the size of the registry', () => {
  const docs = readFileSync(join(ROOT, 'docs/units.md'), 'utf8');
  const { functions, stems } = registry();
  const forms = [...functions.values()].flatMap((fn) => fn.forms);
  const sizes = [
    ['functions', functions.size],
    ['official forms of their names', forms.filter((form) => !form.local).length],
    ['local forms (names of local choice for the same function)', forms.filter((form) => form.local).length],
    ['words of running lists (财政, 人社)', stems.size],
    ['areas with codes', gazetteer().byCode.size],
  ];
  for (const [part, size] of sizes) expect(docs).toContain(`| ${part} | ${size} |`);
});
