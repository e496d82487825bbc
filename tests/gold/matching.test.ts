/** The comparison itself: what it takes for the same, and that it notices what is wrong. */
import { expect, test } from 'vitest';
import { bare, fold, normHeading } from './fold.js';
import { matchingBlocks, ratio } from './matching.js';
import { f1, Tallies } from './tally.js';

test('width, white space, brackets and quotes do not matter', () => {
  expect(fold('《办法》 （试行）')).toBe(fold('«办法»(试行)'));
  expect(bare('１．“一件事”，办好。')).toBe('1一件事办好');
  expect(normHeading('（二）优化服务。各部门…')).toBe(normHeading('优化服务'));
});

test('sequences match as in difflib', () => {
  expect(matchingBlocks([...'abxcd'], [...'abcd'])).toEqual([
    { a: 0, b: 0, size: 2 },
    { a: 3, b: 2, size: 2 },
  ]);
  expect(ratio('abcd', 'bcde')).toBe(0.75);
});

test('a wrong, a missing and a surplus value count', () => {
  const tallies = new Tallies();
  tallies.sets('field', ['a', 'a', 'b'], ['a', 'c'], 'here');
  tallies.one('field', null, 'd', 'there');
  const tally = tallies.field('field');
  expect(tally).toMatchObject({ right: 1, surplus: 2, missing: 2 });
  expect(f1(tally)).toBeCloseTo(1 / 3);
  expect(tally.misses.map(({ where }) => where)).toEqual(['here', 'there']);
});
