/** What stands around a document on its page: navigation, sharing, printing, related links, prev/next, footer. */
import {
  ATTACHMENT_LINK,
  BODY_TOKENS,
  FOOTER_PHRASES,
  FURNITURE_ELEMENTS,
  FURNITURE_OPENINGS,
  FURNITURE_PHRASES,
  FURNITURE_WORDS,
} from '../lexicon/html.js';
import { type Element, isBlock, isElement, isSilent, tokensOf, walk, wordsOf } from './dom.js';
import { lineOf } from './flow.js';
import { type Measures, measureOf, weightOf } from './measure.js';

/** A 成文日期 or a sentence: then it is no furniture whatever its class says. */
const DOCUMENT_TEXT = /年\s*[\d〇一二三四五六七八九十]{1,3}\s*月|[。；]|附件/;
/** Above this share of the page an element is no furniture (id="print_content" often wraps the article). */
const MAX_SHARE = 0.4;
const MAX_OWN_TEXT = 120;
const LINK_SHARE = 0.6;

/** Elements that are furniture by name, class or id, checked against what they hold. */
export function markedFurniture(body: Element, measures: Measures): ReadonlySet<Element> {
  const marked = new Set<Element>();
  const page = weightOf(measures, body);
  walk(body, {
    enter(node) {
      if (!isElement(node)) return undefined;
      if (isSilent(node)) return 'skip';
      if (node === body || !isMarked(node)) return undefined;
      const { text, links, body: holdsBody } = measureOf(measures, node);
      if (holdsBody || text - links > MAX_SHARE * page) return undefined;
      const named =
        FURNITURE_ELEMENTS.has(node.name) ||
        tokensOf(node).some((token) =>
          /^(?:foot|footer|bottom|copyright|comments?|comment-list|respond|sidebar)/.test(token),
        );
      const linked = links >= LINK_SHARE * text;
      if (!named && !linked && (text - links > MAX_OWN_TEXT || DOCUMENT_TEXT.test(lineOf(node)))) return undefined;
      if (linked && holdsAttachments(node)) return undefined;
      marked.add(node);
      return 'skip';
    },
  });
  return marked;
}

function isMarked(element: Element): boolean {
  if (FURNITURE_ELEMENTS.has(element.name)) return true;
  return (
    wordsOf(element).some((word) => FURNITURE_WORDS.has(word)) ||
    tokensOf(element).some((token) => FURNITURE_WORDS.has(token))
  );
}

/** A block of links (相关文章, 上一篇/下一篇) that nothing marks, unless the links are attachments (附件). */
export function isLinkBlock(element: Element, measures: Measures): boolean {
  const { text, links, anchors } = measureOf(measures, element);
  if (anchors < 2 || links < 0.75 * text) return false;
  return !holdsAttachments(element);
}

/** Blocks of links outside of the known bodies. */
export function linkBlocks(body: Element, measures: Measures): ReadonlySet<Element> {
  const found = new Set<Element>();
  walk(body, {
    enter(node) {
      if (!isElement(node)) return undefined;
      const { text, links } = measureOf(measures, node);
      if (text === 0 || links === 0) return 'skip';
      if (links < 0.3 * text && tokensOf(node).some((token) => BODY_TOKENS.has(token))) return 'skip';
      if (!isBlock(node) || !isLinkBlock(node, measures)) return undefined;
      found.add(node);
      return 'skip';
    },
  });
  return found;
}

function holdsAttachments(element: Element): boolean {
  let found = false;
  walk(element, {
    enter(node) {
      if (found) return 'skip';
      if (isElement(node) && node.name === 'a') found = ATTACHMENT_LINK.test(node.attribs.href ?? '');
      return undefined;
    },
  });
  return found || /^附\s*件|附\s*件\s*\d*\s*[:：]/.test(lineOf(element));
}

/** Longest first, so that 打印本页 is not read as 打印 and a rest. */
const PHRASES = [...FURNITURE_PHRASES].sort((a, b) => b.length - a.length);
/** What a line of furniture is made of: 【打印】【关闭】 · 分享到：微信 微博 · 字体：[大 中 小] */
const FURNITURE_PARTS = new RegExp(`${PHRASES.join('|')}|[\\s【】\\[\\]（）()<>《》:：|｜、/·.,，。!！>+-]+`, 'gu');
/** At least one phrase of two characters, so that no line of punctuation or a lone 中 is taken. */
const TELLING_PHRASE = new RegExp(PHRASES.filter((phrase) => phrase.length > 1).join('|'), 'u');
/** 当前位置：首页 > … · 上一篇：… */
const FURNITURE_OPENING = new RegExp(`^[（(【\\[]?(?:${FURNITURE_OPENINGS.join('|')})\\s*[:：]`, 'u');
const MAX_LINE = 120;

/** Is a line of text furniture by its words alone? */
// 相关解读：一图读懂… · 相关链接： · 政策解读：
const RELATED = /^(?:相关|政策|解读)(?:解读|链接|阅读|文章|文件|新闻|政策|信息|推荐|材料)\s*[:：]/;

export function isFurnitureLine(line: string): boolean {
  if (line.length > MAX_LINE) return false;
  if (FURNITURE_OPENING.test(line)) return true;
  if (line.length <= 200 && RELATED.test(line)) return true;
  if (line.length <= 60 && TELLING_PHRASE.test(line) && line.replace(FURNITURE_PARTS, '') === '') return true;
  return isFooterText(line) && !/[。；]/.test(line);
}

/** Does a text speak as the foot of a page does (版权所有, ICP备)? */
export function isFooterText(text: string): boolean {
  const found = FOOTER_PHRASES.filter((phrase) => text.includes(phrase));
  return found.some((phrase) => /版权|ICP|公网|标识码|IPv6|Copyright|Rights/i.test(phrase)) || found.length > 1;
}
