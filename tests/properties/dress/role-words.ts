/** Other words for the same roles, only where they are labels, heads of columns or tails. */
import { type Dress, onTextNodes, utf8 } from './dress.js';

type Words = Readonly<Record<string, string>>;

const WORDS: readonly Words[] = [
  { 牵头单位: '主办单位', 责任单位: '责任部门', 配合单位: '协办单位', 完成时限: '办结时限' },
  { 牵头单位: '主责单位', 责任单位: '落实单位', 配合单位: '参与单位', 完成时限: '时间节点' },
  { 牵头单位: '牵头部门', 责任单位: '承办单位', 配合单位: '协办单位', 完成时限: '完成时间' },
];

/** A label stands at the start of a line, a bracket, a cell or a clause, and has a colon. */
const LABEL = /((?:^|[（(；;，,。.\s、|])(?:\*\*)?)(牵头单位|责任单位|配合单位|完成时限)(?=\s*[：:])/gm;
/** The head of a column is all of its cell. */
const HEAD = /((?:^|[\t|])[ \t]*)(牵头单位|责任单位|配合单位|完成时限)(?=[ \t]*(?:$|[\t|]))/gm;

function renamed(words: Words): (text: string) => string {
  const other = (_: string, before: string, word: string) => before + (words[word] ?? word);
  return (text) => text.replace(LABEL, other).replace(HEAD, other).replaceAll('按职责分工负责', '按照职责分工负责');
}

export const roleWords: Dress[] = WORDS.map((words) => ({
  name: `role words ${Object.values(words).join(' ')}`,
  fits: () => true,
  wear: ({ html, text }) => utf8(html ? onTextNodes(text, renamed(words)) : renamed(words)(text)),
}));
