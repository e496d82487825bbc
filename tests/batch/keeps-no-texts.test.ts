/** What is remembered from document to document must not keep their texts: a name cut out of one is a view of it. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { ledgerRows, parseDocument } from '../../src/index.js';

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;

/** 160 KB, with bodies, an issuer and a label of its own. */
const documentOf = (i: number): Uint8Array =>
  Buffer.from(
    `云泽市第${i}产业园区开发建设管理委员会文件\n关于印发工作方案的通知\n一、主要任务\n` +
      `1. ${'持续推进各项工作，'.repeat(6000)}。\n2. 推进建设。\n` +
      `责任单位：云泽市第${i}高新技术产业园区开发建设管理委员会办公室、云泽市甲乙${i}工程建设指挥部综合协调办公室。\n` +
      `第${i}批责任落实牵头推进配合单位：市丙丁${i}服务保障和综合管理服务局。\n`,
  );

function heldAfter(from: number, to: number): number {
  for (let i = from; i < to; i++) ledgerRows(parseDocument(documentOf(i)));
  gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

describe('what documents leave behind', () => {
  it('is far less than their texts', { timeout: 60_000 }, () => {
    heldAfter(0, 20);
    const before = heldAfter(20, 30);
    const after = heldAfter(30, 130);
    // A hundred texts in memory are 11 MB and more.
    expect((after - before) / 2 ** 20).toBeLessThan(4);
  });
});
