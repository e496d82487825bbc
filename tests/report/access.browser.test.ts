/** Can everybody use it? axe-core's rules in each view, light and dark, wide and narrow; and paper. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, describeInBrowser, launch } from './browser.js';
import { filterBy, shownCount } from './page.js';
import { makeLedger, type Reports } from './reports.js';

/** What axe finds wrong, one line for each rule. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(() =>
    (Reflect.get(window, 'axe') as typeof import('axe-core')).run(document, { resultTypes: ['violations'] }),
  );
  return found.violations.map(
    ({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}

/** Contrast of text on its ground, of each element, after the formula of WCAG 2. */
function contrasts(page: Page, selector: string, ground: 'background-color' | 'fill'): Promise<[string, number][]> {
  return page.evaluate(
    ([selected, property]) => {
      /** `rgb(1, 2, 3)` and `color(srgb 0.1 0.2 0.3)` */
      const channels = (value: string) => {
        const numbers = (value.match(/[\d.]+/g) ?? []).map(Number).slice(0, 3);
        return value.startsWith('color') ? numbers : numbers.map((one) => one / 255);
      };
      const luminance = (value: string) => {
        const [r = 0, g = 0, b = 0] = channels(value).map((one) =>
          one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4,
        );
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      return [...document.querySelectorAll(selected)].map((element): [string, number] => {
        const text = property === 'fill' ? (element.nextElementSibling ?? element) : element;
        const of = (one: Element, name: string) => luminance(getComputedStyle(one).getPropertyValue(name));
        const [a, b] = [of(element, property), of(text, property === 'fill' ? 'fill' : 'color')];
        return [element.getAttribute('class') ?? '', (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)];
      });
    },
    [selector, ground] as const,
  );
}

describeInBrowser('access', () => {
  let made: Reports;
  let browser: Browser;
  let file: string;
  beforeAll(async () => {
    made = await makeLedger();
    file = await made.report('report.html', '--contacts');
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    made.close();
  });

  const views = ['light', 'dark'].flatMap((theme) => ['check', 'ledger', 'charts'].map((tab) => ({ theme, tab })));

  test.each(views)('no rule is broken: $tab, $theme', async ({ theme, tab }) => {
    const page = await browser.open(file, `theme=${theme}&tab=${tab}`);
    await page.locator('.values summary').click();
    if (tab === 'check') await page.locator('#finding-2').click();
    else
      await page
        .locator('.text mark.lead')
        .first()
        .evaluate((mark) => (mark as HTMLElement).click());
    if (tab === 'charts') {
      await page.locator('#tab-charts').click();
      await page.locator('.timeline summary').click();
    }
    await page.waitForTimeout(300);
    expect(await violations(page)).toEqual([]);
  });

  test.each(['light', 'dark'])('text on colours has a contrast of 4.5 or more: %s', async (theme) => {
    const page = await browser.open(file, `theme=${theme}&tab=charts`);
    const marks = await contrasts(page, '.legend mark:not(.finding)', 'background-color');
    const squares = await contrasts(page, '.pairs a rect', 'fill');
    expect(marks).toHaveLength(10);
    expect(new Set(squares.map(([name]) => name)).size).toBeGreaterThan(2);
    expect([...marks, ...squares].filter(([, contrast]) => contrast < 4.5)).toEqual([]);
  });

  test('no rule is broken: narrow, English, with a window open', async () => {
    const page = await browser.open(file, 'lang=en&tab=ledger&q=数据', { width: 390, height: 844 });
    expect(await violations(page)).toEqual([]);
    await page.locator('.helpbutton').click();
    expect(await violations(page)).toEqual([]);
  });

  test('the ledger is printed as a table, the text without what is around it', async () => {
    const page = await browser.open(file, 'tab=ledger&theme=dark');
    await filterBy(page, 'q', '数据');
    const shown = await shownCount(page);
    await page.locator('#grid .rows .row .value').first().click();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.printed tbody tr').count()).toBe(shown);
    expect(await page.locator('.printed tbody tr').first().isVisible()).toBe(true);
    const text = await page.locator('.printedtext .text').textContent();
    expect(text).toBe(await page.locator('.scroller .text').textContent());
    for (const chrome of ['.bar', '.split', '.filters', '.tabs'])
      expect(await page.locator(chrome).isVisible()).toBe(false);
    const ink = await page.evaluate(() => getComputedStyle(document.querySelector('.printed td') as Element).color);
    expect(ink).toBe('rgb(0, 0, 0)');
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.locator('.printed').textContent()).toBe('');
  });

  test('printing makes the table by itself', async () => {
    const page = await browser.open(file, 'tab=ledger');
    await page.evaluate(() => {
      addEventListener('beforeprint', () => {
        document.documentElement.dataset.printed = String(document.querySelectorAll('.printed tbody tr').length);
      });
    });
    const pdf = await page.pdf({ format: 'A4', landscape: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await page.locator('html').getAttribute('data-printed')).toBe(String(await shownCount(page)));
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(15);
  });
});
