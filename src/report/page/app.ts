/** What every part of the page is made with. */
import type { DocumentText, ReportIndex } from '../data.js';
import type { Store } from './store.js';
import { type Words, wordsIn } from './words/words.js';

export interface App {
  index: ReportIndex;
  store: Store;
  readText(document: number): Promise<DocumentText>;
  /** Says something to a screen reader. */
  say(message: string): void;
  /** Shows a place in the text; null shows the document. */
  goTo(document: number, place: number | null): void;
  /** Selects a task and shows its row. */
  selectTask(task: number, change?: Partial<ReturnType<Store['get']>>): void;
}

/** The words of the language chosen now. */
export function words(app: App): Words {
  return wordsIn(app.store.get());
}
