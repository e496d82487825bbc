/** From a value to its place and back: what the report is for. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, describeInBrowser, launch } from './browser.js';
import { filterBy, flashed, isInView, shownCount } from './page.js';
import { makeLedger, type Reports } from './reports.js';

describeInBrowser('a checker', () => {
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

  test('sees first what was not understood, and each entry leads to its place', async () => {
    const page = await browser.open(file);
    expect(await page.locator('[role=tab][aria-selected=true]').textContent()).toContain('待核对');
    const excerpts = made.column<string>("SELECT excerpt FROM not_understood WHERE severity = 'warning'");
    for (let i = 0; i < 8; i += 1) {
      const row = page.locator(`#finding-${i}`);
      await row.click();
      const excerpt = ((await row.locator('.excerpt').textContent()) ?? '').replace(/\s+/g, '');
      expect(excerpts.map((one) => one.replace(/\s+/g, '').slice(0, 80))).toContain(excerpt);
      const found = await flashed(page);
      expect(found.slice(0, 60)).toBe(excerpt.slice(0, 60));
      expect(await isInView(page, page.locator('.text .flash'), '.scroller')).toBe(true);
    }
  });

  test('chooses among the findings by their kind', async () => {
    const page = await browser.open(file);
    const counts = {
      warning: made.column<number>("SELECT count(*) FROM diagnostics WHERE severity = 'warning'")[0],
      name: made.column<number>("SELECT count(*) FROM diagnostics WHERE code LIKE 'unit-un%'")[0],
    };
    for (const [kind, count] of Object.entries(counts)) {
      const chip = page.locator(`.chip.${kind}`);
      await chip.click();
      expect(await chip.locator('b').textContent()).toBe(String(count));
      expect(await page.locator('#finding-0').getAttribute('aria-setsize')).toBe(String(count));
    }
    const unassigned = await page.locator('.chip.unassigned b').textContent();
    await page.locator('#tab-ledger').click();
    await filterBy(page, 'role', 'none');
    expect(await shownCount(page)).toBe(Number(unassigned));
  });

  test('clicks a value and sees its mark', async () => {
    const page = await browser.open(file, 'tab=ledger');
    for (const column of ['lead', 'responsible', 'support', 'due', 'title']) {
      const values = page.locator(`#grid .rows .row .cell.${column} .value:not(.body)`);
      for (let i = 0; i < 4; i += 1) {
        const value = values.nth(i);
        const text = ((await value.textContent()) ?? '').replace(/\s+/g, '');
        await value.click();
        expect(await flashed(page)).toBe(text);
        expect(await isInView(page, page.locator('.text .flash'), '.scroller')).toBe(true);
        expect(await value.evaluate((one) => one.closest('.row')?.getAttribute('aria-selected'))).toBe('true');
      }
    }
  });

  test('steps through all values of a task, each shown in its colour', async () => {
    const page = await browser.open(file, 'tab=ledger');
    await page.locator('#grid .rows .row').nth(1).locator('.value').first().click();
    const buttons = page.locator('#card button.value:not(.finding)');
    for (let i = 0; i < (await buttons.count()); i += 1) {
      const kind = (await buttons.nth(i).getAttribute('class'))?.replace('value ', '') ?? '';
      await buttons.nth(i).click();
      await page.locator('.text .flash').first().waitFor();
      const classes = await page.locator('.text .flash').evaluateAll((all) => all.map((one) => one.className));
      if (kind === 'body') expect(classes.length).toBeGreaterThan(0);
      else
        expect(
          classes.every((one) => one.split(' ').includes(kind)),
          `${kind}: ${classes}`,
        ).toBe(true);
    }
  });

  test('clicks a mark and sees its row, also where filters hid it', async () => {
    const page = await browser.open(file, 'tab=charts');
    const mark = page.locator('.text mark.deadline').nth(2);
    await mark.scrollIntoViewIfNeeded();
    await mark.click();
    const row = page.locator('.row[aria-selected=true]');
    await row.waitFor();
    expect(await row.locator('.cell.due').textContent()).toContain(await mark.textContent());
    expect(await isInView(page, row, '#grid')).toBe(true);
    expect(await page.locator('#tab-ledger').getAttribute('aria-selected')).toBe('true');

    await filterBy(page, 'q', '没有这样的任务');
    expect(await shownCount(page)).toBe(0);
    await page.locator('.text mark.lead').first().click();
    expect(await shownCount(page)).toBe(made.column('SELECT count(*) FROM tasks')[0]);
    await row.waitFor();
    expect(await isInView(page, row, '#grid')).toBe(true);
  });

  test('sees what a document says of itself', async () => {
    const page = await browser.open(file, 'tab=ledger');
    await page.locator('.values summary').click();
    const value = page.locator('.values button.value').first();
    const text = ((await value.textContent()) ?? '').replace(/\s+/g, '');
    await value.click();
    expect(await flashed(page)).toBe(text);
  });

  test('sees contacts where the report has them', async () => {
    const shown = await made.report('contacts.html', '--contacts');
    const [document] = made.column<string>('SELECT document_id FROM contacts LIMIT 1');
    const source = made.column<string>('SELECT source FROM documents ORDER BY source');
    const [own] = made.column<string>('SELECT source FROM documents WHERE id = ?', document ?? '');
    const page = await browser.open(shown, 'tab=ledger');
    await page.locator('.chooser').selectOption(String(source.indexOf(own ?? '')));
    await page.locator('.text mark.contact').first().waitFor();
    const values = made.column<string>('SELECT value FROM contacts WHERE document_id = ?', document ?? '');
    expect(await page.locator('.text mark.contact').allTextContents()).toEqual(values);
  });

  test('nothing was asked of the network, and no page complained', () => {
    const { requests, errors } = browser.heard();
    expect(errors).toEqual([]);
    expect(requests.length).toBeGreaterThan(5);
    expect(requests.filter((url) => !/^file:.*\.html(#|$)/.test(url))).toEqual([]);
  });
});
