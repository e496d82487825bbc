/**
 * Page furniture: page numbers on lines of their own and running heads. They interrupt paragraphs and belong to none.
 */
import type { Note } from '../model/model.js';
import { labelKind } from './label.js';
import type { Line } from './lines.js';
import { isDigit, markAt, marks } from './marks.js';

// 12 · - 12 - · — 3 — (dashes are folded to '-')
const BARE_NUMBER = /^[-_·.\s]{0,6}\d{1,4}[-_·.\s]{0,6}$/;
// 第 3 页 · 第3页 共10页 · 3/10 · Page 3 of 10
const PAGE_OF =
  /^(?:第\s*\d{1,4}\s*页(?:[\s,/]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|page\s*\d{1,4}(?:\s*of\s*\d{1,4})?)$/i;
// -12- alone, with both dashes, is a page number even where bare numbers are cells of a table
const DASHED = /^-+\s*[\dlIOo]{1,4}\s*-+$/;

/** Page numbers that need no word: every reader passes over them. */
const PLAIN_NUMBER = /^-*\s*\d{1,4}\s*-*$/;
const LONGEST_HEAD = 40;
const ENDS_TEXT = marks(':。;、');
/** What a page number can begin with. */
const PAGE_FIRSTS = marks('-_·.0123456789第pP');
// 三、 · （二） · 3. · 第四章: a heading that happens to stand beside a page number is no running head
const NUMBERED = /^(?:[一二三四五六七八九十]+、|\(?[一二三四五六七八九十\d#]+[).、]|第)/;

export type PageNumber = 'none' | 'bare' | 'certain';

/** Whether a line is a page number, and how surely. */
export function pageNumber(ink: string): PageNumber {
  if (ink.length > 24) return 'none';
  if (DASHED.test(ink) || PAGE_OF.test(ink)) return 'certain';
  return BARE_NUMBER.test(ink) ? 'bare' : 'none';
}

/** The first number of a page number's line; l and O are OCR's 1 and 0. */
function pageValue(ink: string): number {
  return Number(/\d+/.exec(ink.replace(/[lI]/g, '1').replace(/[Oo]/g, '0'))?.[0]);
}

interface PageNumberLine {
  line: number;
  value: number;
  certain: boolean;
}

/**
 * Of numbers alone on a line, those that count up the way page numbers do: the longest run of steps of one or two. The rest
 * are torn off the text.
 */
function countingUp(numbers: readonly PageNumberLine[]): Set<number> {
  const longest: number[] = [];
  const before: number[] = [];
  const endingIn = new Map<number, number>();
  numbers.forEach((number, k) => {
    const from = [number.value - 1, number.value - 2]
      .map((value) => endingIn.get(value))
      .filter((index): index is number => index !== undefined)
      .sort((a, b) => (longest[b] as number) - (longest[a] as number) || b - a)[0];
    before[k] = from ?? -1;
    // Numbers that are page numbers by their dress weigh more than bare ones.
    longest[k] = (from === undefined ? 0 : (longest[from] as number)) + (number.certain ? 2 : 1);
    const known = endingIn.get(number.value);
    if (known === undefined || (longest[k] as number) >= (longest[known] as number)) endingIn.set(number.value, k);
  });
  let k = longest.reduce((best, length, i) => (best < 0 || length > (longest[best] as number) ? i : best), -1);
  const pages = new Set<number>();
  for (; k >= 0; k = before[k] as number) pages.add((numbers[k] as PageNumberLine).line);
  return pages;
}

// ■ 完成时限  2024年5月底前
const SPACED = /^[^\u4e00-\u9fa5\d]{0,3}([\u4e00-\u9fa5]{4,8})[ \t]/;

/** A marker without a colon stands again and again and is no running head. */
function isMarker(folded: string, line: Line): boolean {
  const word = SPACED.exec(folded.slice(line.start, Math.min(line.end, line.start + 16)))?.[1];
  return word !== undefined && labelKind(word) !== null;
}

/** A line next to a page number or behind a page break. */
const isBeside = (lines: readonly Line[], skip: readonly boolean[], i: number): boolean =>
  skip[i - 1] === true || skip[i + 1] === true || lines[i]?.pageBreak === true;

/** Lines of a running head at most: one of them is beside the number, the others are when that one is known. */
const HEAD_LINES = 6;

/** Which lines stand so near a page number or a page break that they may belong to a running head. */
function linesNear(lines: readonly Line[], skip: readonly boolean[]): Uint8Array {
  const near = new Uint8Array(lines.length);
  for (let i = 0; i < lines.length; i++) {
    if (isBeside(lines, skip, i)) near.fill(1, Math.max(0, i - HEAD_LINES + 1), i + HEAD_LINES);
  }
  return near;
}

/** Lines that may be running heads, in order, by what they say but for numbers; each says it near a page number somewhere. */
function repeated(folded: string, lines: readonly Line[], skip: readonly boolean[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  const mayRepeat = (i: number): boolean => {
    const { start, end, tabs } = lines[i] as Line;
    const length = end - start;
    if (skip[i] || length < 4 || length > LONGEST_HEAD || tabs > 0 || folded.charCodeAt(start) === BAR) return false;
    return !markAt(folded, end - 1, ENDS_TEXT);
  };
  const near = linesNear(lines, skip);
  const keys = new Set<string>();
  const edges = new Set<number>();
  for (let i = 0; i < lines.length; i++) {
    const key = near[i] === 1 && mayRepeat(i) ? headKey(folded, lines[i] as Line) : null;
    if (key === null) continue;
    keys.add(key);
    edges.add(edgesOf(key.charCodeAt(0), key.charCodeAt(key.length - 1)));
  }
  for (let i = 0; i < lines.length; i++) {
    const { start, end } = lines[i] as Line;
    // Most lines say something else: their first and their last character tell.
    if (!edges.has(edgesOf(folded.charCodeAt(start), folded.charCodeAt(end - 1))) || !mayRepeat(i)) continue;
    const key = headKey(folded, lines[i] as Line);
    if (key === null || !keys.has(key)) continue;
    const known = places.get(key);
    if (known) known.push(i);
    else places.set(key, [i]);
  }
  return places;
}

const BAR = 124;
/** One number for two characters, digits being all alike. */
const edgesOf = (first: number, last: number): number => unitOf(first) * 0x8000 + (unitOf(last) & 0x7fff);
const unitOf = (unit: number): number => (isDigit(unit) ? HASH : unit);

const HASH = 35;

/** What a line says, without blanks and with one sign for each number; null where it is no running head. */
function headKey(folded: string, line: Line): string | null {
  const ink = folded.slice(line.start, line.end);
  if (ink.includes(':')) return null;
  const key = (ink.includes(' ') ? ink.replace(/\s/g, '') : ink).replace(/\d+/g, '#');
  return NUMBERED.test(key) || isMarker(folded, line) ? null : key;
}

/**
 * Marks the lines that are page furniture.
 * Input: folded text, its lines, and the lines inside tables that list one cell per line (there a bare number is a cell).
 * Output: a flag per line; running heads that were left out as notes.
 */
export function findFurniture(
  folded: string,
  text: string,
  lines: readonly Line[],
  isCell: (index: number) => boolean,
): { skip: boolean[]; notes: Note[] } {
  const kinds = lines.map((line, i) => {
    if (line.end - line.start > 24 || line.tabs > 0 || !markAt(folded, line.start, PAGE_FIRSTS)) return 'none';
    const kind = pageNumber(folded.slice(line.start, line.end));
    return kind === 'bare' && isCell(i) ? 'none' : kind;
  });
  const numbers: PageNumberLine[] = [];
  lines.forEach((line, i) => {
    if (kinds[i] === 'none') return;
    const value = pageValue(folded.slice(line.start, line.end));
    numbers.push({ line: i, value, certain: kinds[i] === 'certain' });
  });
  const counted = countingUp(numbers);
  const skip = kinds.map((kind, i) => kind === 'certain' || (kind === 'bare' && counted.has(i)));

  let pages = 0;
  for (let i = 0; i < lines.length; i++) pages += (skip[i] ? 1 : 0) + (lines[i]?.pageBreak ? 1 : 0);
  // A running head stands again and again beside page numbers or page breaks; digits in it may count pages.
  const places = pages === 0 ? new Map<string, number[]>() : repeated(folded, lines, skip);
  // CR line ends hide the number from readers that know LF only.
  const carriage = text.includes('\r');
  const notes: Note[] = [];
  lines.forEach((line, i) => {
    // 第3页 reads like text where it stands in a value; a number alone that counts no pages is text, torn off its line.
    if (kinds[i] === 'none' || (skip[i] && !carriage && PLAIN_NUMBER.test(folded.slice(line.start, line.end)))) return;
    notes.push({
      code: skip[i] ? 'page-number' : 'number-alone',
      severity: 'info',
      message: skip[i]
        ? 'a page number was left out of the text around it'
        : 'a number alone on its line was read as part of the text',
      start: line.start,
      end: line.end,
    });
  });
  for (const at of places.values()) {
    if (at.length < 2) continue;
    const beside = at.filter((i) => isBeside(lines, skip, i));
    // On every page or on some: chapters begin without one, left and right pages differ.
    // The letterhead or the title again, beside a page number
    const repeatsHead = (at[0] as number) <= 5 && beside.some((i) => i > 5);
    if (repeatsHead) {
      beside.splice(0, beside.length, ...beside.filter((i) => i > 5));
    } else if (beside.length < Math.max(2, pages * 0.25) || beside.length * 3 < at.length * 2) continue;
    // The first one may be the title itself; a head that stands beside no page number is text.
    for (const i of beside) {
      const line = lines[i] as Line;
      skip[i] = true;
      notes.push({
        code: 'running-head',
        severity: 'info',
        message: 'a running head or foot of the page was left out of the text around it',
        start: line.start,
        end: line.end,
      });
    }
  }
  return { skip, notes };
}
