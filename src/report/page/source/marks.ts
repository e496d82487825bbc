/** The elements of one piece of the text. */
import type { DocumentText, PlaceKind } from '../../data.js';
import { h } from '../dom.js';
import type { Words } from '../words/words.js';
import { type Marked, segments } from './segments.js';

/** Places that say how far something goes rather than what it is: a tint, not a mark. */
const EXTENTS: ReadonlySet<PlaceKind> = new Set(['task', 'body']);

function segmentElement(text: DocumentText, words: Words, content: string, holding: readonly number[]): Node | string {
  const kinds = [...new Set(holding.flatMap((place) => text.places[place]?.kind ?? []))];
  const values = kinds.filter((kind) => !EXTENTS.has(kind));
  if (kinds.length === 0) return content;
  const [inner, ...outer] = values.filter((kind) => kind !== 'finding');
  const flags = [
    inner ?? '',
    outer.length > 0 ? `over-${outer[0]}` : '',
    values.includes('finding') ? 'finding' : '',
    kinds.includes('task') ? 'task' : '',
  ];
  const attributes = {
    class: flags.filter(Boolean).join(' '),
    'data-places': holding.join(' '),
    title: values.length > 0 ? values.map((kind) => words.kinds[kind]).join(' · ') : null,
  };
  return values.length > 0 ? h('mark', { ...attributes, tabindex: -1 }, content) : h('span', attributes, content);
}

/** Draws the marks of the text from `start` up to `end`. */
export function markedNodes(
  text: DocumentText,
  marked: readonly Marked[],
  start: number,
  end: number,
  words: Words,
): (Node | string)[] {
  return segments(marked, text.places, start, end).map((segment) =>
    segmentElement(text, words, text.text.slice(segment.start, segment.end), segment.places),
  );
}
