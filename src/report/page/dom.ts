/** Makes elements. The only way in which text reaches the page: as text, never as markup. */

type Child = Node | string | number | null | undefined | false;
type Attribute = string | number | boolean | null | undefined | ((event: never) => void);
export type Attributes = Record<string, Attribute>;

/** Control and bidi characters, lone surrogates: each one unit, shown as ▯ so that they neither hide nor turn text. */
const UNSHOWABLE = /[\p{Cc}\p{Bidi_Control}\p{Cs}]/gu;

/** Text as it may be shown; its length stays. */
export function clean(text: string): string {
  return text.replace(UNSHOWABLE, (character) => {
    if (character === '\n' || character === '\t') return character;
    return character === '\r' ? ' ' : '▯';
  });
}

function fill<E extends Element>(element: E, attributes: Attributes, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name, value as (event: Event) => void);
    else element.setAttribute(name, value === true ? '' : clean(String(value)));
  }
  put(element, ...children);
  return element;
}

/** Appends children; strings as text. */
export function put(parent: Element, ...children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    parent.append(child instanceof Node ? child : clean(String(child)));
  }
}

/** An HTML element. An attribute that is a function listens to the event of that name. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), attributes, children);
}

/** An SVG element. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

/** For what documents say, in whatever language the page speaks: how it is read aloud, and in which glyphs it is shown. */
export const CHINESE = { lang: 'zh-CN' } as const;
