/** The code blocks of README.md, and how they are put back with other content. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../corpus.js';

const README = join(ROOT, 'README.md');
const BLOCK = /^```(\w+)\n([\s\S]*?)^```$/gm;

export interface CodeBlock {
  language: string;
  body: string;
  index: number;
}

export const readmeText = (): string => readFileSync(README, 'utf8');

export function codeBlocks(text = readmeText()): CodeBlock[] {
  return [...text.matchAll(BLOCK)].map(([, language = '', body = ''], index) => ({ language, body, index }));
}

/** Writes another body into the block of that index. */
export function replaceBlock(index: number, body: string): void {
  let at = -1;
  const replaced = readmeText().replace(BLOCK, (whole, language: string) => {
    at += 1;
    return at === index ? `\`\`\`${language}\n${body}\`\`\`` : whole;
  });
  writeFileSync(README, replaced);
}
