/**
 * As a page of a content management system: navigation, breadcrumb, share bar, links and footer around; a line of text
 * is a paragraph, rows with tabs or pipes are a real table. Cells are given as they stand (no rowspan: whether an empty
 * cell means the one above is the parser's to know).
 */
import { type Dress, utf8 } from './dress.js';
import { gb18030 } from './gb18030.js';
import { isRow } from './re-wrapped.js';

const escaped = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/&lt;(\/?(?:b|br))&gt;/g, '<$1>');

const cellsOf = (line: string): string[] =>
  line.includes('\t')
    ? line.split('\t')
    : !line.includes('|')
      ? line.trim().split(/ {2,}/)
      : line
          .trim()
          .replace(/^\||\|$/g, '')
          .split('|')
          .map((cell) => cell.trim());

function tableOf(rows: readonly string[], chaptersSpan: boolean): string {
  const lines = rows
    .filter((row) => !/^[\s|:-]+$/.test(row))
    .map((row) => {
      const cells = cellsOf(row);
      const tag = /^\s*序\s*号\s*$/.test(cells[0] ?? '') ? 'th' : 'td';
      const alone = cells.slice(1).every((cell) => cell.trim() === '');
      if (chaptersSpan && alone && cells.length > 1)
        return `<td colspan="${cells.length}">${escaped(cells[0] ?? '')}</td>`;
      return cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('');
    });
  return `<table border="1">\n${lines.map((line) => `<tr>${line}</tr>`).join('\n')}\n</table>`;
}

function contentOf(text: string, chaptersSpan: boolean): string {
  const out: string[] = [];
  let rows: string[] = [];
  const closeTable = () => {
    if (rows.length > 0) out.push(tableOf(rows, chaptersSpan));
    rows = [];
  };
  for (const line of text.split('\n')) {
    if (isRow(line) && line.trim() !== '') {
      rows.push(line);
      continue;
    }
    closeTable();
    const head = /^(#{1,6})\s+(.*)$/.exec(line);
    if (head) out.push(`<h${head[1]?.length}>${escaped(head[2] ?? '')}</h${head[1]?.length}>`);
    else if (line.trim() !== '') out.push(`<p style="text-indent:2em">${escaped(line.trim())}</p>`);
  }
  closeTable();
  return out.join('\n');
}

function pageOf(text: string, charset: string | null, style: 'known' | 'unknown', chaptersSpan = false): string {
  const [main, aside] = style === 'known' ? ['TRS_Editor', 'xglj'] : ['b7 k', 'b9'];
  const meta = charset === null ? '' : `<meta http-equiv="Content-Type" content="text/html; charset=${charset}">\n`;
  return `<!DOCTYPE html>
<html>
<head>
${meta}<title>政府文件</title>
<style>.k p{margin:0}</style>
<script>var tip = "牵头单位：市脚本局";</script>
</head>
<body>
<div class="${style === 'known' ? 'nav' : 'b1'}"><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/bsfw/">办事服务</a></li><li><a href="/hdjl/">互动交流</a></li></ul></div>
<div class="${style === 'known' ? 'breadcrumb' : 'b2'}">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/zwgk/wj/">政府文件</a></div>
<div class="${style === 'known' ? 'share' : 'b3'}">分享到：<a href="#">微信</a><a href="#">微博</a> <a href="#">打印</a> <a href="#">关闭</a></div>
<div class="${main}">
${contentOf(text, chaptersSpan)}
</div>
<div class="${aside}"><h3>相关链接</h3><ul><li><a href="1.html">一图读懂有关政策</a></li><li><a href="2.html">关于印发质量提升行动方案的通知</a></li></ul></div>
<div class="${style === 'known' ? 'footer' : 'b8'}"><p>主办单位：本市人民政府办公室　承办单位：市大数据中心</p><p>网站标识码：9900000001　联系电话：0000-6620000</p></div>
</body>
</html>
`;
}

const page = (name: string, make: (text: string) => Uint8Array): Dress => ({
  name: `page, ${name}`,
  fits: ({ html }) => !html,
  wear: ({ text }) => make(text),
});

export const pages: Dress[] = [
  page('UTF-8', (text) => utf8(pageOf(text, 'utf-8', 'known'))),
  page('unknown classes, UTF-8 not declared', (text) => utf8(pageOf(text, null, 'unknown'))),
  page('chapter rows across the table', (text) => utf8(pageOf(text, 'utf-8', 'known', true))),
  page('GB18030 declared as gb2312', (text) => gb18030(pageOf(text, 'gb2312', 'known'))),
  page('GB18030 declared as utf-8', (text) => gb18030(pageOf(text, 'utf-8', 'known'))),
  page('GB18030 not declared', (text) => gb18030(pageOf(text, null, 'known'))),
];
