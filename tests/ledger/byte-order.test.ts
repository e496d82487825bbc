import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteOrder } from '../../src/ledger/byte-order.js';

const bytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

test('is that of the UTF-8 bytes, beyond U+FFFF too', () => {
  // '｡' is U+FF61, '𠮷' begins with the unit U+D842
  expect(byteOrder('｡', '𠮷')).toBeLessThan(0);
  const text = fc.string({
    unit: fc.oneof(fc.constantFrom('a', '区', '｡', '𠮷', '𡈽', '\uffff'), fc.string({ unit: 'binary' })),
  });
  fc.assert(
    fc.property(text, text, text, (common, a, b) => {
      expect(Math.sign(byteOrder(common + a, common + b))).toBe(bytes(common + a, common + b));
    }),
  );
});
