/** Half-width digits, letters, punctuation and spaces made full-width. Markup (tags, LaTeX, Markdown) is no text: it stays. */
import { wordsDress } from './dress.js';

const MARKUP = /(<\/?[a-z]+>|\$[^$\n]*\$|^#+ |^[|:\- ]+$|\|)/gim;

const widened = (characters: RegExp) => (text: string) =>
  text
    .split(MARKUP)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(characters, (character) =>
            character === ' ' ? '\u3000' : String.fromCharCode(character.charCodeAt(0) + 0xfee0),
          ),
    )
    .join('');

export const fullWidth = [
  wordsDress('full-width digits', widened(/[0-9]/g)),
  wordsDress('full-width digits and letters', widened(/[0-9A-Za-z]/g)),
  wordsDress('full-width all', widened(/[ -~]/g)),
];
