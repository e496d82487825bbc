/** A clause of responsibility: its roles, its deadlines, what is to be said of it. */
import type { Role } from '../../model/model.js';
import type { Deadline } from '../dates/deadline.js';
import type { UnitEntry } from '../units/list.js';

export interface RoleEntry extends UnitEntry {
  role: Role;
  /** It leads since a declaration says that the first body listed does. */
  declared: boolean;
}

export interface ClauseNote {
  code: string;
  severity: 'info' | 'warning';
  from: number;
  to: number;
  message: string;
}

export interface Clause {
  from: number;
  to: number;
  roles: RoleEntry[];
  deadlines: Deadline[];
  notes: ClauseNote[];
  /** 列第一位者为牵头单位: from here on the first body of a list leads. */
  declares: boolean;
  /** The declaration holds for this clause alone (its label says so, without 下同). */
  firstIsLead: boolean;
  /** Whether it says who or when: a chief alone does not make a task. */
  assigns: boolean;
}

export function emptyClause(from: number, to: number): Clause {
  return { from, to, roles: [], deadlines: [], notes: [], declares: false, firstIsLead: false, assigns: false };
}

export interface ClauseContext {
  /** Year that a date without one takes. */
  year: number | null;
}
