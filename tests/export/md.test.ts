/** Markdown, read by marked. */
import { lexer, type Tokens } from 'marked';
import { expect, test } from 'vitest';
import { corpusLedger, HOSTILE_BODIES, hostileToy, toyLedger } from './ledgers.js';

const tablesOf = (text: string) => lexer(text).filter((token): token is Tokens.Table => token.type === 'table');
const rowsOf = (text: string) => tablesOf(text).flatMap(({ rows }) => rows);

/** What a reader sees of a cell: marks would be tokens of another kind. */
function shown(cell: Tokens.TableCell): string {
  return cell.tokens
    .map((token) => {
      if (token.type === 'escape' || token.type === 'text') return token.text;
      if (token.type === 'html' && token.raw === '<br>') return '\n';
      return expect.fail(`${token.type}: ${token.raw.slice(0, 80)}`);
    })
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
}

test('one table for each document or plan, one row for each task', async () => {
  const space = corpusLedger();
  const { out } = await space.run(['export', '--format', 'md']);
  const tasks =
    space.query(`SELECT t.body, t.deadline_text, t.due_on FROM tasks t JOIN documents d ON d.id = t.document_id
    ORDER BY d.source, t.seq`);
  const rows = rowsOf(out);
  expect(rows.map((row) => row.slice(0, 2).map(shown))).toEqual(tasks.map(([body], i) => [String(i + 1), body]));
  expect(rows.map((row) => row.slice(6).map(shown))).toEqual(tasks.map(([, text, due]) => [text ?? '', due ?? '']));
  const headings = lexer(out).filter((token): token is Tokens.Heading => token.type === 'heading' && token.depth === 2);
  expect(headings).toHaveLength(space.query('SELECT DISTINCT document_id FROM tasks').length);
});

test('hostile texts are shown, not obeyed', async () => {
  const { out } = await toyLedger(hostileToy()).run(['export', '--format', 'md']);
  const cells = rowsOf(out).map((row) => shown(row[1] as Tokens.TableCell));
  expect(cells).toEqual(HOSTILE_BODIES.map((text) => text.replace(/\p{Cc}/gu, '\ufffd')));
});

test('a heading and the line below it are not taken for more', async () => {
  const title = '1. # - 甲 & <乙> www.x.cn';
  const { out } = await toyLedger(`标题：${title}\n# 2）方案\n- - 任务 | lead 甲局`).run(['export', '--format', 'md']);
  const tokens = lexer(out).filter(({ type }) => type !== 'space');
  expect(tokens.map(({ type }) => type)).toEqual(['heading', 'heading', 'paragraph', 'heading', 'table']);
  expect(shown(tokens[1] as unknown as Tokens.TableCell).replace('&amp;', '&')).toBe(title);
  expect(rowsOf(out).map((row) => shown(row[1] as Tokens.TableCell))).toEqual(['- 任务']);
});
