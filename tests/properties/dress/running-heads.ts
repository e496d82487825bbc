/** Printed pages: a running head and a page number repeated on each. */
import { pick, seeded } from '../seeded.js';
import { type Dress, utf8 } from './dress.js';
import { canBeWrapped, hasPageNumbers, PAGE_NUMBERS, paged, wrapped } from './re-wrapped.js';

const LEAST_PAGES = 4;

function printed(width: number, blanks: 'kept' | 'none'): Dress {
  return {
    name: `running heads, ${
      width === Number.POSITIVE_INFINITY ? 'lines as they are' : `lines of ${width}`
    }, blank lines ${blanks}`,
    fits: (source) => canBeWrapped(source, width) && !hasPageNumbers(source.text),
    wear({ name, text }, plain) {
      const random = seeded(`${name} printed ${width}`);
      const lines = wrapped(text, width, blanks);
      // A head tells itself by being repeated: at least four pages.
      const most = Math.min(32, Math.floor(lines.filter((line) => line.trim() !== '').length / LEAST_PAGES));
      const head = `${plain.document.issuer ?? '某某市人民政府办公室'}文件`;
      const numbered = pick(
        random,
        PAGE_NUMBERS.filter((style) => style(1) !== '1'),
      );
      return utf8(paged(lines, Math.max(2, most - 5), most, random, (page) => ['', numbered(page), '', head, '']));
    },
  };
}

export const runningHeads: Dress[] = [
  printed(Number.POSITIVE_INFINITY, 'kept'),
  printed(28, 'kept'),
  printed(34, 'none'),
];
