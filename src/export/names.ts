/** The bodies of a task in one text each, as the view `ledger` joins them. */
import type { AssignmentScope, ExportedAssignment, ExportedTask } from '../model/exported.js';
import type { Role } from '../model/model.js';

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  lead: '牵头',
  responsible: '责任',
  support: '配合',
  chief: '责任领导',
};

/** Joined by 、, with 等 right after the entry it follows; null where there is none. */
function joined(assignments: readonly ExportedAssignment[]): string | null {
  const names = assignments.map(({ name, open_ended }) => (open_ended ? `${name}等` : name));
  return names.length > 0 ? names.join('、') : null;
}

/** Who has a role in the task itself (scope `task`) or in the sections around it (`section`). */
export function bodies({ assignments }: ExportedTask, role: Role, scope: AssignmentScope): string | null {
  return joined(assignments.filter((one) => one.role === role && one.scope === scope));
}

/** The chiefs of the sections around the task, outermost first, then its own. */
export function chiefs({ assignments }: ExportedTask): string | null {
  return joined(assignments.filter(({ role, scope }) => role === 'chief' && scope !== 'measure'));
}

/** Who has a role in single measures alone: （1）牵头：甲；责任：乙、丙. */
export function measureBodies({ measures, assignments }: ExportedTask): string | null {
  const lines = measures.flatMap(({ id, seq }) => {
    const own = assignments.filter(({ measure_id }) => measure_id === id);
    const roles = (Object.keys(ROLE_NAMES) as Role[]).flatMap((role) => {
      const names = joined(own.filter((one) => one.role === role));
      return names === null ? [] : [`${ROLE_NAMES[role]}：${names}`];
    });
    return roles.length > 0 ? [`（${seq}）${roles.join('；')}`] : [];
  });
  return lines.length > 0 ? lines.join('\n') : null;
}

const CONTACT_NAMES = { person: '联系人', phone: '电话', fax: '传真', email: '邮箱' } as const;

/** Null without --contacts and where the document names none. */
export function contactText({ document: { contacts = [] } }: ExportedTask): string | null {
  return contacts.length > 0 ? contacts.map(({ kind, value }) => `${CONTACT_NAMES[kind]}：${value}`).join('；') : null;
}
