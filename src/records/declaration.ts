/**
 * Declarations that hold from there on: 列第一位者为牵头单位，下同. The first body of each list leads where a task names no
 * lead of its own.
 */
import type { Range } from '../blocks/compact.js';
import { FIRST_IS_LEAD } from '../lexicon/roles.js';
import type { RoleEntry } from './clause/clause.js';
import type { Drafts, TaskDraft } from './draft.js';

/** Turns the first responsible body of each task behind a declaration into its lead, marked as declared. */
export function declareLeads(s: string, drafts: Drafts): void {
  const from = declaredFrom(s, drafts);
  for (const task of drafts.tasks) {
    if (task.clauses.some((clause) => clause.firstIsLead)) promote(task);
    else if (from !== null && task.from >= from) promote(task);
  }
}

/** Where the declaration begins to hold; null where the document has none. */
function declaredFrom(s: string, drafts: Drafts): number | null {
  for (const range of drafts.free) if (declares(s, range)) return range.from;
  for (const section of drafts.sections) {
    if (section.clauses.some((clause) => clause.declares)) return section.heading[0]?.from ?? 0;
  }
  return drafts.tasks.find((task) => task.clauses.some((clause) => clause.declares))?.from ?? null;
}

function declares(s: string, range: Range): boolean {
  const text = s.slice(range.from, range.to);
  return text.includes('牵头') && FIRST_IS_LEAD.test(text);
}

function promote(task: TaskDraft): void {
  let first: RoleEntry | null = null;
  for (const { roles } of task.clauses) {
    for (const entry of roles) {
      if (entry.role === 'lead') return;
      if (entry.role === 'responsible') first ??= entry;
    }
  }
  if (first === null) return;
  first.role = 'lead';
  first.declared = true;
}
