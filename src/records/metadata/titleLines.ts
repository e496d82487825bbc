/** Which lines a title goes on over. */
import type { Range } from '../../blocks/compact.js';
import { endsSentence, isTitle } from '../../blocks/join.js';
import { DATE_LINE, DOC_NUMBER, ISSUER, LETTERHEAD, NAVIGATION } from './head.js';

export interface FoundTitle {
  ranges: Range[];
  first: number;
  last: number;
}

/** Whether the line above belongs to the title: 关于… needs its issuer, 》 its 《, a short unfinished line its rest. */
export function goesUp(above: string, title: string): boolean {
  if (
    above.length > 60 ||
    endsSentence(above) ||
    DATE_LINE.test(above) ||
    DOC_NUMBER.test(above) ||
    NAVIGATION.test(above)
  )
    return false;
  if (LETTERHEAD.test(above) || /[:;]$/.test(above) || isTitle(above)) return false;
  const open = count(title, '《') < count(title, '》') || count(title, '“') < count(title, '”');
  if (open) return true;
  if (/^(?:关于|印发|转发|批转|贯彻)/.test(title))
    return ISSUER.test(above) || /(?:组|党组|会议|学校|大学|学院|公司|集团)$/.test(above) || above.includes('关于');
  if (above.includes('关于')) return true;
  return !title.includes('关于') && above.length >= 4 && !ISSUER.test(above) && !/^附/.test(above);
}

export const count = (text: string, ch: string): number => text.split(ch).length - 1;
