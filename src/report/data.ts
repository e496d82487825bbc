/**
 * What the page of a report is given: one index of everything that is listed, filtered and drawn, and for each document
 * its text with the places of all values. The page reads a text only when it is shown. All offsets are UTF-16.
 */
import type { DeadlineKind, PromiseKind, Role, Severity } from '../model/model.js';

export type PlaceKind =
  | Role
  | 'task'
  | 'body'
  | 'title'
  | 'deadline'
  | 'target'
  | 'measure'
  | 'document'
  | 'contact'
  | 'finding';

/** UTF-16 offsets into the text of the document. */
export type Span = readonly [start: number, end: number];

/** Where a value stands; several spans where a break cuts it. */
export interface Place {
  kind: PlaceKind;
  /** The row it belongs to: index into `ReportIndex.tasks`; of a whole section's role, its first task. */
  task: number | null;
  spans: Span[];
}

/** Index into `DocumentText.places` of the document. */
export type PlaceIndex = number;

export interface DocumentText {
  text: string;
  places: Place[];
  /** What the document says outside its tasks: metadata, recipients, cases, reports, contacts. */
  values: DocumentValue[];
}

export interface DocumentValue {
  /** `table.column`, as in the ledger. */
  name: string;
  text: string;
  place: PlaceIndex | null;
}

export interface DocumentHead {
  id: string;
  source: string;
  title: string | null;
  number: string | null;
  issuer: string | null;
  issuedOn: string | null;
  jurisdiction: string | null;
  /** UTF-16 length of the text. */
  length: number;
}

export interface Unit {
  name: string;
  /** The name that the documents use most. */
  short: string;
}

export interface Duty {
  role: Role;
  /** As written. */
  name: string;
  /** Index into `ReportIndex.units`. */
  unit: number;
  /** Of the task itself, of one of its measures, or of the section around it. */
  scope: 'task' | 'measure' | 'section';
  isGroup: boolean;
  openEnded: boolean;
  declared: boolean;
  place: PlaceIndex;
}

export interface Deadline {
  origin: 'deadline' | 'body';
  text: string;
  kind: PromiseKind;
  startsOn: string | null;
  dueOn: string | null;
  yearInferred: boolean;
  place: PlaceIndex;
}

export interface Target {
  text: string;
  subject: string | null;
  comparator: '>=' | '<=' | '>' | '<' | '=';
  value: number;
  valueHigh: number | null;
  unit: string | null;
  dueOn: string | null;
  place: PlaceIndex;
}

export interface Measure {
  text: string;
  place: PlaceIndex;
}

export interface Task {
  id: string;
  /** Index into `ReportIndex.documents`. */
  document: number;
  seq: number;
  ordinal: string | null;
  title: string | null;
  body: string;
  /** Headings around it, outermost first. */
  path: string[];
  duties: Duty[];
  deadlineText: string | null;
  deadlineKind: DeadlineKind | null;
  dueOn: string | null;
  deadlines: Deadline[];
  targets: Target[];
  measures: Measure[];
  place: PlaceIndex;
  titlePlace: PlaceIndex | null;
  bodyPlace: PlaceIndex;
  deadlinePlace: PlaceIndex | null;
}

/** Something a checker should look at: a diagnostic of the ledger, or a task that nobody is named for. */
export interface Finding {
  /** A code of the ledger, or `task-without-unit`. */
  code: string;
  severity: Severity;
  message: string;
  source: string;
  document: number | null;
  task: number | null;
  /** The text it stands on. */
  excerpt: string;
  place: PlaceIndex | null;
}

export interface ReportIndex {
  version: string;
  /** Contacts stand in the report; otherwise each of their characters is ■. */
  hasContacts: boolean;
  documents: DocumentHead[];
  tasks: Task[];
  units: Unit[];
  findings: Finding[];
}

export interface Report {
  index: ReportIndex;
  /** In the order of `index.documents`. */
  texts: Iterable<DocumentText>;
}
