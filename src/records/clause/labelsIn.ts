/** The labels inside a clause: 牵头单位:…;责任单位:… */
import type { Compact } from '../../blocks/compact.js';
import { type Label, labelAt, spacedLabelAt } from '../../blocks/label.js';
import { markAt, marks } from '../../blocks/marks.js';
import { grown } from '../../model/grown.js';

const BREAKS = marks(';,。.、)】]!?');
const OPEN = marks('[【〔(');
const COLON = 58;
const OPEN_BRACKET = 40;
const CLOSE_BRACKET = 41;
/** What parts a label from its value: the colon, and what stands for one (责任单位｜A). */
const SIGNS = marks(':|/;');

/** Labels inside a range, at its start and behind separators and white space. */
export function labelsIn(copy: Compact, from: number, to: number, heads = false): Label[] {
  const { s, gap } = copy;
  let found: Label[] = [];
  // Behind the last of these in the range only a bracket or white space can make a label.
  const last = lastSign(s, from, to);
  let depth = 0;
  for (let i = from; i < to; i++) {
    const unit = s.charCodeAt(i);
    if (unit === OPEN_BRACKET) depth++;
    else if (unit === CLOSE_BRACKET) depth = Math.max(0, depth - 1);
    else if (unit === COLON) {
      const tight = tightLabel(s, i, from, found);
      if (tight !== null) found = grown(found, tight);
    }
    const starts = i === from || gap[i] !== 0 || markAt(s, i - 1, BREAKS) || markAt(s, i, OPEN);
    if (!starts || (i > last && i > from && gap[i] === 0 && !markAt(s, i, OPEN))) continue;
    const label = labelAt(s, i, heads) ?? (i === from || gap[i] !== 0 ? spacedLabelAt(s, gap, i) : null);
    // 市商务局（责任人：温其玉，电话：…）: a telephone inside a bracket belongs to it
    if (label && label.to <= to && !(depth > 0 && label.kind === 'none')) {
      found = grown(found, label);
      i = label.to - 1;
    }
  }
  return found.length > 1 ? found.sort((a, b) => a.from - b.from) : found;
}

/** The last place in a range behind which no label can begin; before the range where there is none. */
function lastSign(s: string, from: number, to: number): number {
  let last = to - 1;
  while (last >= from && !markAt(s, last, SIGNS)) last--;
  return last;
}

// …各水库管理所完成时限:2023年…: a label that follows a name without anything between
const NAME_BEFORE = marks('局委办部厅院会府所司处队团社联行校园区县市镇乡站中心单位门构业道)');

function tightLabel(s: string, colon: number, from: number, found: readonly Label[]): Label | null {
  const floor = Math.max(from, found.at(-1)?.to ?? from);
  for (let length = 8; length >= 4; length--) {
    const at = colon - length;
    if (at <= floor || !markAt(s, at - 1, NAME_BEFORE)) continue;
    const label = labelAt(s, at);
    if (label && label.to === colon + 1 && !label.slip) return label;
  }
  return null;
}
