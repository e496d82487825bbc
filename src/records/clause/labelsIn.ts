/** The labels inside a clause: 牵头单位:…;责任单位:… */
import type { Compact } from '../../blocks/compact.js';
import { type Label, labelAt, spacedLabelAt } from '../../blocks/label.js';

const BREAKS = ';,。.、)】]!?';

/** Labels inside a range, at its start and behind separators and white space. */
export function labelsIn(copy: Compact, from: number, to: number, heads = false): Label[] {
  const { s, gap } = copy;
  const found: Label[] = [];
  let depth = 0;
  for (let i = from; i < to; i++) {
    if (s[i] === '(') depth++;
    else if (s[i] === ')') depth = Math.max(0, depth - 1);
    if (s[i] === ':') addTight(s, i, from, found);
    const starts =
      i === from || gap[i] !== 0 || BREAKS.includes(s[i - 1] as string) || '[【〔('.includes(s[i] as string);
    if (!starts) continue;
    const label = labelAt(s, i, heads) ?? (i === from || gap[i] !== 0 ? spacedLabelAt(s, gap, i) : null);
    // 市商务局（责任人：温其玉，电话：…）: a telephone inside a bracket belongs to it
    if (label && label.to <= to && !(depth > 0 && label.kind === 'none')) {
      found.push(label);
      i = label.to - 1;
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

// …各水库管理所完成时限:2023年…: a label that follows a name without anything between
const NAME_BEFORE = /[局委办部厅院会府所司处队团社联行校园区县市镇乡站中心单位门构业道)]$/;

function addTight(s: string, colon: number, from: number, found: Label[]): void {
  const floor = Math.max(from, found.at(-1)?.to ?? from);
  for (let length = 8; length >= 4; length--) {
    const at = colon - length;
    if (at <= floor || !NAME_BEFORE.test(s.slice(at - 1, at))) continue;
    const label = labelAt(s, at);
    if (!label || label.to !== colon + 1 || label.slip) continue;
    found.push(label);
    return;
  }
}
