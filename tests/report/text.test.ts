/** Offsets, pieces and marks of a text: what must hold for every text and every set of spans. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Place, PlaceKind } from '../../src/report/data.js';
import { clean } from '../../src/report/page/dom.js';
import { chunkAt, chunkStarts } from '../../src/report/page/source/chunks.js';
import { segments, spansOfChunks } from '../../src/report/page/source/segments.js';
import { utf16Offsets } from '../../src/report/read/offsets.js';

/** Chinese within and beyond U+FFFF, an emoji of several code points, line ends. */
const character = fc.constantFrom('台', '账', '𠮷', '𪚥', '👨‍👩‍👧', 'a', '\n', '\r\n', '\t', '　');
const text = fc.array(character, { maxLength: 60 }).map((all) => all.join(''));

test('an offset in code points becomes the UTF-16 offset of the same character', () => {
  fc.assert(
    fc.property(text, (value) => {
      const utf16 = utf16Offsets(value);
      const characters = [...value];
      for (let offset = 0; offset <= characters.length; offset += 1) {
        expect(utf16(offset)).toBe(characters.slice(0, offset).join('').length);
      }
    }),
  );
});

const longText = fc
  .array(fc.tuple(fc.constantFrom('台', '𠮷', 'ab'), fc.nat(9000)), { maxLength: 8 })
  .map((lines) => lines.map(([one, times]) => one.repeat(times)).join('\n'));

test('the pieces of a text are the text, none splits a character, and each offset is in its piece', () => {
  fc.assert(
    fc.property(longText, fc.nat(40_000), (value, offset) => {
      const starts = chunkStarts(value);
      const pieces = starts.map((start, i) => value.slice(start, starts[i + 1]));
      expect(pieces.join('')).toBe(value);
      expect(pieces.every((piece) => !/\p{Cs}/u.test(piece))).toBe(true);
      expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(12_000);
      const at = Math.min(offset, value.length);
      const chunk = chunkAt(starts, at);
      expect(starts[chunk]).toBeLessThanOrEqual(at);
      expect(starts[chunk + 1] ?? Number.POSITIVE_INFINITY).toBeGreaterThan(at);
    }),
    { numRuns: 40 },
  );
});

const KINDS: PlaceKind[] = ['task', 'body', 'lead', 'support', 'target', 'finding'];
const spans = fc
  .array(fc.tuple(fc.nat(50), fc.nat(50)), { minLength: 1, maxLength: 3 })
  .map((all) => all.map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const));
const places = fc.array(
  fc.record({ kind: fc.constantFrom(...KINDS), task: fc.constant(null), spans }) as fc.Arbitrary<Place>,
  { maxLength: 8 },
);

test('segments cover the text without gaps, and each says which places hold on all of it', () => {
  fc.assert(
    fc.property(places, (all) => {
      const [marked = []] = spansOfChunks(all, 1, () => 0);
      const found = segments(marked, all, 0, 50);
      expect(found[0]?.start).toBe(0);
      expect(found.at(-1)?.end).toBe(50);
      for (const [i, { start, end, places: holding }] of found.entries()) {
        expect(end).toBeGreaterThan(start);
        expect(found[i + 1]?.start ?? end).toBe(end);
        for (let offset = start; offset < end; offset += 1) {
          const here = all.flatMap((place, k) => (place.spans.some(([a, b]) => a <= offset && offset < b) ? [k] : []));
          expect([...holding].sort((a, b) => a - b)).toEqual(here);
        }
      }
    }),
  );
});

test('the innermost of nested places comes first', () => {
  const nested: Place[] = [
    { kind: 'task', task: 0, spans: [[0, 30]] },
    { kind: 'lead', task: 0, spans: [[10, 14]] },
    { kind: 'body', task: 0, spans: [[5, 20]] },
  ];
  const [marked = []] = spansOfChunks(nested, 1, () => 0);
  expect(segments(marked, nested, 0, 40).map(({ places }) => places)).toEqual([
    [0],
    [2, 0],
    [1, 2, 0],
    [2, 0],
    [0],
    [],
  ]);
});

test('what may be shown is as long as what was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      expect(clean(value)).toHaveLength(value.length);
      expect(clean(value)).not.toMatch(/[\p{Bidi_Control}\0]/u);
    }),
  );
  expect(clean('a\u202eb\ud800c\0')).toBe('a▯b▯c▯');
});
