/** A list of which only the rows in view are elements. */

export interface VirtualList {
  /** Draws anew: `count` rows. */
  refresh(count: number): void;
  /** Scrolls as little as shows the row. */
  reveal(row: number): void;
  /** Whole rows that fit. */
  page(): number;
}

export interface VirtualOptions {
  /** Scrolls; rows stand below whatever of it comes before `body`. */
  scroller: HTMLElement;
  body: HTMLElement;
  /** Height of the sticky head above the rows. */
  headHeight(): number;
  draw(row: number): HTMLElement;
}

/** Rows drawn above and below what is seen, so that a short way of scrolling shows no gap. */
const MARGIN = 8;

/** The rows that a window shows, with the margin: `first` up to, not including, `end`. */
export function rowWindow(
  top: number,
  height: number,
  rowHeight: number,
  count: number,
): { first: number; end: number } {
  const first = Math.max(0, Math.floor(top / rowHeight) - MARGIN);
  return { first: Math.min(first, count), end: Math.min(count, Math.ceil((top + height) / rowHeight) + MARGIN) };
}

export function virtualList({ scroller, body, headHeight, draw }: VirtualOptions): VirtualList {
  const drawn = new Map<number, HTMLElement>();
  let rows = 0;
  const rowHeight = () => Number.parseFloat(getComputedStyle(body).getPropertyValue('--row')) || 64;
  let height = 64;

  function update(): void {
    const { first, end } = rowWindow(scroller.scrollTop, scroller.clientHeight, height, rows);
    for (const [row, element] of drawn) {
      if (row >= first && row < end) continue;
      element.remove();
      drawn.delete(row);
    }
    for (let row = first; row < end; row += 1) {
      if (drawn.has(row)) continue;
      const element = draw(row);
      element.style.transform = `translateY(${row * height}px)`;
      drawn.set(row, element);
      // In the order of the rows: that is how they are read aloud.
      let next: HTMLElement | null = null;
      for (let behind = row + 1; behind < end && !next; behind += 1) next = drawn.get(behind) ?? null;
      body.insertBefore(element, next);
    }
  }

  function refresh(count: number): void {
    rows = count;
    height = rowHeight();
    body.style.height = `${count * height}px`;
    drawn.clear();
    body.replaceChildren();
    update();
  }

  scroller.addEventListener('scroll', update, { passive: true });
  new ResizeObserver(() => {
    if (scroller.clientHeight === 0) return;
    if (rowHeight() === height) update();
    else refresh(rows);
  }).observe(scroller);

  return {
    refresh,
    reveal: (row) => {
      const top = row * height;
      const room = scroller.clientHeight - headHeight();
      if (top < scroller.scrollTop) scroller.scrollTop = top;
      else if (top + height > scroller.scrollTop + room) scroller.scrollTop = top + height - room;
      update();
    },
    page: () => Math.max(1, Math.floor((scroller.clientHeight - headHeight()) / height)),
  };
}
