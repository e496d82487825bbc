/** The groups in which a checker goes through the findings, most pressing first. */
import type { Finding } from '../../data.js';

export const CATEGORIES = ['error', 'warning', 'unassigned', 'name', 'note'] as const;
export type Category = (typeof CATEGORIES)[number];

const NAMES = new Set(['unit-unknown', 'unit-unusual']);

export function categoryOf({ code, severity }: Finding): Category {
  if (code === 'task-without-unit') return 'unassigned';
  if (NAMES.has(code)) return 'name';
  return severity === 'info' ? 'note' : severity;
}

/** Findings in the order to be checked: by category, then as they come. Notes only explain: `isOpen` leaves them out. */
export const isOpen = (finding: Finding): boolean => categoryOf(finding) !== 'note';

export function sortedFindings(findings: readonly Finding[]): Finding[] {
  const rank = (finding: Finding) => CATEGORIES.indexOf(categoryOf(finding));
  return [...findings].sort((a, b) => rank(a) - rank(b));
}

export function countByCategory(findings: readonly Finding[]): Record<Category, number> {
  const counts = { error: 0, warning: 0, unassigned: 0, name: 0, note: 0 };
  for (const finding of findings) counts[categoryOf(finding)] += 1;
  return counts;
}
