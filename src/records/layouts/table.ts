import type { Row } from '../../blocks/blocks.js';
import type { Compact } from '../../blocks/compact.js';
import type { ClauseContext } from '../clause.js';
import type { Drafts, SectionDraft } from '../draft.js';
export function readTable(_copy: Compact, _rows: readonly Row[], _section: SectionDraft | null, _context: ClauseContext, _drafts: Drafts): void {}
