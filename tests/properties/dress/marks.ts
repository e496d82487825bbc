/** Brackets and quotes as OCR reads them. */
import { wordsDress } from './dress.js';

export const marks = [
  wordsDress('« » for 《 》', (text) => text.replaceAll('《', '«').replaceAll('》', '»')),
  wordsDress('straight quotes', (text) => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'")),
];
