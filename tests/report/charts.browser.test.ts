/** The pictures: what they show, and where a click on them leads. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Browser, describeInBrowser, launch } from './browser.js';
import { filterBy, flashed, shownCount } from './page.js';
import { makeLedger, type Reports } from './reports.js';

describeInBrowser('the pictures', () => {
  let made: Reports;
  let browser: Browser;
  let file: string;
  beforeAll(async () => {
    made = await makeLedger();
    file = await made.report('report.html');
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    made.close();
  });
  afterEach(() => expect(browser.heard().errors).toEqual([]));

  test('a month leads to its tasks', async () => {
    const page = await browser.open(file, 'tab=charts');
    const months = made.column<string>('SELECT DISTINCT substr(due_on, 1, 7) FROM due_dates ORDER BY 1');
    expect(
      await page.locator('.timeline a').evaluateAll((all) => all.map((one) => one.getAttribute('data-month'))),
    ).toEqual(months);
    await page.locator('.timeline a[data-month="2023-09"]').click();
    expect(await page.locator('#tab-ledger').getAttribute('aria-selected')).toBe('true');
    expect(await shownCount(page)).toBe(
      made.column("SELECT count(DISTINCT task_id) FROM due_dates WHERE due_on LIKE '2023-09-%'")[0],
    );
  });

  test('a body and a role lead to their tasks', async () => {
    const page = await browser.open(file, 'tab=charts');
    expect(await page.locator('.load svg > g').count()).toBe(20);
    const link = page.locator('.load svg > g').first().locator('a').nth(1);
    const count = Number((await link.getAttribute('aria-label'))?.split(' ').at(-1));
    await link.click();
    expect(await shownCount(page)).toBe(count);
    await page.locator('#tab-charts').click();
    await page.locator('.reset').click();
    await page.locator('.load .more').click();
    expect(await page.locator('.load svg > g').count()).toBe(40);
  });

  test('a square leads to the tasks that two bodies share', async () => {
    const page = await browser.open(file, 'tab=charts');
    const square = page.locator('.pairs a[aria-label]').first();
    const shared = Number(/(\d+) 项$/.exec((await square.getAttribute('aria-label')) ?? '')?.[1]);
    expect(await square.locator('.count').textContent()).toBe(String(shared));
    await square.click();
    expect(await shownCount(page)).toBe(shared);
  });

  test('a target leads to its place', async () => {
    const page = await browser.open(file, 'tab=charts');
    const target = page.locator('.targets li button').first();
    const subject = ((await target.locator('.subject').textContent()) ?? '').replace(/\s+/g, '');
    await target.click();
    expect(await flashed(page)).toContain(subject);
  });

  test('each says the same as a table', async () => {
    const page = await browser.open(file, 'tab=charts');
    const charts = page.locator('figure.chart');
    expect(await charts.count()).toBe(4);
    for (let i = 0; i < 4; i += 1) {
      await charts.nth(i).locator('summary').click();
      await charts.nth(i).locator('table').waitFor();
      expect(await charts.nth(i).locator('table tbody tr').count()).toBeGreaterThan(5);
      expect(await charts.nth(i).locator('h2').textContent()).not.toBe('');
    }
    const rows = await page
      .locator('.timeline tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
    expect(rows).toEqual(
      made
        .rows<{ month: string; deadline: number; body: number }>(
          `SELECT substr(due_on, 1, 7) AS month, sum(origin = 'deadline') AS deadline, sum(origin = 'body') AS body
           FROM due_dates GROUP BY month ORDER BY month`,
        )
        .map(({ month, deadline, body }) => [month, String(deadline), String(body)]),
    );
  });

  test('show the tasks that are filtered', async () => {
    const page = await browser.open(file, 'tab=charts');
    await filterBy(page, 'q', '没有这样的任务');
    expect(await page.locator('figure.chart .empty').count()).toBe(3);
    await page.locator('.reset').click();
    expect(await page.locator('.timeline a').count()).toBeGreaterThan(5);
  });
});
