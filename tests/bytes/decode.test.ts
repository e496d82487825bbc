import { describe, expect, it } from 'vitest';
import { decodeBytes } from '../../src/bytes/decode.js';
import { UnreadableDocument } from '../../src/model/model.js';
import { gb18030, randomBytes, utf8, utf8Bom, utf16 } from './encode.js';

const TEXT = `青岚市云溪区人民政府办公室\r\n关于印发《云溪区便民服务提升工作方案》的通知\r\n\r\n各街道办事处，区政府各部门：\r\n　　一、压缩办理时限。2031年6月底前，将登记事项压缩至1个工作日。\r\n（牵头单位：区审批局；配合单位：区财政局、区税务局等）\r\n`;

function codeOf(bytes: Uint8Array): string {
  try {
    const { charset, text } = decodeBytes(bytes);
    return `accepted as ${charset}: ${text.slice(0, 20)}`;
  } catch (error) {
    if (error instanceof UnreadableDocument) return error.code;
    throw error;
  }
}

describe('charsets', () => {
  it.each([
    ['utf-8', utf8(TEXT)],
    ['utf-8', utf8Bom(TEXT)],
    ['utf-16le', utf16(TEXT, 'le', true)],
    ['utf-16be', utf16(TEXT, 'be', true)],
    ['utf-16le', utf16(TEXT, 'le', false)],
    ['utf-16be', utf16(TEXT, 'be', false)],
    ['gb18030', gb18030(TEXT)],
  ])('%s gives the same text', (charset, bytes) => {
    expect(decodeBytes(bytes)).toEqual({ text: TEXT, mediaType: 'text/plain', charset, notes: [] });
  });

  it('ASCII in UTF-16 without BOM', () => {
    const text = 'Plan of the year 2031, item 1.\n'.repeat(3);
    expect(decodeBytes(utf16(text, 'le', false))).toMatchObject({ charset: 'utf-16le', text });
    expect(decodeBytes(utf16(text, 'be', false))).toMatchObject({ charset: 'utf-16be', text });
  });

  it('four-byte characters of GB18030', () => {
    const text = `${TEXT}𠮷家庄镇`;
    expect(decodeBytes(gb18030(text)).text).toBe(text);
  });

  it.each(['<meta charset="utf-8">', '<meta charset=gb2312>', ''])('HTML in either charset under %s', (meta) => {
    const html = `<!DOCTYPE html><html><head>${meta}</head><body><p>${TEXT}</p></body></html>`;
    expect(decodeBytes(gb18030(html))).toMatchObject({ text: html, charset: 'gb18030', mediaType: 'text/html' });
    expect(decodeBytes(utf8(html))).toMatchObject({ text: html, charset: 'utf-8' });
  });

  it('short texts', () => {
    expect(decodeBytes(gb18030('一、工作目标')).text).toBe('一、工作目标');
    expect(decodeBytes(utf8('一、')).text).toBe('一、');
  });
});

describe('damage', () => {
  const long = TEXT.repeat(30);

  it.each([
    ['utf-8', utf8(long)],
    ['gb18030', gb18030(long)],
  ])('a cut tail and one bad byte in %s', (charset, whole) => {
    const cut = whole.slice(0, whole.length - 3 - (charset === 'utf-8' ? 1 : 0));
    const bad = Uint8Array.from(cut);
    bad[whole.indexOf(0x0a) + 1 + 0] = 0xff;
    const { text, notes, charset: found } = decodeBytes(bad);
    expect(found).toBe(charset);
    expect(notes.length).toBeGreaterThan(0);
    for (const note of notes) {
      expect(note).toMatchObject({ code: 'charset-damaged', severity: 'warning' });
      expect(text.slice(note.start ?? 0, note.end ?? 0)).toMatch(/^\uFFFD+$/);
    }
  });

  it('more than one percent broken', () => {
    const bytes = utf8(long);
    for (let i = 0; i < bytes.length; i += 60) bytes[i] = 0xff;
    expect(codeOf(bytes)).toBe('damaged');
  });

  it('NUL becomes U+FFFD with a note', () => {
    const { text, notes } = decodeBytes(utf8('第一条\u0000内容\u0000\u0000完'));
    expect(text).toBe('第一条\uFFFD内容\uFFFD\uFFFD完');
    expect(notes).toMatchObject([
      { code: 'nul-replaced', start: 3, end: 4 },
      { code: 'nul-replaced', start: 6, end: 8 },
    ]);
  });

  it('lone surrogates in UTF-16', () => {
    const bytes = utf16(`${TEXT}甲\uD840乙丙`, 'le', true);
    const { text, notes } = decodeBytes(bytes);
    expect(text).toBe(`${TEXT}甲\uFFFD乙丙`);
    expect(notes).toMatchObject([{ code: 'charset-damaged', start: TEXT.length + 1, end: TEXT.length + 2 }]);
  });

  it('truncated UTF-16', () => {
    for (const order of ['le', 'be'] as const) {
      const bytes = utf16(`${TEXT}𠮷`, order, true);
      expect(codeOf(bytes.slice(0, -1))).toBe('damaged');
      expect(codeOf(bytes.slice(0, -2))).toBe('damaged');
    }
  });
});

describe('what is no text', () => {
  it('empty', () => {
    expect(codeOf(new Uint8Array())).toBe('empty');
    for (const text of [' ', '\r\n\t　\u00a0', '\uFEFF', '\uFEFF\n']) expect(codeOf(utf8(text))).toBe('empty');
    expect(codeOf(utf16('\n', 'le', true))).toBe('empty');
  });

  it('binary formats by magic', () => {
    const magic = ['\xff\xd8\xff\xe0', '\x89PNG\r\n\x1a\n', 'GIF89a', '%PDF-1.7', 'PK\x03\x04', '\x1f\x8b\x08'];
    for (const opening of [...magic, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1']) {
      expect(codeOf(Buffer.concat([Buffer.from(opening, 'latin1'), Buffer.from(utf8(TEXT))]))).toBe('no-text');
    }
    expect(() => decodeBytes(Buffer.from('%PDF-1.4 x'))).toThrow('PDF');
  });

  it('random bytes of any seed and size', () => {
    for (let seed = 1; seed <= 300; seed++) expect(codeOf(randomBytes(1024 + seed * 7, seed))).toBe('no-text');
    for (let seed = 1; seed <= 4; seed++) expect(codeOf(randomBytes(1 << 20, seed))).toBe('no-text');
    for (let seed = 1; seed <= 50; seed++) {
      expect(codeOf(Uint8Array.from([0xff, 0xfe, ...randomBytes(1024, seed)]))).toBe('no-text');
      expect(codeOf(Uint8Array.from([0xef, 0xbb, 0xbf, ...randomBytes(1024, seed)]))).toBe('no-text');
    }
  });

  it('random bytes of the upper half, and NULs', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const high = randomBytes(2048, seed).map((byte) => 0xa1 + (byte % 94));
      expect(codeOf(high)).toBe('no-text');
    }
    expect(codeOf(new Uint8Array(4096))).toBe('no-text');
  });
});

describe('media type', () => {
  const typeOf = (text: string): string => decodeBytes(utf8(text)).mediaType;

  it.each([
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><p>正文',
    '\n<!-- 缓存 -->\n<HTML lang=zh><BODY><P>正文',
    '<?xml version="1.0"?><!doctype html><p>正文',
    '<meta charset=utf-8><div>正文</div>',
    '<div class="TRS_Editor">\n<p>第一段</p>\n<p>第二段</p>\n</div>',
    '<p>第一段\n<p>第二段\n<p>第三段',
  ])('html: %s', (text) => expect(typeOf(text)).toBe('text/html'));

  it.each([
    '网页以<html>开头，以</html>结尾。\n第二段',
    '<html> 是网页的第一个标签。\n第二段',
    '工作方案\n<b>一、总体要求</b>\n坚持便民。\n',
    '任务清单\n<table><tr><td>序号</td><td>任务</td></tr><tr><td>1</td><td>便民</td></tr></table>\n以上请落实。\n云溪区\n',
    '<table><tr><td>序号</td></tr><tr><td>1</td></tr></table>\n一、以上请各单位落实。\n二、云溪区负责。\n',
    '时限<10天，人数>5人',
  ])('plain: %s', (text) => expect(typeOf(text)).toBe('text/plain'));
});
