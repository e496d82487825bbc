import { describe, expect, it } from 'vitest';
import { decodeBytes } from '../../src/bytes/decode.js';
import { type SourceText, UnreadableDocument } from '../../src/model/model.js';
import { toText } from '../../src/text/to-text.js';
import { gb18030, utf8, utf8Bom, utf16 } from '../bytes/encode.js';

const read = (html: string): SourceText => toText(decodeBytes(utf8(html)));
const linesOf = (html: string): string[] => read(html).text.split('\n');
const page = (body: string, head = ''): string =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
/** Every row as the texts of its cells, a carried cell in brackets. */
const gridOf = ({ text, rows }: SourceText): string[][] =>
  rows.map((row) => row.cells.map((c) => (c.carried ? `(${text.slice(c.start, c.end)})` : text.slice(c.start, c.end))));

const P1 = '云溪区人民政府各部门、各街道：为方便群众办事，现将有关工作安排如下，请遵照执行，不得延误。';
const P2 = '一、推行一窗受理。2031年6月底前，所有事项进驻大厅，由专人负责接待、登记和转办，限期答复。';
const P3 = '二、压缩办理时限。2031年年底前，办理时限比上年缩短三成，逐项公布结果，接受社会监督。';
const SIGN = '青岚市云溪区人民政府办公室';
const DATE = '2031年3月5日';
const TITLE = '青岚市云溪区人民政府办公室关于印发便民服务提升工作方案的通知';
const BODY = `<p>${P1}</p><p>${P2}</p><p>${P3}</p><p align=right>${SIGN}</p><p align=right>${DATE}</p>`;
const BODY_LINES = [P1, P2, P3, SIGN, DATE];

const NAV = `<div class="nav"><ul><li><a href="/">首页</a></li><li><a>政务公开</a></li><li><a>办事服务</a></li></ul></div>`;
const BAR =
  '<table><tr><td><a>网站首页</a></td><td><a>领导之窗</a></td><td><a>政策文件</a></td><td><a>互动交流</a></td></tr></table>';
const FOOT = '<div id="footer">主办单位：青岚市云溪区人民政府 版权所有 岚ICP备00000000号 网站标识码9999000001</div>';
const RELATED = `<div><h3>相关文章</h3><ul><li><a>云溪区召开便民服务工作推进会议的简讯</a></li><li><a>一图读懂便民服务提升工作方案的主要内容</a></li></ul></div>`;
const META = `<table class="xxgk"><tr><td>索 引 号：</td><td>QL0101/2031-00012</td><td>主题分类：</td><td>综合政务</td></tr>
<tr><td>发布机构：</td><td>云溪区政府办</td><td>成文日期：</td><td>2031-03-05</td></tr>
<tr><td>名　　称：</td><td colspan=3>${TITLE}</td></tr><tr><td>文　　号：</td><td>云政办发〔2031〕7号</td><td>有 效 性：</td><td>有效</td></tr></table>`;
const META_LINES = [
  '索 引 号：\tQL0101/2031-00012',
  '主题分类：\t综合政务',
  '发布机构：\t云溪区政府办',
  '成文日期：\t2031-03-05',
  `名　　称：\t${TITLE}`,
  '文　　号：\t云政办发〔2031〕7号',
  '有 效 性：\t有效',
];

describe('main content', () => {
  const trs = page(
    `${NAV}<div class="crumb">当前位置：<a>首页</a> &gt; <a>政策文件</a></div>${META}<h1>${TITLE}</h1>
     <div class="info"><span>发布时间：2031-03-06 10:00</span><span>来源：区政府办</span><span>浏览次数：</span></div>
     <div class="share">分享到：<a>微信</a></div><div class="TRS_Editor"><style>p{}</style>${BODY}</div>
     <p>【<a>打印</a>】【<a>关闭</a>】</p><div>上一篇：<a>关于开展安全检查的通知</a></div>${RELATED}${FOOT}<script>var a='<p>x</p>'</script>`,
    `<title>${TITLE}-青岚市云溪区人民政府</title>`,
  );

  it('known body among furniture, with metadata, title and information line before it', () => {
    expect(linesOf(trs)).toEqual([
      ...META_LINES,
      TITLE,
      '发布时间：2031-03-06 10:00',
      '来源：区政府办',
      '浏览次数：',
      ...BODY_LINES,
    ]);
  });

  it('the same without a known class', () => {
    expect(linesOf(trs.replace('TRS_Editor', 'xyz'))).toEqual(linesOf(trs));
  });

  it('nested layout tables', () => {
    const html = page(`${BAR}<table width=980><tr><td width=200>${BAR}<a>组织机构</a></td><td><table><tr><td>
      <table><tr><td align=center>${TITLE}</td></tr><tr><td>${BODY}</td></tr></table></td></tr></table></td></tr></table>
      <table><tr><td>版权所有：云溪区人民政府</td></tr><tr><td>技术支持：某信息中心</td></tr></table>`);
    expect(linesOf(html)).toEqual([TITLE, ...BODY_LINES]);
    expect(read(html).rows).toEqual([]);
  });

  it('paragraphs by br and &nbsp; only', () => {
    const html = page(
      `${NAV}<div><font>&nbsp;&nbsp;&nbsp;&nbsp;${P1}<br><br>　　${P2}<br/>${P3}<BR>${SIGN}<br>${DATE}</font></div>${FOOT}`,
    );
    expect(linesOf(html)).toEqual(BODY_LINES);
  });

  it('the title stands once where the body begins with it, even broken over lines', () => {
    const broken = `<p>${SIGN}</p><p>关于印发便民服务提升工作方案的通知</p>`;
    expect(linesOf(page(`${NAV}<h1>${TITLE}</h1>${RELATED}<div id=zoom>${broken}${BODY}</div>${FOOT}`))).toEqual([
      SIGN,
      '关于印发便民服务提升工作方案的通知',
      ...BODY_LINES,
    ]);
  });

  it('attached tables and attachments behind the body', () => {
    const html = page(`${NAV}<div class=box><div class="article-con">${BODY}</div>${RELATED}<p>附件：1.任务分工表</p>
      <table border=1><tr><td>序号</td><td>任务</td></tr><tr><td>1</td><td>一窗受理</td></tr></table></div>${FOOT}`);
    expect(linesOf(html)).toEqual([...BODY_LINES, '附件：1.任务分工表', '序号\t任务', '1\t一窗受理']);
  });

  it('attachment links stay, also as a list', () => {
    const html = page(
      `${NAV}<div class="TRS_Editor">${BODY}</div><ul><li><a href=a.doc>附件1：任务分工表.doc</a></li><li><a href=b.xls>附件2：进度表.xls</a></li></ul>${FOOT}`,
    );
    expect(linesOf(html)).toEqual([...BODY_LINES, '附件1：任务分工表.doc', '附件2：进度表.xls']);
  });

  it('one of two versions for desk and mobile', () => {
    const html = page(
      `${NAV}<div class="pc"><div class="view">${BODY}</div></div><div class="wap"><div class="view">${BODY}</div></div>${FOOT}`,
    );
    expect(linesOf(html)).toEqual(BODY_LINES);
    expect(linesOf(html.replaceAll('"view"', '"a"'))).toEqual(BODY_LINES);
    expect(linesOf(page(`<div>${BODY}</div><div style="display:none">${BODY}</div>`))).toEqual(BODY_LINES);
  });

  it('an article inside id="print_content" or a form', () => {
    expect(
      linesOf(page(`<form id=form1>${NAV}<div id="print_content"><h2>${TITLE}</h2>${BODY}</div>${FOOT}</form>`)),
    ).toEqual([TITLE, ...BODY_LINES]);
  });

  it('metadata as list, definition list and inline labels', () => {
    const shapes = [
      '<ul><li><b>索引号：</b>QL-1</li><li><b>文号：</b><span>云政办发〔2031〕7号</span></li></ul>',
      '<div><p><b>索引号：</b>QL-1 <b>文号：</b>云政办发〔2031〕7号</p></div>',
    ];
    for (const shape of shapes) {
      expect(linesOf(page(`${NAV}${shape}<div class=TRS_Editor>${BODY}</div>`))).toEqual([
        '索引号：QL-1',
        '文号：云政办发〔2031〕7号',
        ...BODY_LINES,
      ]);
    }
    const list = '<dl><dt>索引号</dt><dd>QL-1</dd><dt>文号</dt><dd></dd><dt>有效性</dt><dd>有效</dd></dl>';
    expect(linesOf(page(`${list}<div class=TRS_Editor>${BODY}</div>`))).toEqual([
      '索引号\tQL-1',
      '文号',
      '有效性\t有效',
      ...BODY_LINES,
    ]);
  });

  it('a page without text', () => {
    expect(() => read(page('<script>x()</script><img src=a.jpg>'))).toThrow(UnreadableDocument);
  });

  it('a fragment', () => {
    expect(linesOf(`<div>\n${BODY}\n</div>`)).toEqual(BODY_LINES);
  });
});

describe('text', () => {
  const line = (inner: string): string => linesOf(page(`<div class="TRS_Editor"><p>${inner}</p></div>`)).join('|');

  it.each([
    ['甲<b>乙</b><span>丙</span>', '甲乙丙'],
    ['  甲 \n\t 乙  ', '甲乙'],
    ['甲&nbsp;乙&#12288;', '甲 乙'],
    ['10m<sup>2</sup>、H<sub>2</sub>O', '10m2、H2O'],
    ['甲<!-- 注 --><script>x</script><span hidden>y</span><input value=z>乙', '甲乙'],
    ['甲<br><br>乙', '甲|乙'],
    ['甲&lt;乙&amp;丙&ldquo;丁', '甲<乙&丙“丁'],
    ['甲<o:p></o:p>乙', '甲乙'],
  ])('%s', (inner, wanted) => expect(line(inner)).toBe(wanted));

  it('list numbers that only the markup implies are not invented', () => {
    expect(linesOf('<html><body><ol><li>甲</li><li>乙</li></ol>')).toEqual(['甲', '乙']);
  });

  it('line ends of <pre> stay', () => {
    expect(linesOf('<html><body><pre>甲\r\n  乙\n\n丙</pre>')).toEqual(['甲', '乙', '丙']);
  });
});

describe('tables', () => {
  const table = (rows: string, attributes = 'border=1'): SourceText =>
    read(page(`<div class="TRS_Editor"><p>${P1}</p><table ${attributes}>${rows}</table><p>${SIGN}</p></div>`));

  it('rowspan, colspan, header and carried cells', () => {
    const result = table(`<thead><tr><th>序号</th><th>任务</th><th>单位</th></tr></thead>
      <tr><td colspan=3>一、便民</td></tr>
      <tr><td>1</td><td rowspan=2>一窗<br>受理<p>试点</p></td><td>区审批局、<br/>区财政局</td></tr>
      <tr><td>2</td><td> 区税务局 </td></tr><tr><td>&nbsp;</td><td></td><td></td></tr>
      <tr><td rowspan="0">3</td><td>限时</td><td></td></tr><tr><td>公布</td><td rowspan=9 colspan=9>区政府办</td></tr>`);
    expect(result.text.split('\n')).toEqual([
      P1,
      '序号\t任务\t单位',
      '一、便民\t\t',
      '1\t一窗 受理 试点\t区审批局、 区财政局',
      '2\t\t区税务局',
      '3\t限时\t',
      '\t公布\t区政府办',
      SIGN,
    ]);
    expect(gridOf(result)).toEqual([
      ['序号', '任务', '单位'],
      ['一、便民', '(一、便民)', '(一、便民)'],
      ['1', '一窗 受理 试点', '区审批局、 区财政局'],
      ['2', '(一窗 受理 试点)', '区税务局'],
      ['3', '限时', ''],
      ['(3)', '公布', '区政府办'],
    ]);
    expect(result.rows.map((row) => row.header)).toEqual([true, false, false, false, false, false]);
    expectOffsets(result);
  });

  it('an adjacent rowspan does not swallow a colspan', () => {
    const result =
      table(`<tr><td rowspan=2>序号</td><td colspan=2>责任单位</td><td rowspan=2>时限</td></tr><tr><td>牵头</td><td>配合</td></tr>
      <tr><td>1</td><td>甲局</td><td>乙局</td><td>年底</td></tr>`);
    expect(gridOf(result)).toEqual([
      ['序号', '责任单位', '(责任单位)', '时限'],
      ['(序号)', '牵头', '配合', '(时限)'],
      ['1', '甲局', '乙局', '年底'],
    ]);
  });

  it('a data table nested in layout tables; two tables are numbered', () => {
    const data = '<table><tr><td>任务</td><td>单位</td></tr><tr><td>便民</td><td>区审批局</td></tr></table>';
    const result = read(page(`<table><tr><td>${P1}<br>${P2}${data}</td></tr><tr><td>${data}</td></tr></table>`));
    expect(result.rows.map((row) => row.table)).toEqual([0, 0, 1, 1]);
    expect(result.text.split('\n').slice(0, 4)).toEqual([P1, P2, '任务\t单位', '便民\t区审批局']);
  });

  it('a table nested in a data cell joins the cell', () => {
    const result =
      table(`<tr><th>序号</th><th>任务</th><th>单位</th></tr><tr><td>1</td><td>便民服务提升工作任务一览</td>
      <td><table><tr><td>甲局</td><td>乙局</td></tr></table></td></tr>`);
    expect(gridOf(result)[1]).toEqual(['1', '便民服务提升工作任务一览', '甲局 乙局']);
  });

  it('bad markup: <table> in <p>, upper case, missing ends, <td> without <tr>', () => {
    const result = read(
      page(`<DIV CLASS=TRS_Editor><P>${P1}<TABLE BORDER=1><TD>序号<TD>任务<TR><TD>1<TD>便民</TABLE><P>${SIGN}`),
    );
    expect(result.text.split('\n')).toEqual([P1, '序号\t任务', '1\t便民', SIGN]);
    expectOffsets(result);
  });

  it('a list of documents is a table, not metadata', () => {
    const result = table(
      '<tr><td>名称</td><td>文号</td><td>发布日期</td></tr><tr><td>甲办法</td><td>云政发〔2030〕1号</td><td>2030-01-02</td></tr>',
    );
    expect(result.rows).toHaveLength(2);
  });

  it('a long 工作措施 in one of two rows is still data', () => {
    const result = table(
      `<tr><td>序号</td><td>任务</td><td>措施</td></tr><tr><td>1</td><td>便民</td><td><p>${P1}${P2}</p><p>${P3}${P1}${P2}</p></td></tr>`,
      '',
    );
    expect(result.rows).toHaveLength(2);
  });

  it('50,000 rows and a wide rowspan are quick', () => {
    const rows = Array.from(
      { length: 50_000 },
      (_, i) => `<tr><td>${i}</td><td>任务<br>内容</td><td>区审批局</td></tr>`,
    );
    const started = performance.now();
    const result = table(`<tr><td>序号<td>任务<td>单位<td rowspan=60000>备注</tr>${rows.join('')}`);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(result.rows).toHaveLength(50_001);
    expect(gridOf({ ...result, rows: result.rows.slice(-1) })).toEqual([['49999', '任务 内容', '区审批局', '(备注)']]);
  });
});

function expectOffsets({ text, rows }: SourceText): void {
  for (const row of rows) {
    const line = text.slice(row.start, row.end);
    expect(line.includes('\n')).toBe(false);
    expect(text[row.start - 1] ?? '\n').toBe('\n');
    expect(text[row.end] ?? '\n').toBe('\n');
    expect(line.split('\t')).toEqual(row.cells.map((cell) => (cell.carried ? '' : text.slice(cell.start, cell.end))));
  }
}

describe('charsets', () => {
  it.each(['<meta charset="utf-8">', '<meta http-equiv=Content-Type content="text/html; charset=gb2312">', ''])(
    'one text from all encodings under %s',
    (meta) => {
      const html = page(
        `${NAV}${META}<div class=TRS_Editor>${BODY}<table border=1><tr><td>甲<td>乙<tr><td>丙<td>丁</table></div>`,
        meta,
      );
      const wanted = read(html);
      for (const bytes of [
        utf8Bom(html),
        utf16(html, 'le', true),
        utf16(html, 'be', true),
        utf16(html, 'le', false),
        gb18030(html),
      ]) {
        const found = toText(decodeBytes(bytes));
        expect({ ...found, charset: '' }).toEqual({ ...wanted, charset: '' });
      }
    },
  );

  it('damage to a page is told without a place', () => {
    const html = page(`<div class=TRS_Editor>${BODY}\u0000</div>`);
    expect(read(html).notes).toMatchObject([{ code: 'nul-replaced', start: null, end: null }]);
  });
});

describe('depth', () => {
  const codeOf = (html: string): string => {
    try {
      return read(html).text.slice(0, 20);
    } catch (error) {
      return error instanceof UnreadableDocument ? error.code : String(error);
    }
  };

  it.each(['<div>', '<span>', '<table><tr><td>', '<b>', '<ul><li>', '<span><div></span>', '<x-y a="1>">'])(
    'a million nested %s',
    (tag) => {
      const started = performance.now();
      expect(codeOf(`<!doctype html><body>${tag.repeat(1_000_000 / (tag.split('<').length - 1))}甲`)).toBe('too-deep');
      expect(performance.now() - started).toBeLessThan(3000);
    },
  );

  it.each([
    '<p>',
    '<p>甲<br>',
    '<li>',
    '<tr><td>',
    '<h3>',
    '<p><b>甲</p>',
    '<font><p>甲</font></p>',
    '<td><font color=1>甲</td>',
  ])('20,000 unclosed %s are no nesting', (tag) =>
    expect(codeOf(`<!doctype html><table>${tag.repeat(20_000)}甲`)).not.toBe('too-deep'),
  );

  it('unclosed formatting elements that differ nest in every later block', () => {
    const tags = Array.from({ length: 20_000 }, (_, i) => `<p><font size=${i}>甲`);
    expect(codeOf(`<html><body>${tags.join('')}`)).toBe('too-deep');
  });

  it('900 nested elements are read', () => expect(codeOf(`<html><body>${'<div>'.repeat(900)}甲乙`)).toBe('甲乙'));

  it('a long unclosed tag and many stray < are quick', () => {
    const started = performance.now();
    codeOf(`<html><body><p>甲</p>${'<a '.repeat(300_000)}`);
    codeOf(`<html><body><p>甲</p>${'< '.repeat(300_000)}`);
    codeOf(`<html><body><p>甲</p>${'<!--'.repeat(300_000)}`);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

it('plain text stands as it stood', () => {
  const text = '一、工作目标\r\n\t　二、<b>任务\n';
  expect(toText(decodeBytes(utf8(text)))).toEqual({
    text,
    mediaType: 'text/plain',
    charset: 'utf-8',
    rows: [],
    notes: [],
  });
});
