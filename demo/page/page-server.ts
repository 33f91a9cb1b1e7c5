import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { renderPage, type Scene } from './render-page.ts';
import { styleSheet } from './style-sheet.ts';

/** The page while it is served. */
export type PageServer = { readonly url: string; close(): Promise<void> };

/** Nothing but our own style sheet is loaded, and no script runs whatever a comment says. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

type Answer = { readonly status: number; readonly type: string; readonly text: string };

/** Serves the scenes on a free loopback port: `/` is the last, `/scene/1` the first. */
export async function servePage(options: {
  readonly scenes: readonly Scene[];
  readonly githubUrl: string;
}): Promise<PageServer> {
  const server = createServer((request, response) => {
    send(request, response, answer(request, options));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>(resolve => {
        server.close(() => resolve());
      });
    },
  };
}

function answer(
  request: IncomingMessage,
  { scenes, githubUrl }: { readonly scenes: readonly Scene[]; readonly githubUrl: string },
): Answer {
  // A foreign name that resolves to loopback must not read the page (DNS rebinding).
  if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(request.headers.host ?? ''))
    return plain(421, 'Unknown host');
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'Only GET');
  const path = request.url ?? '/';
  if (path === '/style.css') return { status: 200, type: 'text/css; charset=utf-8', text: styleSheet };
  const number =
    path === '/' ? scenes.length : Number(/^\/scene\/(?<number>\d{1,3})$/.exec(path)?.groups?.['number']);
  if (!(number >= 1 && number <= scenes.length)) return plain(404, 'Not found');
  return { status: 200, type: 'text/html; charset=utf-8', text: renderPage(scenes, number, githubUrl) };
}

function plain(status: number, text: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', text: `${text}\n` };
}

function send(request: IncomingMessage, response: ServerResponse, { status, type, text }: Answer): void {
  response
    .writeHead(status, { ...headers, 'content-type': type, 'content-length': Buffer.byteLength(text) })
    .end(request.method === 'HEAD' ? undefined : text);
}
