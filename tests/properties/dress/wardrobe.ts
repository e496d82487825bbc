/** Every dress there is. */
import type { Dress } from './dress.js';
import { encodings } from './encodings.js';
import { fullWidth } from './full-width.js';
import { halfWidth } from './half-width.js';
import { lineEnds } from './line-ends.js';
import { marks } from './marks.js';
import { pages } from './page.js';
import { reWrappings } from './re-wrapped.js';
import { roleWords } from './role-words.js';
import { runningHeads } from './running-heads.js';
import { spaced } from './spaced.js';

export const wardrobe: readonly Dress[] = [
  ...halfWidth,
  ...fullWidth,
  ...lineEnds,
  ...encodings,
  ...marks,
  ...roleWords,
  ...spaced,
  ...pages,
  ...reWrappings,
  ...runningHeads,
];
