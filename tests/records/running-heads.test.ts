/** A running head of several lines: only one of them stands beside the page number, and the others go with it. */
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/parse.js';

const HEAD = ['云泽市人民政府公报', '二〇二四年合订本', '政策文件汇编选登', '内部资料注意保存'];
const task = (i: number) =>
  `${i}.推进第${i}片区供水管网改造，建成后的管网由所在街道管护，\n按季度报告改造进度和水质情况。责任单位：市水务局。`;

/** Pages of two tasks each: text, number, and the head of the next page. */
function printed(head: readonly string[]): string {
  const pages = Array.from({ length: 8 }, (_, p) => `${task(2 * p + 1)}\n${task(2 * p + 2)}\n- ${p + 1} -`);
  return `云泽市供水管网改造工作方案\n一、重点任务\n${pages.join(`\n${[...head, ''].join('\n')}`)}\n`;
}

describe('a running head', () => {
  it.each([1, 2, 3, 4])('of %i lines is left out', (lines) => {
    const { tasks, diagnostics } = parseDocument(Buffer.from(printed(HEAD.slice(0, lines))));
    expect(tasks).toHaveLength(16);
    for (const { body } of tasks) for (const line of HEAD) expect(body).not.toContain(line);
    expect(diagnostics.filter(({ code }) => code === 'running-head')).toHaveLength(7 * lines);
  });
});
