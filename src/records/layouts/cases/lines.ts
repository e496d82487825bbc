/** What the lines of a compilation look like. */
import type { Range } from '../../../blocks/compact.js';
import { endsSentence } from '../../../blocks/join.js';
import { PLACE_LABELS } from '../../../lexicon/cases.js';

// 第一部分……12 · 一、改革篇 ...... 3: a line of a table of contents
export const CONTENTS = /(?:[.…·-]{3,}|…+)\d{1,4}$/;

export const ink = (s: string, range: Range): string => s.slice(range.from, range.to);

export const isProse = (text: string): boolean =>
  endsSentence(text) || text.length > 60 || /[。;]/.test(text.slice(0, -1)) || isLabelled(text);

/** 编者按：… is a label, 芦浦区：“十分钟响应圈”… a title with its place before a colon. */
const PLACED = /^[\u4e00-\u9fa5]{1,4}[区县市州旗局]:[“《\u4e00-\u9fa5]/;

export const isLabelled = (text: string): boolean =>
  LABELLED.test(text) && (!PLACED.test(text) || PLACE_LABELS.test(text));

// 报送单位：… · 编者按：…: a label, no title (a title may have its colon farther in)
const LABELLED = /^[【[]?[\u4e00-\u9fa5]{2,5}[】\]]?:/;
