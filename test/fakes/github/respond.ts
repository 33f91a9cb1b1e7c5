import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Answer } from './route.ts';

type Sent = { readonly status: number; readonly json: unknown };

/** Writes an answer as GitHub does: lists paged with `Link`, an `ETag`, 304 when the client has it already. */
export function respond(
  response: ServerResponse,
  answer: Answer,
  { url, headers: common }: { readonly url: URL; readonly headers: Readonly<Record<string, string>> },
): Sent {
  const { status, json, raw, headers } = 'list' in answer ? pageOf(answer, url) : answer;
  if (status === 204) {
    response.writeHead(204, { ...common, ...headers }).end();
    return { status, json: undefined };
  }
  const body = Buffer.from(raw ?? JSON.stringify(json ?? {}));
  const etag = `"${createHash('sha256').update(body).digest('hex')}"`;
  const isKnown =
    status === 200 && response.req.method === 'GET' && response.req.headers['if-none-match'] === etag;
  if (isKnown) {
    response.writeHead(304, { ...common, etag }).end();
    return { status: 304, json: undefined };
  }
  const type =
    raw === undefined ? 'application/json; charset=utf-8' : 'application/vnd.github.raw; charset=utf-8';
  response.writeHead(status, { 'content-type': type, etag, ...common, ...headers }).end(body);
  return { status, json };
}

/** 30 a page, at most 100. */
function pageOf(
  { list, wrap }: Extract<Answer, { list: unknown }>,
  url: URL,
): Exclude<Answer, { list: unknown }> {
  const perPage = Math.min(Number(url.searchParams.get('per_page') ?? 30), 100);
  const page = Number(url.searchParams.get('page') ?? 1);
  const items = list.slice((page - 1) * perPage, page * perPage);
  const last = Math.ceil(list.length / perPage);
  const links = [
    ...(page > 1 ? [link(url, page - 1, 'prev')] : []),
    ...(page < last ? [link(url, page + 1, 'next'), link(url, last, 'last')] : []),
    ...(page > 1 ? [link(url, 1, 'first')] : []),
  ];
  return {
    status: 200,
    json: wrap === undefined ? items : { total_count: list.length, [wrap]: items },
    headers: links.length === 0 ? {} : { link: links.join(', ') },
  };
}

function link(url: URL, page: number, relation: string): string {
  const target = new URL(url);
  target.searchParams.set('page', String(page));
  return `<${target.href}>; rel="${relation}"`;
}
