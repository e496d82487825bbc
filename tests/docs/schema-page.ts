/** The parts of docs/schema.md that are made from the code, as Markdown, and how they are put into the page. */
import type Database from 'better-sqlite3';
import type { Described } from '../../src/ledger/described.js';
import { TABLE_DESCRIPTIONS, VIEW_DESCRIPTIONS } from '../../src/ledger/descriptions.js';
import { erPicture, PICTURE_NAMES } from './er-picture.js';
import type { Column, Relation } from './relations.js';
import { TYPICAL_QUERIES, type TypicalQuery } from './typical-queries.js';

const MOST_ROWS = 2;
const LONGEST = 110;

/** Parts by name; the page has `<!-- made: name -->` before and `<!-- end: name -->` after each. */
export function madeParts(relations: readonly Relation[], corpus: Database.Database): Record<string, string> {
  const of = (kind: Relation['kind']) => relations.filter((relation) => relation.kind === kind);
  return {
    pictures: PICTURE_NAMES.map((name) => `Around a ${name}:\n\n${picture(name, relations)}`).join('\n\n'),
    tables: [overview(of('table')), ...of('table').map(described)].join('\n\n'),
    views: [overview(of('view')), ...of('view').map(described)].join('\n\n'),
    queries: TYPICAL_QUERIES.map((query) => example(query, corpus)).join('\n\n'),
  };
}

const picture = (...args: Parameters<typeof erPicture>): string => `\`\`\`mermaid\n${erPicture(...args)}\`\`\``;

/** @throws where the page lacks the marks of a part */
export function withParts(page: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((text, [name, part]) => {
    const [before, rest] = text.split(`<!-- made: ${name} -->\n`);
    const [, after] = rest?.split(`<!-- end: ${name} -->`) ?? [];
    if (before === undefined || after === undefined) throw new Error(`docs/schema.md has no place for ${name}`);
    return `${before}<!-- made: ${name} -->\n\n${part}\n\n<!-- end: ${name} -->${after}`;
  }, page);
}

function descriptionOf({ kind, name }: Relation): Described {
  const found = (kind === 'table' ? TABLE_DESCRIPTIONS : VIEW_DESCRIPTIONS)[name];
  if (!found) throw new Error(`${name} has no description`);
  return found;
}

function overview(relations: readonly Relation[]): string {
  const rows = relations.map(
    (relation) => `| [\`${relation.name}\`](#${relation.name}) | ${descriptionOf(relation).about} |`,
  );
  return ['| name | holds |', '| --- | --- |', ...rows].join('\n');
}

function described(relation: Relation): string {
  const { about, columns } = descriptionOf(relation);
  const isTable = relation.kind === 'table';
  const row = (column: Column) =>
    `| \`${column.name}\` |${isTable ? ` ${typeOf(column)} |` : ''} ${columns[column.name] ?? ''} |`;
  const head = isTable ? ['| column | type | |', '| --- | --- | --- |'] : ['| column | |', '| --- | --- |'];
  const indexes = relation.indexes.map(({ name, columns: keys }) => `\`${name}\` (${keys.join(', ')})`);
  return [
    `### \`${relation.name}\``,
    about,
    [...head, ...relation.columns.map(row)].join('\n'),
    ...(indexes.length > 0 ? [`Indexes: ${indexes.join(' · ')}`] : []),
  ].join('\n\n');
}

function typeOf({ type, notNull, key, unique, refersTo }: Column): string {
  return [
    `${type || 'text'}${notNull || key > 0 || type === '' ? '' : ' or null'}`,
    ...(key > 0 ? ['key'] : unique ? ['unique'] : []),
    ...(refersTo ? [`→ \`${refersTo}\``] : []),
  ].join(', ');
}

/** The query with the first rows that it gives on the ledger of corpus/. */
function example({ asks, sql, ms }: TypicalQuery, corpus: Database.Database): string {
  const rows = corpus.prepare<[], unknown[]>(sql).raw().all();
  const shown = rows.slice(0, MOST_ROWS).map((row) => {
    const line = Array.from(
      row
        .map((value) => value ?? '')
        .join(' | ')
        .replaceAll('\n', ' '),
    );
    return `-- ${line.length > LONGEST ? `${line.slice(0, LONGEST).join('')}…` : line.join('')}`.trimEnd();
  });
  const more = rows.length > MOST_ROWS ? ['-- …'] : [];
  return `**${asks}** ${ms} ms\n\n\`\`\`sql\n${[`${sql};`, ...shown, ...more].join('\n')}\n\`\`\``;
}
