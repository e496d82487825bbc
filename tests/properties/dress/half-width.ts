/** Full-width letters, digits and punctuation made half-width, three ways. */
import { wordsDress } from './dress.js';

const PUNCTUATION: Readonly<Record<string, string>> = { '“': '"', '”': '"', '‘': "'", '’': "'", '\u3000': ' ' };

function halved(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[“”‘’\u3000]/g, (character) => PUNCTUATION[character] ?? character);
}

export const halfWidth = [
  wordsDress('half-width, 。 kept', halved),
  wordsDress('half-width, 。 to .', (text) => halved(text).replaceAll('。', '.')),
  // NFKC as a tester would call it; ① to ⑳ stay, for NFKC makes them bare digits that nothing tells from the text.
  wordsDress('half-width, NFKC', (text) => text.replace(/[^①-⑳]+/g, (run) => run.normalize('NFKC'))),
];
