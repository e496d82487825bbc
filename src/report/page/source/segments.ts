/** Nested and overlapping places as a flat row of segments, in each of which the same places hold. */
import type { Place, PlaceKind, Span } from '../../data.js';

/** A span with the index of its place. */
export interface Marked {
  span: Span;
  place: number;
}

export interface Segment {
  start: number;
  end: number;
  /** Indexes of the places that hold here, the narrowest first. */
  places: number[];
}

/** Of places of one width the more telling goes first. */
const RANK: readonly PlaceKind[] = [
  'contact',
  'lead',
  'responsible',
  'support',
  'chief',
  'deadline',
  'target',
  'title',
  'document',
  'finding',
  'measure',
  'body',
  'task',
];

/** The spans of each piece of the text. A span that goes over pieces stands in each of them. */
export function spansOfChunks(
  places: readonly Place[],
  count: number,
  chunkAt: (offset: number) => number,
): Marked[][] {
  const chunks: Marked[][] = Array.from({ length: count }, () => []);
  for (const [place, { spans }] of places.entries()) {
    for (const span of spans) {
      if (span[1] <= span[0]) continue;
      for (let chunk = chunkAt(span[0]); chunk <= chunkAt(span[1] - 1); chunk += 1)
        chunks[chunk]?.push({ span, place });
    }
  }
  return chunks;
}

/** Segments of the text from `start` up to `end`, without gaps; where no place holds, `places` is empty. */
export function segments(marked: readonly Marked[], places: readonly Place[], start: number, end: number): Segment[] {
  const width = ({ span }: Marked) => span[1] - span[0];
  const rank = ({ place }: Marked) => RANK.indexOf(places[place]?.kind ?? 'task');
  const narrowestFirst = [...marked].sort((a, b) => width(a) - width(b) || rank(a) - rank(b) || a.place - b.place);
  // Where spans begin and end; between two such offsets nothing changes.
  const begins = new Map<number, Marked[]>();
  const bounds = new Set([start, end]);
  for (const one of narrowestFirst) {
    const from = Math.max(start, one.span[0]);
    if (from >= Math.min(end, one.span[1])) continue;
    bounds.add(from).add(Math.min(end, one.span[1]));
    const here = begins.get(from);
    if (here) here.push(one);
    else begins.set(from, [one]);
  }
  const order = new Map(narrowestFirst.map((one, i) => [one, i]));
  const offsets = [...bounds].sort((a, b) => a - b);
  let holding: Marked[] = [];
  return offsets.slice(0, -1).map((from, i) => {
    holding = [...holding.filter(({ span }) => span[1] > from), ...(begins.get(from) ?? [])];
    const sorted = holding.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    return { start: from, end: offsets[i + 1] as number, places: [...new Set(sorted.map(({ place }) => place))] };
  });
}
