/**
 * Word segmentation (分词) where the registry leaves a doubt. The dictionary takes a second and 240 MB to load and never
 * gives them back: it is loaded when the first such name turns up, and in most documents none does.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { registry } from '../../registry/registry.js';

type Cut = (text: string) => readonly string[];

/** Its types leave the paths out. */
type Jieba = typeof import('nodejieba') & Record<'DEFAULT_DICT' | 'DEFAULT_HMM_DICT', string>;

let loaded: Cut | null = null;

function segmenter(): Cut {
  loaded ??= load();
  return loaded;
}

function load(): Cut {
  const require = createRequire(import.meta.url);
  const jieba = require('nodejieba') as Jieba;
  // A dictionary that is not there would end the process without a word.
  for (const path of [jieba.DEFAULT_DICT, jieba.DEFAULT_HMM_DICT])
    if (!existsSync(path)) throw new Error(`no dictionary at ${path}`);
  jieba.load();
  for (const name of registry().names.keys()) if (name.startsWith('{}')) jieba.insertWord(name.slice(2));
  return (text) => jieba.cut(text, true);
}

/** Whether the level at `at` (市, 区, 县, 省) stands by itself, and is not the beginning of a word: 市容, 区域. */
export function beginsWord(name: string, at: number): boolean {
  let from = 0;
  for (const word of segmenter()(name)) {
    if (from >= at) return from === at && (word.length === 1 || registry().names.has(`{}${word.slice(1)}`));
    from += word.length;
  }
  return false;
}
