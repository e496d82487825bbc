/** 20,000 tasks, and a text of 3 MB: all is found, little is drawn. The times are told, not asserted. */
import { statSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Place } from '../../src/report/data.js';
import { type Browser, describeInBrowser, launch } from './browser.js';
import { filterBy, flashed, isInView, shownCount } from './page.js';
import { makeLedger, type Reports } from './reports.js';
import { largeDocument, reportOf } from './synthetic.js';

const DOCUMENTS = 100;
const TASKS = 200;

/** Milliseconds that the page takes to answer what is typed, laid out. */
function typing(page: Page, question: string): Promise<number> {
  return page.evaluate((value) => {
    const input = document.querySelector('.field.q input') as HTMLInputElement;
    const start = performance.now();
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    document.body.getBoundingClientRect();
    return Math.round(performance.now() - start);
  }, question);
}

describeInBrowser('a large report', () => {
  let made: Reports;
  let browser: Browser;
  beforeAll(async () => {
    const documents = Array.from({ length: DOCUMENTS }, (_, i) => [`d${i}.txt`, largeDocument(i, TASKS)] as const);
    made = await makeLedger(Object.fromEntries(documents));
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    made.close();
  });

  test('of 20,000 tasks', async () => {
    const file = await made.report('large.html');
    const page = await browser.open(file, 'tab=ledger');
    const ready = Math.round(await page.evaluate(() => performance.now()));
    expect(await shownCount(page)).toBe(DOCUMENTS * TASKS);
    expect(await page.locator('#grid .rows .row').count()).toBeLessThan(60);

    const times = [await typing(page, '第7'), await typing(page, '第7批'), await typing(page, '第7批 数据')];
    expect(await shownCount(page)).toBe(
      made.column(
        "SELECT count(*) FROM tasks t WHERE body LIKE '%第7批%' AND (body LIKE '%数据%' OR EXISTS (SELECT 1 FROM assignments a WHERE a.task_id = t.id AND a.name LIKE '%数据%'))",
      )[0],
    );
    await page.locator('.reset').click();
    await page.locator('#grid').focus();
    await page.keyboard.press('End');
    const row = page.locator('.row[aria-selected=true]');
    expect(await row.getAttribute('aria-rowindex')).toBe(String(DOCUMENTS * TASKS + 1));
    expect(await isInView(page, row, '#grid')).toBe(true);
    await page.locator('[data-sort=due]').click();
    expect(await page.locator('#grid .rows .row .date').first().textContent()).toBe(
      made.column('SELECT min(due_on) FROM tasks')[0],
    );
    await filterBy(page, 'unit', '望川市发展和改革委员会');
    await filterBy(page, 'role', 'lead');
    expect(await shownCount(page)).toBe(
      made.column("SELECT count(*) FROM duties WHERE role = 'lead' AND unit = '望川市发展和改革委员会'")[0],
    );
    console.info(
      `20,000 tasks: ${(statSync(file).size / 1e6).toFixed(1)} MB, ready ${ready} ms, search ${times.join(', ')} ms`,
    );
    expect(browser.heard().errors).toEqual([]);
  });

  test('of a text of 3 MB, of many lines or of one', async () => {
    for (const separator of ['\n', '']) {
      const sentence = '这一句很长的文字里有一个目标值，其余都是𠮷利话。';
      const text = Array.from({ length: 42_000 }, () => sentence).join(separator);
      const places: Place[] = [{ kind: 'task', task: 0, spans: [[0, text.length]] }];
      for (let at = text.indexOf('目标值'); at >= 0; at = text.indexOf('目标值', at + 1)) {
        places.push({ kind: 'target', task: 0, spans: [[at, at + 3]] });
      }
      const last = places.length - 1;
      const target = {
        text: '目标值',
        subject: null,
        comparator: '=' as const,
        value: 1,
        valueHigh: null,
        unit: null,
        dueOn: null,
      };
      const targets = [1, 20_000, last].map((place) => ({ ...target, place }));
      const page = await browser.open(
        made.page('text.html', reportOf(text, places, { targets })),
        'tab=ledger&task=synthetic%3At1',
      );
      await page.locator('.text mark').first().waitFor();
      expect(Buffer.byteLength(text)).toBeGreaterThan(2_900_000);
      expect(await page.locator('.text').evaluate((element) => element.textContent?.length)).toBe(text.length);
      for (const i of [2, 0, 1]) {
        await page.locator('#card button.value.target').nth(i).click();
        expect(await flashed(page)).toBe('目标值');
        expect(await isInView(page, page.locator('.text .flash'), '.scroller')).toBe(true);
      }
      expect(await page.locator('.text mark').count()).toBeLessThan(5_000);
      expect(browser.heard().errors).toEqual([]);
      await page.close();
    }
  });
});
