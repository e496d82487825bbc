/** A real browser for tests: Debian's Chromium, with a profile of its own. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { describe } from 'vitest';

export const CHROMIUM = process.env.TAIZHANG_CHROMIUM ?? '/usr/bin/chromium';

/** A group of tests that needs the browser; where there is none it is skipped, and its name says why. */
export function describeInBrowser(name: string, tests: () => void): void {
  if (existsSync(CHROMIUM)) describe(name, tests);
  else describe.skip(`${name} (skipped: no Chromium at ${CHROMIUM})`, tests);
}

export interface Browser {
  /** Opens a report; `hash` is a state with or without `#`. Fails later (`check`) on whatever the page complains of. */
  open(file: string, hash?: string, size?: { width: number; height: number }): Promise<Page>;
  /** Everything the pages asked for, and what they complained of, since the last call. */
  heard(): { requests: string[]; errors: string[] };
  close(): Promise<void>;
}

export async function launch(): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'taizhang-chromium-'));
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  let requests: string[] = [];
  let errors: string[] = [];
  return {
    open: async (file, hash = '', size = { width: 1440, height: 900 }) => {
      const page = await context.newPage();
      page.on('request', (request) => requests.push(request.url()));
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
      });
      await page.setViewportSize(size);
      await page.goto(`${pathToFileURL(file)}${hash && `#${hash.replace(/^#/, '')}`}`);
      await page.waitForSelector('html[data-ready]');
      return page;
    },
    heard: () => {
      const heard = { requests, errors };
      requests = [];
      errors = [];
      return heard;
    },
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
