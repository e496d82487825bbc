/** Notes on what could not be decoded, and U+0000, which SQLite and XML cannot hold, replaced. */
import type { Note } from '../model/model.js';

/** Of many damaged places the first ones are told one by one, the rest in one note. */
const MAX_NOTES = 20;

/** A run of replacement characters: �� */
const BROKEN_RUN = /\uFFFD+/g;
/** A run of U+0000. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: U+0000 is what is looked for
const NUL_RUN = /\u0000+/g;

/** One warning `charset-damaged` for each run of undecodable bytes (at most 20, then a sum); UTF-16 offsets. */
export function damageNotes(text: string, charset: string): Note[] {
  return notesOn(text, BROKEN_RUN, 'charset-damaged', `bytes that are not ${charset}, shown as U+FFFD`);
}

/** Replaces U+0000 by U+FFFD (same length), with a warning `nul-replaced` for each run. */
export function replaceNul(text: string): { text: string; notes: Note[] } {
  if (!text.includes('\u0000')) return { text, notes: [] };
  const notes = notesOn(text, NUL_RUN, 'nul-replaced', 'U+0000 replaced by U+FFFD');
  return { text: text.replaceAll('\u0000', '\uFFFD'), notes };
}

function notesOn(text: string, pattern: RegExp, code: string, message: string): Note[] {
  const notes: Note[] = [];
  let further = 0;
  for (const match of text.matchAll(pattern)) {
    if (notes.length === MAX_NOTES) further++;
    else {
      const end = match.index + match[0].length;
      notes.push({ code, severity: 'warning', message, start: match.index, end });
    }
  }
  if (further > 0) {
    notes.push({ code, severity: 'warning', message: `${further} further places: ${message}`, start: null, end: null });
  }
  return notes;
}
