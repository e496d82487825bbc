/** Search, filters, order, language, colours and keys of the ledger. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Browser, describeInBrowser, launch } from './browser.js';
import { columnTexts, filterBy, flashed, isInView, shownCount } from './page.js';
import { makeLedger, type Reports } from './reports.js';

describeInBrowser('the ledger', () => {
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

  const count = (where: string, ...parameters: string[]) =>
    made.column<number>(
      `SELECT count(*) FROM tasks t JOIN documents d ON d.id = t.document_id WHERE ${where}`,
      ...parameters,
    )[0];

  test('finds two characters wherever a task says them', async () => {
    const page = await browser.open(file, 'tab=ledger');
    for (const word of ['数据', '学校', '税务']) {
      await filterBy(page, 'q', word);
      const like = `%${word}%`;
      const names = `SELECT 1 FROM assignments a JOIN units u ON u.id = a.unit_id WHERE a.task_id = t.id AND (a.name LIKE ? OR u.name LIKE ?)`;
      const view = `SELECT 1 FROM ledger l WHERE l.task_id = t.id AND (coalesce(l.plan, '') || '\n' || coalesce(l.path, '') || '\n'
        || coalesce(l.mandate, '') || '\n' || coalesce(l.section_lead, '') || '\n' || coalesce(l.chief, '')) LIKE ?`;
      const where = `t.body LIKE ? OR t.title LIKE ? OR t.deadline_text LIKE ? OR d.title LIKE ? OR EXISTS (${names}) OR EXISTS (${view})`;
      const expected = count(where, like, like, like, like, like, like, like);
      expect(expected).toBeGreaterThan(0);
      expect(await shownCount(page), word).toBe(expected);
      expect(await page.locator('#grid .rows .hit').first().textContent()).toBe(word);
      expect(await page.locator('#grid').getAttribute('aria-rowcount')).toBe(String((expected ?? 0) + 1));
    }
    await filterBy(page, 'q', '数据 没有这样的词');
    expect(await shownCount(page)).toBe(0);
    expect(await page.locator('#panel-ledger .empty').isVisible()).toBe(true);
  });

  test('filters by body, role, month, document and finding', async () => {
    const page = await browser.open(file, 'tab=ledger');
    const body = '望川市市场监督管理局';
    const named = `EXISTS (SELECT 1 FROM assignments a JOIN units u ON u.id = a.unit_id WHERE a.task_id = t.id AND u.name = ?`;
    await filterBy(page, 'unit', body);
    expect(await shownCount(page)).toBe(count(`${named})`, body));
    await filterBy(page, 'role', 'lead');
    expect(await shownCount(page)).toBe(count(`${named} AND a.role = 'lead')`, body));
    await page.locator('.reset').click();
    expect(await shownCount(page)).toBe(count('1'));

    await filterBy(page, 'role', 'support');
    expect(await shownCount(page)).toBe(
      count(`EXISTS (SELECT 1 FROM assignments a WHERE a.task_id = t.id AND a.role = 'support')`),
    );
    await filterBy(page, 'role', '');
    await filterBy(page, 'month', '2023-09');
    expect(await shownCount(page)).toBe(
      count(`EXISTS (SELECT 1 FROM deadlines l WHERE l.task_id = t.id AND l.due_on LIKE '2023-09-%')`),
    );
    await filterBy(page, 'month', '');
    const [id] = made.column<string>('SELECT document_id FROM tasks GROUP BY 1 ORDER BY count(*) DESC LIMIT 1');
    await filterBy(page, 'doc', id ?? '');
    expect(await shownCount(page)).toBe(count('d.id = ?', id ?? ''));
    const title = made.column<string>('SELECT title FROM documents WHERE id = ?', id ?? '')[0];
    await expect.poll(() => page.locator('.chooser option:checked').textContent()).toBe(title);
    await filterBy(page, 'doc', '');
    await filterBy(page, 'code', 'year-inferred');
    expect(await shownCount(page)).toBe(
      count(`EXISTS (SELECT 1 FROM diagnostics g WHERE g.task_id = t.id AND g.code = 'year-inferred')`),
    );
  });

  test('orders by columns, what is empty last', async () => {
    const page = await browser.open(file, 'tab=ledger');
    const dates = async () => (await columnTexts(page, 'due .date')).filter(Boolean);
    await page.locator('[data-sort=due]').click();
    const ascending = await dates();
    expect(ascending.length).toBeGreaterThan(5);
    expect(ascending).toEqual(ascending.toSorted());
    expect(ascending[0]).toBe(made.column('SELECT min(due_on) FROM tasks')[0]);
    expect(await page.locator('.columnheader, [role=columnheader].due').getAttribute('aria-sort')).toBe('ascending');
    await page.locator('[data-sort=due]').click();
    expect((await dates())[0]).toBe(made.column('SELECT max(due_on) FROM tasks')[0]);
    await page.locator('[data-sort=lead]').click();
    const leads = await page
      .locator('#grid .rows .row')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll('.cell.lead .value.lead')].map((one) => one.textContent).join('、')),
      );
    const collator = new Intl.Collator('zh-CN', { numeric: true });
    expect(leads).toEqual(leads.toSorted(collator.compare));
  });

  test('speaks both languages, and the address remembers which', async () => {
    const page = await browser.open(file, 'tab=ledger');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await page.locator('.language').click();
    expect(await page.locator('h1').first().textContent()).toBe('Ledger check');
    expect(await page.locator('[role=columnheader].lead').textContent()).toContain('Lead');
    expect(page.url()).toContain('lang=en');
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.locator('.language').click();
    expect(await page.title()).toBe('台账核对');
  });

  test('a view can be opened by its address', async () => {
    const [task] = made.rows<{ id: string; n: number }>(
      "SELECT task_id AS id, count(*) AS n FROM assignments WHERE role <> 'chief' AND task_id IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1",
    );
    const page = await browser.open(file, `tab=ledger&task=${encodeURIComponent(task?.id ?? '')}`);
    const row = page.locator('.row[aria-selected=true]');
    await row.waitFor();
    expect(await isInView(page, row, '#grid')).toBe(true);
    expect(
      await page.locator('#card button.value.lead, #card button.value.responsible, #card button.value.support').count(),
    ).toBe(task?.n);
  });

  test('is dark where the system is, or where it is told to be', async () => {
    const page = await browser.open(file, 'tab=ledger');
    const ground = () =>
      page.evaluate(() => getComputedStyle(document.querySelector('.panel.ledger') as Element).backgroundColor);
    const light = await ground();
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.locator('.theme').click();
    expect(page.url()).toContain('theme=light');
    expect(await ground()).toBe(light);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.locator('.theme').click();
    expect(await ground()).toBe(dark);
  });

  test('is used with the keyboard alone', async () => {
    const page = await browser.open(file, 'tab=ledger');
    const { keyboard } = page;
    await keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('grid');
    const selected = () => page.locator('#grid').getAttribute('aria-activedescendant');
    await keyboard.press('ArrowDown');
    await keyboard.press('j');
    await keyboard.press('j');
    await keyboard.press('k');
    expect(await selected()).toBe('row-1');
    expect(await page.locator('#row-1').getAttribute('aria-selected')).toBe('true');
    await keyboard.press('End');
    expect(await selected()).toBe(`row-${(count('1') ?? 0) - 1}`);
    expect(await isInView(page, page.locator('.row[aria-selected=true]'), '#grid')).toBe(true);
    await keyboard.press('Home');
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    const current = page.locator('#card [data-current]');
    expect(await flashed(page)).toBe(((await current.textContent()) ?? '').replace(/\s+/g, ''));
    await keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.closest('#card')?.id)).toBe('card');

    await keyboard.press('/');
    await keyboard.type('数据');
    expect(await shownCount(page)).toBeLessThan(count('1') ?? 0);
    expect(await page.locator('[role=status]').textContent()).toBe(await page.locator('.shown').textContent());
    await keyboard.press('Escape');
    expect(await shownCount(page)).toBe(count('1'));

    await page.locator('#grid').focus();
    await keyboard.press('?');
    expect(await page.locator('dialog').isVisible()).toBe(true);
    await keyboard.press('Escape');
    expect(await page.locator('dialog').isVisible()).toBe(false);
    await keyboard.press(']');
    await page.locator('.text .flash').first().waitFor();
    expect(await page.locator('[role=status]').textContent()).toMatch(/^.+：.+/);

    await keyboard.press('3');
    expect(await page.locator('#panel-charts').isVisible()).toBe(true);
    await page.locator('#tab-charts').focus();
    await keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-check');
    await page.locator('#findings').focus();
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown');
    expect(await page.locator('#findings').getAttribute('aria-activedescendant')).toBe('finding-1');
  });

  test('fits a narrow screen: the list above, the text below', async () => {
    const page = await browser.open(file, 'tab=ledger', { width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.locator('#grid .rows .row').nth(1).locator('.value.lead').first().click();
    const mark = page.locator('.text .flash').first();
    await mark.waitFor();
    expect(await isInView(page, mark, '.scroller')).toBe(true);
    const [list, text] = [await page.locator('#grid').boundingBox(), await page.locator('.scroller').boundingBox()];
    expect((list?.y ?? 0) + (list?.height ?? 0)).toBeLessThanOrEqual(text?.y ?? 0);
    expect(list?.height).toBeGreaterThan(200);
    expect(text?.height).toBeGreaterThan(120);
  });
});
