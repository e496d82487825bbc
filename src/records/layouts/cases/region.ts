/** The place that a case is about. */
import type { Paragraph } from '../../../blocks/block.js';
import type { Range } from '../../../blocks/compact.js';
import { PLACE_LABELS, TITLE_VERBS } from '../../../lexicon/cases.js';
import { ink } from './lines.js';

// 云泽市临溪区 · 望川市高新区 · 青岚县 · 澄江新区: city and district, or one of them
const AREA =
  /^(?:[\u4e00-\u9fa5]{2,3}(?:省|自治区))?(?:([\u4e00-\u9fa5]{2,4}?)(?:市|州|盟|地区))?(?:([\u4e00-\u9fa5]{1,4}?)(?:高新区|经开区|开发区|新区|自治县|区|县|市|旗))?/;

/** The place that a title begins with, or null. */
export function regionOf(s: string, title: Range): Range | null {
  const text = s.slice(title.from, Math.min(title.to, title.from + 24));
  const whole = AREA.exec(text);
  if (!whole || whole[0] === '') return null;
  const named = (name: string | undefined): boolean =>
    name === undefined || ![...name].some((ch) => TITLE_VERBS.includes(ch) || '县区市'.includes(ch));
  if (named(whole[1]) && named(whole[2])) return { from: title.from, to: title.from + whole[0].length };
  // 云泽市推行…: the second part is no name
  const city = /^(?:[\u4e00-\u9fa5]{2,3}(?:省|自治区))?([\u4e00-\u9fa5]{2,4}?)(?:市|州|盟|地区|新区|区|县|旗)/.exec(
    text,
  );
  return city && named(city[1]) ? { from: title.from, to: title.from + city[0].length } : null;
}

/** The place that a line under the title names. */
export function namedBelow(s: string, paragraphs: readonly Paragraph[]): Range | null {
  for (const paragraph of paragraphs.slice(0, 3)) {
    const label = PLACE_LABELS.exec(ink(s, paragraph));
    if (label) return regionOf(s, { from: paragraph.from + label[0].length, to: paragraph.to });
  }
  return null;
}

/** A place that stands behind a dash or a colon of the title: …——浦岩县公租房全周期管理实践. */
export function regionInside(s: string, ranges: readonly Range[]): Range | null {
  for (const range of ranges) {
    for (let i = range.from + 1; i < range.to; i++) {
      if (!'-:—'.includes(s[i - 1] as string) || '-:—'.includes(s[i] as string)) continue;
      const region = regionOf(s, { from: i, to: range.to });
      if (region) return region;
    }
  }
  return null;
}
