/** What the colours mean. */
import type { PlaceKind } from '../../data.js';
import { type App, words as wordsOf } from '../app.js';
import { h } from '../dom.js';

const KINDS: readonly PlaceKind[] = [
  'lead',
  'responsible',
  'support',
  'chief',
  'deadline',
  'title',
  'target',
  'measure',
  'document',
  'finding',
];

export function legend(app: App): HTMLElement {
  const words = wordsOf(app);
  const kinds: PlaceKind[] = app.index.hasContacts ? [...KINDS, 'contact'] : [...KINDS];
  return h(
    'ul',
    { class: 'legend', tabindex: 0, 'aria-label': words.legend },
    ...kinds.map((kind) => h('li', {}, h('mark', { class: kind }, words.kinds[kind]))),
  );
}
