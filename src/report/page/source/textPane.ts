/**
 * The text of one document with its marks. Each piece is plain text at first, so that finding in the page and reading
 * aloud work at once, and is marked when it comes near the view: a text of megabytes costs what is looked at.
 */
import type { DocumentText } from '../../data.js';
import { CHINESE, h, put } from '../dom.js';
import type { Words } from '../words/words.js';
import { chunkAt, chunkStarts } from './chunks.js';
import { markedNodes } from './marks.js';
import { type Marked, spansOfChunks } from './segments.js';

export interface TextPane {
  element: HTMLElement;
  /** Shows a text from its beginning. */
  show(text: DocumentText, words: Words): void;
  /** Marks everything, for printing. */
  markAll(): void;
  /** Scrolls to a place and lets it flash. */
  goTo(place: number): void;
  /** Nothing flashes any more. */
  calm(): void;
  /** Sets off what belongs to a task. */
  own(task: number | null): void;
}

/** Characters in a line of the pane, to guess the height of a piece that was never laid out. */
const PER_LINE = 34;
const LINE_HEIGHT = 28;

/** Pieces of a long place that flash beyond the first: nobody sees more of them at once. */
const FLASHING = 2;

function guessedLines(text: string): number {
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / PER_LINE)), 0);
}

export function textPane(scroller: HTMLElement): TextPane {
  const element = h('div', { class: 'text', ...CHINESE });
  let shown: DocumentText = { text: '', places: [], values: [] };
  let language: Words;
  let starts: number[] = [0];
  let marked: Marked[][] = [];
  let chunks: HTMLElement[] = [];
  let pending = new Set<number>();
  let task: number | null = null;
  let wish = 0;

  const endOf = (chunk: number) => starts[chunk + 1] ?? shown.text.length;

  function setOwn(parent: Element): void {
    for (const segment of parent.querySelectorAll('[data-places]')) {
      const places = (segment.getAttribute('data-places') ?? '').split(' ');
      segment.classList.toggle(
        'own',
        task !== null && places.some((place) => shown.places[Number(place)]?.task === task),
      );
    }
  }

  function mark(chunk: number): void {
    const element = chunks[chunk];
    if (!element || !pending.delete(chunk)) return;
    observer.unobserve(element);
    element.replaceChildren();
    put(element, ...markedNodes(shown, marked[chunk] ?? [], starts[chunk] as number, endOf(chunk), language));
    setOwn(element);
  }

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) if (isIntersecting) mark(chunks.indexOf(target as HTMLElement));
    },
    { root: scroller, rootMargin: '600px 0px' },
  );

  function show(text: DocumentText, words: Words): void {
    observer.disconnect();
    shown = text;
    language = words;
    starts = chunkStarts(text.text);
    marked = spansOfChunks(text.places, starts.length, (offset) => chunkAt(starts, offset));
    chunks = starts.map((start, i) => {
      const content = text.text.slice(start, endOf(i));
      const chunk = h('div', { class: 'chunk' }, content);
      chunk.style.setProperty('contain-intrinsic-block-size', `auto ${guessedLines(content) * LINE_HEIGHT}px`);
      return chunk;
    });
    pending = new Set(chunks.keys());
    element.replaceChildren(...chunks);
    scroller.scrollTop = 0;
    for (const chunk of chunks) observer.observe(chunk);
    mark(0);
  }

  function calm(): void {
    wish += 1;
    for (const old of element.querySelectorAll('.flash')) old.classList.remove('flash');
  }

  function goTo(place: number): void {
    const span = shown.places[place]?.spans[0];
    if (!span) return;
    const chunk = chunkAt(starts, span[0]);
    for (const [start, end] of shown.places[place]?.spans ?? []) {
      const first = chunkAt(starts, start);
      const last = Math.min(chunkAt(starts, Math.max(start, end - 1)), first + FLASHING);
      for (let i = first; i <= last; i += 1) mark(i);
    }
    const found = [...element.querySelectorAll<HTMLElement>(`[data-places~="${place}"]`)];
    const target = found[0] ?? chunks[chunk];
    if (!target) return;
    calm();
    const mine = wish;
    const reveal = () =>
      target.scrollIntoView({ block: target.offsetHeight > scroller.clientHeight / 2 ? 'start' : 'center' });
    reveal();
    // Pieces on the way are laid out only now and may turn out taller than guessed.
    requestAnimationFrame(() => {
      reveal();
      // Keys come faster than frames: only the last place flashes.
      if (mine === wish) for (const segment of found) segment.classList.add('flash');
    });
  }

  return {
    element,
    show,
    goTo,
    calm,
    markAll: () => {
      for (const chunk of [...pending]) mark(chunk);
    },
    own: (next) => {
      task = next;
      setOwn(element);
    },
  };
}
