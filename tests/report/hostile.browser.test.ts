/** Whatever documents say stays text: nothing of it runs, nothing turns the page around. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Place } from '../../src/report/data.js';
import { type Browser, describeInBrowser, launch } from './browser.js';
import { filterBy, flashed } from './page.js';
import { makeLedger, type Reports } from './reports.js';
import { reportOf } from './synthetic.js';

const RUN = 'window.__pwned=1';
const MARKUP = `</script><script>${RUN}</script><img src=x onerror="${RUN}"><svg onload=${RUN}>&lt;b&gt;]]><!--`;

const DOCUMENT = `望川市人民政府办公室关于印发${MARKUP}工作方案的通知

望政办发〔2023〕9号

一、重点任务

1.检查${MARKUP}网站。清理javascript:${RUN}链接，完成率达到90%以上。
牵头单位：市教育局<img src=x onerror=${RUN}>
责任单位：市财政局、"onmouseover=${RUN}局
完成时限：2023年9月底前

2.反转\u202e文字\u202c和\u0000空字符。处理𠮷字后面的市数据局。
牵头单位：市数据局
完成时限：2023年10月底前
`;

describeInBrowser('hostile text', () => {
  let made: Reports;
  let browser: Browser;
  beforeAll(async () => {
    made = await makeLedger({ '<img src=x onerror=window.__pwned=1>.txt': DOCUMENT });
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    made.close();
  });

  test('of a document runs nowhere, and is shown as it stands', async () => {
    const file = await made.report('hostile.html', '--contacts');
    const html = readFileSync(file, 'utf8');
    // Index, one text, the program: nothing of a document made an element.
    expect(html.match(/<script/g)).toHaveLength(3);
    expect(html).not.toMatch(/<(?:img|svg)/);
    const page = await browser.open(file, 'tab=ledger');
    expect(await page.locator('#grid .rows .row').count()).toBeGreaterThan(0);
    expect(await page.locator('.text').textContent()).toContain(MARKUP);
    for (const tab of ['check', 'ledger', 'charts']) {
      await page.locator(`#tab-${tab}`).click();
      await page.locator('.language').click();
    }
    await page.locator('#tab-ledger').click();
    await filterBy(page, 'q', '<img');
    await filterBy(page, 'unit', `<img src=x onerror=${RUN}>`);
    await page.locator('.reset').click();
    for (const value of await page.locator('#grid .rows .row .value').all()) await value.click();
    for (const button of await page.locator('#card button.value').all()) await button.click();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => Reflect.get(window, '__pwned'))).toBeUndefined();
    expect(await page.locator('img, iframe, object, embed').count()).toBe(0);
    expect(await page.locator('script').count()).toBe(
      await page.evaluate(() => document.querySelectorAll('body > script').length),
    );
    const { errors, requests } = browser.heard();
    expect(errors).toEqual([]);
    expect(requests.filter((url) => !url.startsWith('file:') || url.endsWith('/x'))).toEqual([]);
  });

  test('of the address does not run', async () => {
    const file = await made.report('address.html');
    const page = await browser.open(
      file,
      `q=${encodeURIComponent(MARKUP)}&tab=<script>&task=__proto__&doc=constructor&sort=toString`,
    );
    expect(await page.locator('.field.q input').inputValue()).toBe(MARKUP);
    expect(await page.evaluate(() => Reflect.get(window, '__pwned'))).toBeUndefined();
    expect(browser.heard().errors).toEqual([]);
  });

  test('keeps its marks in place after characters of two units', async () => {
    const page = await browser.open(await made.report('pairs.html'), 'tab=ledger');
    await page.locator('#grid .rows .row').last().locator('.value.lead').click();
    expect(await flashed(page)).toBe('市数据局');
  });

  test('with controls and lone surrogates shows them as ▯, and what stands behind stays in place', async () => {
    const text = '一\u202e二\ud800三\u0000四\u2066五𠮷六目标七';
    const start = text.indexOf('目标');
    const places: Place[] = [
      { kind: 'task', task: 0, spans: [[0, text.length]] },
      { kind: 'target', task: 0, spans: [[start, start + 2]] },
    ];
    const target = {
      text: '目标',
      subject: text,
      comparator: '=' as const,
      value: 1,
      valueHigh: null,
      unit: '\u202e个',
      dueOn: null,
      place: 1,
    };
    const file = made.page(
      'controls.html',
      reportOf(text, places, { targets: [target], title: text, titlePlace: 1 }, text),
    );
    const page = await browser.open(file, 'tab=ledger&task=synthetic%3At1');
    expect(await page.locator('.text').textContent()).toBe('一▯二▯三▯四▯五𠮷六目标七');
    await page.locator('#card button.value.target').click();
    expect(await flashed(page)).toBe('目标');
    await page.locator('#tab-charts').click();
    expect(/[\u202e\u2066]/.test((await page.locator('#app').textContent()) ?? '')).toBe(false);
  });

  test('a policy lets nothing else run or load', async () => {
    const page = await browser.open(await made.report('policy.html'));
    const outcome = await page.evaluate(async () => {
      const script = document.createElement('script');
      try {
        script.textContent = 'window.__pwned = 2';
        document.body.append(script);
      } catch {}
      try {
        document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.__pwned=3">');
      } catch {}
      const fetched = await fetch('https://example.invalid/').then(
        () => 'fetched',
        () => 'refused',
      );
      return { fetched, pwned: Reflect.get(window, '__pwned') };
    });
    expect(outcome).toEqual({ fetched: 'refused', pwned: undefined });
    expect(browser.heard().requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
  });
});
