/** Text as a browser lays it out: white space collapsed, one segment for each line. */
import { type Element, isBlock, isElement, isSilent, keepsLineEnds, type Node, textOf, walk } from './dom.js';

/** White space that HTML collapses; U+00A0 and U+3000 are not among it. */
const COLLAPSIBLE = /[ \t\n\r\f]+/g;
/** An editor's line break between two Chinese characters: a word goes on over it. */
const SOURCE_WRAP = /(?<=[\u2e80-\u9fff\uff00-\uffef])[ \t]*\r?\n[ \t\r\n]*(?=[\u2e80-\u9fff\uff00-\uffef])/g;
const LINE_END = /\r\n|\r|\n/;

export interface Flow {
  text(data: string, keepLineEnds: boolean): void;
  /** Ends the segment: a block boundary or <br>. */
  cut(): void;
}

/** Collects text into trimmed, non-empty segments. &nbsp; becomes a plain space. */
export function createFlow(emit: (segment: string) => void): Flow {
  let parts: string[] = [];
  let endsInSpace = true;
  const add = (data: string): void => {
    let run = data.replace(SOURCE_WRAP, '').replace(COLLAPSIBLE, ' ');
    if (endsInSpace && run.startsWith(' ')) run = run.slice(1);
    if (run === '') return;
    endsInSpace = run.endsWith(' ');
    parts.push(run);
  };
  const cut = (): void => {
    const segment = parts.join('').replaceAll('\u00a0', ' ').trim();
    if (segment !== '') emit(segment);
    parts = [];
    endsInSpace = true;
  };
  return {
    text(data, keepLineEnds) {
      if (!keepLineEnds) return add(data);
      for (const [i, line] of data.split(LINE_END).entries()) {
        if (i > 0) cut();
        add(line);
      }
    },
    cut,
  };
}

/** The text of a subtree on one line: a space for each <br> and each block boundary, none for inline tags. */
export function lineOf(top: Node, skip: (element: Element) => boolean = () => false): string {
  const segments: string[] = [];
  const flow = createFlow((segment) => segments.push(segment));
  let kept = 0;
  walk(top, {
    enter(node) {
      const data = textOf(node);
      if (data !== null) flow.text(data, kept > 0);
      if (!isElement(node)) return undefined;
      if (isSilent(node) || skip(node)) return 'skip';
      if (node.name === 'br' || isBlock(node)) flow.cut();
      if (keepsLineEnds(node)) kept++;
      return undefined;
    },
    leave(element) {
      if (keepsLineEnds(element)) kept--;
      if (isBlock(element)) flow.cut();
    },
  });
  flow.cut();
  return segments.join(' ');
}
