/** Addresses of documents: one spelling for each, and patterns over them. */

/** Longer links are no addresses of documents, and robots.txt is matched against each. */
const MAX_LENGTH = 2000;

/** %7e, %E4; not after a broken one (%%34%31), which might become whole */
const ESCAPE = /(?<!%[0-9a-f]?)%[0-9a-f]{2}/gi;
/** Letters that need no escape anywhere. */
const UNRESERVED = /^[\w.~-]$/;

/** Escapes as RFC 3986 wants them: %e4 as %E4, %7e as ~. */
function sameEscapes(text: string): string {
  return text.replace(ESCAPE, (escaped) => {
    const letter = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return UNRESERVED.test(letter) ? letter : escaped.toUpperCase();
  });
}

/**
 * The address that `text` means, in its one spelling: host in lower case, default port, dot segments and fragment
 * dropped, escapes alike. null where it is none (or longer than 2,000 characters).
 * @param base what a relative one is relative to
 */
export function toUrl(text: string, base?: URL): URL | null {
  if (text.length > MAX_LENGTH || !URL.canParse(text, base?.href)) return null;
  const url = new URL(text, base);
  url.hash = '';
  const same = sameEscapes(url.href);
  return same.length > MAX_LENGTH ? null : new URL(same);
}

/** Is this input of a command an address rather than a file? */
export function isWebAddress(input: string): boolean {
  return /^https?:\/\//i.test(input);
}

/**
 * A test for addresses: `*` stands for any characters, also none and also `/`; all else for itself; the whole address must
 * match. Chinese may be written as it is. Linear: each piece between stars is looked for once, from left to right.
 */
export function urlPattern(pattern: string): (url: string) => boolean {
  const escaped = sameEscapes(pattern.replace(/[^!-~]+/g, encodeURIComponent));
  const pieces = escaped.split('*');
  const [first = '', ...others] = pieces;
  const last = others.pop();
  return (url) => {
    if (last === undefined) return url === first;
    if (!url.startsWith(first)) return false;
    let at = first.length;
    for (const piece of others) {
      const found = url.indexOf(piece, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    return url.length - last.length >= at && url.endsWith(last);
  };
}
