/** The words of a language. */
import type { State } from '../model/state.js';
import { en } from './en.js';
import { type Words, zh } from './zh.js';

export type { Words };

export function wordsIn({ lang }: Pick<State, 'lang'>): Words {
  return lang === 'en' ? en : zh;
}
