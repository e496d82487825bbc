/** What other programs may build on: a name that comes or goes here is a decision, not an accident. */
import { expect, test } from 'vitest';
import * as api from '../../src/index.js';

test('the library offers these names and no others', () => {
  expect(Object.keys(api).sort()).toEqual([
    'AssignmentRow',
    'Basis',
    'CaseRow',
    'ContactRow',
    'DeadlineKind',
    'DeadlineRow',
    'DiagnosticRow',
    'DocumentKind',
    'DocumentRecord',
    'DocumentRow',
    'EvidenceRow',
    'MeasureRow',
    'NotALedger',
    'PracticeRow',
    'PromiseKind',
    'RecipientRow',
    'ReportingRow',
    'Role',
    'SectionKind',
    'SectionRow',
    'Severity',
    'TaskRow',
    'UnitRow',
    'UnreadableDocument',
    'UsageError',
    'VERSION',
    'collectInputs',
    'extract',
    'inThread',
    'ledgerRows',
    'parseDocument',
    'parserPool',
    'parsersOf',
  ]);
});
