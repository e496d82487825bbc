/** Compares a document of a ledger with its hand-made facts, field by field, as shared/score.py does. */
import type { Gold, GoldTask } from './facts.js';
import { bare, fold, normHeading } from './fold.js';
import { chainOf, type LedgerDocument, type LedgerTask } from './ledger.js';
import { matchingBlocks, ratio } from './matching.js';
import type { Tallies, Value } from './tally.js';

const ROLES = ['lead', 'responsible', 'support'] as const;

const folded = (value: Value | undefined): Value => (typeof value === 'string' ? fold(value) : (value ?? null));
const bareOrNull = (value: Value | undefined): string | null =>
  bare(value === undefined ? null : (value as string | null)) || null;

/** Adds what one document has right and wrong to the tallies. */
export function scoreDocument(slug: string, gold: Gold, got: LedgerDocument, tallies: Tallies): void {
  scoreMetadata(slug, gold, got, tallies);
  if (gold.plans && gold.plans.length > 0) {
    const plans = [...got.sections.values()].filter(({ kind }) => kind === 'plan');
    tallies.sets(
      'plans',
      gold.plans.map(bare),
      plans.map(({ heading }) => bare(heading)),
      slug,
    );
  }
  scoreTasks(slug, gold, got, tallies);
  for (const section of gold.sectionLeads ?? []) {
    const mine = got.sectionRoles.filter(({ heading }) => normHeading(heading) === normHeading(section.heading));
    const names = (role: string) => mine.filter((one) => one.role === role).map(({ name }) => fold(name));
    tallies.sets('section.chief', section.chief ? [fold(section.chief)] : [], names('chief'), slug);
    tallies.sets('section.lead', (section.lead ?? []).map(fold), names('lead'), slug);
  }
  scoreCases(slug, gold, got, tallies);
}

function scoreMetadata(slug: string, gold: Gold, got: LedgerDocument, tallies: Tallies): void {
  const document = gold.document ?? {};
  const { row } = got;
  if ('title' in document) tallies.one('document.title', bareOrNull(document.title), bareOrNull(row.title), slug);
  const columns = {
    docNumber: 'doc_number',
    issuer: 'issuer',
    issuedOn: 'issued_on',
    publishedOn: 'published_on',
    indexNumber: 'index_number',
    validity: 'validity',
    kind: 'kind',
  } as const;
  for (const key of Object.keys(columns) as (keyof typeof columns)[]) {
    if (key in document) tallies.one(`document.${key}`, folded(document[key]), folded(row[columns[key]]), slug);
  }
  for (const [key, role] of [
    ['recipients', 'to'],
    ['copiedTo', 'cc'],
  ] as const) {
    const names = got.recipients.filter((one) => one.role === role).map(({ name }) => fold(name));
    if (document[key]) tallies.sets(`document.${key}`, document[key].map(fold), names, slug);
  }
  if (gold.reporting) {
    const expected = gold.reporting.flatMap(({ frequency, day, dates = [] }) =>
      dates.length > 0 ? dates.map((date) => `once ${date}`) : [`${frequency} ${day ?? null}`],
    );
    const rules = got.reporting.map(
      (rule) => `${rule.frequency} ${rule.frequency === 'once' ? rule.due_on : rule.day}`,
    );
    tallies.sets('reporting', expected, rules, slug);
  }
}

/** Pairs of tasks that begin with the same words, in order; then those whose first words differ a little. */
function pairTasks(expected: readonly GoldTask[], got: readonly LedgerTask[]): Map<number, number> {
  const start = (text: string) => bare(text).slice(0, 12);
  const wanted = expected.map(({ bodyStart }) => start(bodyStart));
  const found = got.map(({ body }) => start(body));
  const pairs = new Map<number, number>();
  for (const { a, b, size } of matchingBlocks(wanted, found)) for (let i = 0; i < size; i++) pairs.set(a + i, b + i);
  const used = new Set(pairs.values());
  for (const [i, words] of wanted.entries()) {
    if (pairs.has(i)) continue;
    const [best] = found
      .map((other, j) => ({ j, likeness: used.has(j) ? 0 : ratio(words, other) }))
      .sort((x, y) => y.likeness - x.likeness || Math.abs(i - x.j) - Math.abs(i - y.j) || y.j - x.j);
    if (best === undefined || best.likeness < 0.7) continue;
    pairs.set(i, best.j);
    used.add(best.j);
  }
  return pairs;
}

function scoreTasks(slug: string, gold: Gold, got: LedgerDocument, tallies: Tallies): void {
  const expected = gold.tasks ?? [];
  const pairs = pairTasks(expected, got.tasks);
  const used = new Set(pairs.values());
  const missing = expected.filter((_, i) => !pairs.has(i));
  const surplus = gold.truncated ? [] : got.tasks.filter((_, j) => !used.has(j));
  const tally = tallies.field('tasks');
  tally.right += pairs.size;
  tally.missing += missing.length;
  tally.surplus += surplus.length;
  if (missing.length + surplus.length > 0) {
    tally.misses.push({
      where: slug,
      missing: missing.map(({ seq }) => `task ${seq} of the gold`),
      surplus: surplus.map(({ seq }) => `task ${seq} of the ledger`),
    });
  }
  for (const [i, j] of pairs) {
    const [want, task] = [expected[i], got.tasks[j]];
    if (want && task) scoreTask(`${slug} task ${want.seq}`, want, task, got, Boolean(gold.firstIsLead), tallies);
  }
}

function scoreTask(
  where: string,
  want: GoldTask,
  task: LedgerTask,
  got: LedgerDocument,
  firstIsLead: boolean,
  tallies: Tallies,
): void {
  const chain = chainOf(got.sections, task.section_id);
  tallies.one('task.ordinal', folded(want.ordinal), folded(task.ordinal), where);
  if (want.path) {
    const headings = chain.filter(({ kind }) => kind !== 'plan' && kind !== 'mandate').map(({ heading }) => heading);
    const path = headings.map(normHeading).filter((heading) => heading !== '');
    tallies.one('task.path', want.path.map(normHeading).join('/'), path.join('/'), where);
  }
  const inside = (kind: string) => chain.find((section) => section.kind === kind);
  if (want.plan) tallies.one('task.plan', bare(want.plan), bareOrNull(inside('plan')?.heading), where);
  if (want.mandate) tallies.one('task.mandate', fold(want.mandate), folded(inside('mandate')?.ordinal), where);
  if ('title' in want) tallies.one('task.title', bareOrNull(want.title), bareOrNull(task.title), where);
  if (want.bodyEnd) {
    const end = bare(want.bodyEnd);
    tallies.one('task.bodyEnd', end, bare(task.body).slice(-end.length), where);
  }
  if (want.measures !== undefined) tallies.one('task.measures', want.measures, task.measure_count ?? null, where);

  const mine = got.roles.filter(({ owner }) => owner === task.id);
  for (const role of ROLES) {
    const names = mine.filter((one) => one.role === role).map(({ name }) => fold(name));
    tallies.sets(`task.${role}`, (want[role] ?? []).map(fold), names, where);
  }
  if (want.openEnded) {
    // The list is one and open, whichever of its parts leads by declaration.
    const same = (role: string) => (firstIsLead && role === 'lead' ? 'responsible' : role);
    const open = ROLES.filter((role) => mine.some((one) => one.role === role && one.open_ended === 1));
    tallies.sets('task.openEnded', [...new Set(want.openEnded.map(same))], [...new Set(open.map(same))], where);
  }
  scoreDates(where, want, task, got, tallies);
}

function scoreDates(where: string, want: GoldTask, task: LedgerTask, got: LedgerDocument, tallies: Tallies): void {
  const { deadline } = want;
  const stated = task.deadline_text === null ? null : `${task.deadline_kind} ${task.due_on}`;
  tallies.one('task.deadline', deadline ? `${deadline.kind} ${deadline.due}` : null, stated, where);
  const dates = (origin: string) =>
    got.deadlines.filter((one) => one.task_id === task.id && one.origin === origin).map(({ due_on }) => due_on);
  if (deadline?.phases && deadline.phases.length > 0) {
    tallies.sets(
      'task.phases',
      deadline.phases.map(({ due }) => due),
      dates('deadline'),
      where,
    );
  }
  if (want.milestones)
    tallies.sets(
      'task.milestones',
      want.milestones.map(({ due }) => due),
      dates('body'),
      where,
    );
}

function scoreCases(slug: string, gold: Gold, got: LedgerDocument, tallies: Tallies): void {
  if (!gold.cases || gold.cases.length === 0) return;
  tallies.sets(
    'cases',
    gold.cases.map(({ title }) => bare(title)),
    got.cases.map(({ title }) => bare(title)),
    slug,
  );
  for (const [i, want] of gold.cases.entries()) {
    const where = `${slug} case ${i + 1}`;
    const found = got.cases.findLast(({ title }) => bare(title) === bare(want.title));
    if (found) tallies.one('case.region', folded(want.region), folded(found.region), where);
    const practices = got.practices.filter(({ case_id }) => case_id === found?.id).map(({ title }) => bare(title));
    tallies.sets('case.practices', want.practices.map(bare), practices, where);
  }
}
