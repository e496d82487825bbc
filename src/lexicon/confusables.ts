/**
 * Characters that print, OCR and input methods use for one another, beyond what Unicode's NFKC folds.
 * Each entry maps one character to one character, so that the folded text keeps its length.
 */
export const CONFUSABLES: Readonly<Record<string, string>> = {
  // book-title marks 书名号
  '«': '《',
  '»': '》',
  '≪': '《',
  '≫': '》',
  '〈': '《',
  '〉': '》',
  // colons 冒号
  '∶': ':',
  '︰': ':',
  'ː': ':',
  '꞉': ':',
  // dashes 连接号、破折号
  '—': '-',
  '–': '-',
  '―': '-',
  '─': '-',
  '━': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '﹣': '-',
  '〜': '~',
  // interpuncts 间隔号
  '‧': '·',
  '•': '·',
  '・': '·',
  '∙': '·',
  // brackets 括号
  '﹝': '〔',
  '﹞': '〕',
  '〖': '【',
  '〗': '】',
  '「': '“',
  '」': '”',
  '『': '‘',
  '』': '’',
  // radicals that PDF text layers leave in the place of characters (康熙部首 beyond U+2FDF)
  '⺟': '母',
  '⺠': '民',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻩': '黄',
  '⻬': '齐',
  '⻮': '齿',
  '⻰': '龙',
};

/**
 * Characters that OCR takes for one another inside markers: `牵头単位`, `责任单级`, `配台单位`. Only used to confirm a
 * marker that differs from a known one in a single character.
 */
export const OCR_PAIRS: readonly string[] = [
  '单単',
  '单草',
  '位级',
  '位住',
  '位泣',
  '责贵',
  '责青',
  '任仕',
  '任住',
  '合台',
  '合含',
  '配酉',
  '头买',
  '头夹',
  '牵奉',
  '牵牢',
  '时吋',
  '限艰',
  '限恨',
  '完宪',
  '完宗',
  '成戌',
  '部邵',
  '门们',
  '门问',
];
