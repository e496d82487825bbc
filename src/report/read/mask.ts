/** Contacts made unreadable: each of their characters becomes ■, so that all offsets stay right. */
import type { Span } from '../data.js';

export interface Contact {
  value: string;
  span: Span;
}

export interface Mask {
  /** The document's text without its contacts. */
  text: string;
  /** A value without the contacts that stand inside `spans`, as written or as read. */
  hide(value: string, spans: readonly Span[]): string;
}

/** One ■ for each UTF-16 unit that is not white space: a line break inside a telephone number stays. */
const blackened = (text: string) => text.replace(/\S/g, '■');

const overlap = ([a, b]: Span, [c, d]: Span) => a < d && c < b;

/** What is not a name is unmistakable: it is hidden wherever the document repeats it. */
const isNumberOrAddress = (value: string) => /[\d@]/.test(value);

/** Masks the contacts of a document with the given text. */
export function maskContacts(text: string, contacts: readonly Contact[]): Mask {
  let masked = text;
  const forms = contacts.map(({ value, span }) => {
    const written = text.slice(...span);
    return { span, forms: new Set([written, written.replace(/\s+/g, ''), value].filter((form) => form !== '')) };
  });
  for (const { span } of forms) {
    masked = masked.slice(0, span[0]) + blackened(masked.slice(...span)) + masked.slice(span[1]);
  }
  const everywhere = new Set(forms.flatMap((one) => [...one.forms].filter(isNumberOrAddress)));
  const replaced = (value: string, hidden: Iterable<string>) => {
    let result = value;
    for (const form of hidden) result = result.replaceAll(form, blackened(form));
    return result;
  };
  return {
    text: replaced(masked, everywhere),
    hide: (value, spans) => {
      const inside = forms.filter(({ span }) => spans.some((other) => overlap(span, other)));
      return replaced(replaced(value, everywhere), new Set(inside.flatMap((one) => [...one.forms])));
    },
  };
}
