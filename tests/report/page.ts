/** What tests do on a page, and read off it. */
import type { Locator, Page } from 'playwright-core';

/** The number in "391 项任务中的 12 项" or "共 391 项任务". */
export async function shownCount(page: Page): Promise<number> {
  const text = (await page.locator('.shown').textContent()) ?? '';
  const numbers = [...text.matchAll(/\d+/g)].map(([number]) => Number(number));
  return numbers.at(-1) ?? Number.NaN;
}

/** Types into a field of the filters. */
export async function filterBy(page: Page, field: string, value: string): Promise<void> {
  const input = page.locator(`.field.${field} input, .field.${field} select`);
  if (await input.evaluate((element) => element instanceof HTMLSelectElement)) await input.selectOption(value);
  else await input.fill(value);
}

/** The marks that flash, as text without white space. */
export async function flashed(page: Page): Promise<string> {
  await page.locator('.text .flash').first().waitFor();
  const pieces = await page.locator('.text .flash').allTextContents();
  return pieces.join('').replace(/\s+/g, '');
}

/** Whether an element lies, at least in part, inside the box that scrolls it. */
export async function isInView(page: Page, element: Locator, scroller: string): Promise<boolean> {
  const [inner, outer] = [await element.first().boundingBox(), await page.locator(scroller).boundingBox()];
  if (!inner || !outer) return false;
  return inner.y + inner.height > outer.y && inner.y < outer.y + outer.height && inner.x < outer.x + outer.width;
}

/** Texts of a column of the rows drawn, from the top. */
export async function columnTexts(page: Page, column: string): Promise<string[]> {
  return page.locator(`#grid .rows .row .cell.${column}`).allTextContents();
}
