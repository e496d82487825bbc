/**
 * Spaces that OCR puts inside words: into dates everywhere, into names of bodies outside tables only (in a cell a space
 * between two names separates them, so that a space inside a name would be a riddle).
 */
import type { DocumentRecord } from '../../../src/model/model.js';
import { seeded } from '../seeded.js';
import { type Dress, utf8 } from './dress.js';
import { isRow } from './re-wrapped.js';

const spacedDates = (text: string): string =>
  text.replace(/(?<!\d)(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?/g, (_, year: string, month: string, day?: string) =>
    day === undefined ? `${year} 年 ${month} 月` : `${year} 年 ${month} 月 ${day} 日`,
  );

function spacedNames(text: string, plain: DocumentRecord, random: () => number): string {
  const characters = [...text];
  const lineOf: string[] = [];
  for (const line of text.split('\n')) for (let at = 0; at <= [...line].length; at++) lineOf.push(line);
  const places = new Set<number>();
  for (const { span_start, span_end } of plain.assignments) {
    const at = span_start + 1 + Math.floor(random() * (span_end - span_start - 1));
    if (random() < 0.4 || at >= span_end || isRow(lineOf[at] ?? '')) continue;
    if (/\p{Script=Han}{2}/u.test(characters.slice(at - 1, at + 1).join(''))) places.add(at);
  }
  return characters.map((character, at) => (places.has(at) ? ` ${character}` : character)).join('');
}

export const spaced: Dress[] = [
  { name: 'spaces in dates', fits: ({ html }) => !html, wear: ({ text }) => utf8(spacedDates(text)) },
  {
    name: 'spaces in names',
    fits: ({ html }) => !html,
    wear: ({ name, text }, plain) => utf8(spacedNames(text, plain, seeded(name))),
  },
];
