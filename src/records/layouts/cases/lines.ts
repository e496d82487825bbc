/** What the lines of a compilation look like. */
import type { Range } from '../../../blocks/compact.js';
import { endsSentence } from '../../../blocks/join.js';

// 第一部分……12 · 一、改革篇 ...... 3: a line of a table of contents
export const CONTENTS = /(?:[.…·-]{3,}|…+)\d{1,4}$/;

export const ink = (s: string, range: Range): string => s.slice(range.from, range.to);

export const isProse = (text: string): boolean =>
  endsSentence(text) || text.length > 60 || /[。;]/.test(text.slice(0, -1)) || LABELLED.test(text);

// 报送单位：… · 编者按：…: a label, no title (a title may have its colon farther in)
export const LABELLED = /^[【[]?[\u4e00-\u9fa5]{2,5}[】\]]?:/;
