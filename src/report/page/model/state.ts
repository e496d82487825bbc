/** What the page shows, and the same as the hash of its address: a view can be bookmarked where no storage is. */

export const LANGUAGES = ['zh', 'en'] as const;
export const THEMES = ['auto', 'light', 'dark'] as const;
export const TABS = ['check', 'ledger', 'charts'] as const;
export const SORTS = ['', 'title', 'lead', 'responsible', 'support', 'due', 'source', 'findings'] as const;

export interface State {
  lang: (typeof LANGUAGES)[number];
  theme: (typeof THEMES)[number];
  /** '' until one is chosen. */
  tab: (typeof TABS)[number] | '';
  /** What is searched for. */
  q: string;
  /** Names of bodies, all of which a task names. */
  unit: string;
  /** A role, or `none`. */
  role: string;
  /** `2023-09`, or `none`. */
  month: string;
  /** Id of a document. */
  doc: string;
  /** Code of a finding, or `any` for whatever is to be checked. */
  code: string;
  /** A column; '' is the order of the documents. */
  sort: (typeof SORTS)[number];
  desc: boolean;
  /** Id of the task that is selected. */
  task: string;
  /** What the list of findings shows. */
  check: string;
}

export const START: State = {
  lang: 'zh',
  theme: 'auto',
  tab: '',
  q: '',
  unit: '',
  role: '',
  month: '',
  doc: '',
  code: '',
  sort: '',
  desc: false,
  task: '',
  check: '',
};

/** The part of the state that chooses tasks. */
export const NO_FILTER = { q: '', unit: '', role: '', month: '', doc: '', code: '' } as const;

export function isFiltered(state: State): boolean {
  return Object.keys(NO_FILTER).some((key) => state[key as keyof typeof NO_FILTER] !== '');
}

function oneOf<T extends string>(values: readonly T[], value: string | null, otherwise: T): T {
  return values.find((known) => known === value) ?? otherwise;
}

/** `#lang=en&unit=…`; what is as at the start is left out. */
export function toHash(state: State): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(state)) {
    if (value !== START[key as keyof State]) parameters.set(key, value === true ? '1' : String(value));
  }
  return `#${parameters}`;
}

/** Reads a hash that anybody may have written: what is not known counts as not said. */
export function fromHash(hash: string): State {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const text = (key: keyof State) => parameters.get(key) ?? '';
  return {
    lang: oneOf(LANGUAGES, text('lang'), START.lang),
    theme: oneOf(THEMES, text('theme'), START.theme),
    tab: oneOf<State['tab']>(TABS, text('tab'), START.tab),
    q: text('q'),
    unit: text('unit'),
    role: text('role'),
    month: text('month'),
    doc: text('doc'),
    code: text('code'),
    sort: oneOf(SORTS, text('sort'), START.sort),
    desc: text('desc') === '1',
    task: text('task'),
    check: text('check'),
  };
}
