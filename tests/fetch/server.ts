/** A real HTTP server on loopback, and runs of `taizhang extract` against it. */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { type Ran, workspace } from '../cli/workspace.js';

type Route = string | Uint8Array | RequestListener;

export interface Site {
  /** http://127.0.0.1:port */
  origin: string;
  url(path: string): string;
  /** What each path gives; tests change it between runs. A text is served as 200. */
  routes: Record<string, Route>;
  /** Paths asked for since the last call, robots.txt left out. */
  asked(): string[];
  /** All requests so far. */
  requests: IncomingMessage[];
  /** Most requests under way at the same time. */
  most(): number;
}

/** Serves `routes` until the test is over; what is not among them is 404. */
export async function site(
  routes: Record<string, Route> = {},
  listen: [number, string] = [0, '127.0.0.1'],
): Promise<Site> {
  const requests: IncomingMessage[] = [];
  let seen = 0;
  let now = 0;
  let most = 0;
  const server = createServer((request, response) => {
    requests.push(request);
    now += 1;
    most = Math.max(most, now);
    response.on('close', () => {
      now -= 1;
    });
    const route = routes[request.url ?? ''];
    if (typeof route === 'function') route(request, response);
    else if (route === undefined) response.writeHead(404).end('nothing here');
    else response.end(route);
  });
  await new Promise<void>((resolve) => server.listen(...listen, resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    url: (path) => origin + path,
    routes,
    asked() {
      const paths = requests.slice(seen).map(({ url = '' }) => url);
      seen = requests.length;
      return paths.filter((path) => path !== '/robots.txt').sort();
    },
    requests,
    most: () => most,
  };
}

/** Answers with validators and honours them. */
export function versioned(body: string | Uint8Array, headers: Record<string, string>): RequestListener {
  return (request, response) => {
    const { etag, 'last-modified': modified } = headers;
    const isKnown =
      (etag !== undefined && request.headers['if-none-match'] === etag) ||
      (modified !== undefined && request.headers['if-modified-since'] === modified);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (isKnown) response.writeHead(304).end();
    else response.end(body);
  };
}

/** Answers by the number of the request: the first, the second …, then the last again and again. */
export function inTurn(...routes: RequestListener[]): RequestListener {
  let next = 0;
  return (request, response) => {
    const route = routes[Math.min(next, routes.length - 1)];
    next += 1;
    route?.(request, response);
  };
}

export function status(code: number, headers: Record<string, string> = {}): RequestListener {
  return (_request, response: ServerResponse) => void response.writeHead(code, headers).end();
}

export function redirect(location: string, code = 302): RequestListener {
  return status(code, { location });
}

/** A page with the document `text`, in toy notation where the toy parser reads it. */
export function page(body: string): string {
  return `<!DOCTYPE html><html><head><title>x</title></head><body>${body}</body></html>`;
}

export interface Runs {
  space: ReturnType<typeof workspace>;
  /** `taizhang extract` with short waits, loopback allowed. */
  extract(...args: string[]): Promise<Ran & { summary: Summary }>;
  /** [title, source] of all sources. */
  sources(): unknown[][];
  /** Rows of the state. */
  state(sql: string): unknown[][];
}

interface Summary {
  loaded: number;
  replaced: number;
  unchanged: number;
  skipped: number;
  documents: number;
  failed: { source: string; code: string; message: string }[];
}

export function runs(files: Record<string, string | Uint8Array> = {}): Runs {
  const space = workspace(files);
  return {
    space,
    async extract(...args) {
      const fast = ['--delay', '0', '--retry-wait', '1', '--allow-private', '--json'];
      const ran = await space.run(['extract', ...fast, ...args]);
      return { ...ran, summary: ran.out === '' ? ({} as Summary) : (JSON.parse(ran.out) as Summary) };
    },
    sources: () =>
      space.query('SELECT d.title, s.source FROM sources s JOIN documents d ON d.id = s.document_id ORDER BY s.source'),
    state: (sql) => space.query(sql, 'out/ledger.sqlite.state.sqlite'),
  };
}
