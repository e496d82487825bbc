/** The program and style of the page, which the build bundles from `page/`. */
import { readFileSync } from 'node:fs';

export interface Assets {
  script: string;
  style: string;
}

/** The same place seen from src/ and from dist/. */
const BUILT = new URL('../../dist/report/page/', import.meta.url);

/** @throws Error where nothing was built */
export function readAssets(): Assets {
  const read = (name: string) => readFileSync(new URL(name, BUILT), 'utf8');
  return { script: read('main.js'), style: read('page.css') };
}
