/** Renews docs/report.png: the report of the invented corpus, with one value shown in its place. Run by `npm run screenshot`. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'taizhang-screenshot-'));
const taizhang = (...args) => execFileSync(process.execPath, [join(ROOT, 'dist/cli.js'), ...args], { cwd: folder });

try {
  taizhang('extract', join(ROOT, 'corpus'), '--db', 'ledger.sqlite');
  taizhang('report', '--db', 'ledger.sqlite', '--out', 'report.html');
  const browser = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: process.env.TAIZHANG_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    viewport: { width: 1280, height: 720 },
    reducedMotion: 'reduce',
  });
  const page = await browser.newPage();
  await page.goto(`${pathToFileURL(join(folder, 'report.html'))}#tab=ledger&q=数据`);
  await page.waitForSelector('html[data-ready]');
  await page.locator('#grid .rows .row').nth(3).locator('.value.lead').last().click();
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(ROOT, 'docs/report.png') });
  await browser.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
