/** Names under which pages declare a charset of the GB family; gb18030 contains all of them (国标码). */
export const GB_CHARSET_NAMES: ReadonlySet<string> = new Set([
  'gb2312',
  'gb_2312-80',
  'gb_2312',
  'gbk',
  'x-gbk',
  'cp936',
  'ms936',
  'gb18030',
  'gb18030-2000',
  'euc-cn',
  'hz-gb-2312',
  'chinese',
]);
