/** The pages that show commands, README.md first; their code blocks, and how one is put back with other content. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../corpus.js';

const BLOCK = /^```(\w+)\n([\s\S]*?)^```$/gm;

/** Paths below the root of the repository. */
export const PAGES = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs/commands'))
    .sort()
    .map((name) => `docs/commands/${name}`),
];

export interface CodeBlock {
  page: string;
  language: string;
  body: string;
  /** Its place among the blocks of the page. */
  index: number;
}

export const pageText = (page: string): string => readFileSync(join(ROOT, page), 'utf8');
export const readmeText = (): string => pageText('README.md');

export function codeBlocks(page: string): CodeBlock[] {
  const blocks = [...pageText(page).matchAll(BLOCK)];
  return blocks.map(([, language = '', body = ''], index) => ({ page, language, body, index }));
}

/** Writes another body into a block. */
export function replaceBlock({ page, index }: CodeBlock, body: string): void {
  let at = -1;
  const replaced = pageText(page).replace(BLOCK, (whole, language: string) => {
    at += 1;
    return at === index ? `\`\`\`${language}\n${body}\`\`\`` : whole;
  });
  writeFileSync(join(ROOT, page), replaced);
}
