/** The report as one HTML file that needs nothing else. */
import { createHash } from 'node:crypto';
import type { Assets } from './assets.js';
import type { Report } from './data.js';
import { dataBlock } from './pack.js';

const hash = (content: string) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

/**
 * Only our own program and style run, nothing is loaded, and no string becomes markup: what documents say stays text
 * even if the program had a mistake.
 */
function policy({ script, style }: Assets): string {
  return [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

const NO_SCRIPT = '此报告需要启用 JavaScript。 This report needs JavaScript.';

/** Gives the file in pieces, in order: a large report need not stand in memory as a whole. */
export function* reportHtml({ index, texts }: Report, assets: Assets): Generator<string> {
  yield `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(assets)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="taizhang ${index.version}">
<title>台账核对</title>
<style>${assets.style}</style>
</head>
<body>
<noscript><p>${NO_SCRIPT}</p></noscript>
<div id="app"></div>
`;
  yield dataBlock('index', index);
  let i = 0;
  for (const text of texts) {
    yield dataBlock(`text-${i}`, text);
    i += 1;
  }
  yield `<script>${assets.script}</script>
</body>
</html>
`;
}
