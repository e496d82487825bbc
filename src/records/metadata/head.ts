/** What the lines of a document head look like. */
import type { Range } from '../../blocks/compact.js';
import { ISSUER_ENDINGS, TITLE_ENDINGS } from '../../lexicon/titles.js';

export interface Valued {
  ranges: Range[];
  /** ISO date, for dates. */
  date?: string;
}

// 云政办发〔2023〕4号 · 市政办函[2022]72号 · 临发【2021】第5号
// … and with OCR's letters for digits: 〔2O24〕l2号
export const DOC_NUMBER = /[\u4e00-\u9fa5A-Za-z]{2,18}[〔[(【][\dOo]{4}[〕\])】](?:第)?[\dlIOo]{1,5}号/;

export const LETTERHEAD = /文件$/;

export const DATE_LINE =
  /^[(]?(?:[\dOo]{4}|[〇零○Oo一二三四五六七八九十]{4})年(?:[\dlIOo]{1,2}|[一二三四五六七八九十]{1,3})月(?:[\dlIOo]{1,2}|[一二三四五六七八九十]{1,3})日[)]?$/;

export const IMPRINT =
  /((?:\d{4}|[〇零○一二三四五六七八九十]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日)印(?:发)?/;

export const ENDING = new RegExp(`(?:${TITLE_ENDINGS.join('|')})(?:[(〔][^()〔〕]{1,20}[)〕])?$`);
export const ISSUER = new RegExp(`(?:${ISSUER_ENDINGS.join('|')})$`);

export const NAVIGATION =
  /联系人|联系电话|首页|当前位置|您的位置|>|»|打印|关闭|字体|下载|扫一扫|分享|^文章正文|政府网站|门户网站/;

export const HEAD_BLOCKS = 60;
