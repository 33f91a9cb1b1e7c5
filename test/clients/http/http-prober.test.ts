import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressProblem } from '../../../src/clients/http/address-rules.ts';
import { probeHttp } from '../../../src/clients/http/http-prober.ts';

let server: Server;
let port = 0;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/slow') return;
    if (request.url === '/moved') return void response.writeHead(302, { location: '/ok' }).end();
    if (request.url === '/large') return void response.writeHead(200).end('x'.repeat(200_000));
    response.writeHead(200).end('all is well');
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const ask = (path: string, more: { allowPrivate?: boolean; timeoutMs?: number; host?: string } = {}) =>
  probeHttp({
    url: `http://${more.host ?? '127.0.0.1'}:${port}${path}`,
    allowPrivate: more.allowPrivate ?? true,
    timeoutMs: more.timeoutMs ?? 2_000,
  });

describe('a probe', () => {
  it('gives status and text, cut at 64 KiB', async () => {
    expect(await ask('/ok')).toEqual({ kind: 'answer', status: 200, text: 'all is well' });
    const large = await ask('/large');
    expect(large.kind === 'answer' && large.text.length).toBe(65_536);
  });

  it('follows no redirect', async () => {
    asked.length = 0;
    expect(await ask('/moved')).toMatchObject({ kind: 'answer', status: 302 });
    expect(asked).toEqual(['/moved']);
  });

  it('says why nothing answered', async () => {
    expect(await ask('/slow', { timeoutMs: 50 })).toEqual({
      kind: 'no-answer',
      reason: 'It did not answer within 0.05 seconds.',
    });
    expect(await probeHttp({ url: 'http://127.0.0.1:1/', allowPrivate: true, timeoutMs: 500 })).toEqual({
      kind: 'no-answer',
      reason: 'It refused the connection.',
    });
  });

  it('refuses a private address, also behind a name, before it connects', async () => {
    asked.length = 0;
    expect(await ask('/ok', { allowPrivate: false })).toMatchObject({ kind: 'refused' });
    expect(await ask('/ok', { allowPrivate: false, host: 'localhost' })).toMatchObject({ kind: 'refused' });
    expect(await ask('/ok', { allowPrivate: false, host: '2130706433' })).toMatchObject({ kind: 'refused' });
    expect(await probeHttp({ url: 'ftp://example.com', allowPrivate: true, timeoutMs: 50 })).toMatchObject({
      kind: 'refused',
    });
    expect(asked).toEqual([]);
  });

  it('never asks where clouds hand out credentials', async () => {
    const url = 'http://169.254.169.254/latest/meta-data/';
    expect(await probeHttp({ url, allowPrivate: true, timeoutMs: 50 })).toEqual({
      kind: 'refused',
      reason: '`169.254.169.254` is a link-local address and never asked.',
    });
  });
});

describe('an address', () => {
  it.each([
    ['8.8.8.8', undefined],
    ['2606:4700::1111', undefined],
    ['10.1.2.3', 'private'],
    ['100.64.0.1', 'private'],
    ['127.0.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['172.32.0.1', undefined],
    ['192.168.1.1', 'private'],
    ['0.0.0.0', 'private'],
    ['255.255.255.255', 'private'],
    ['::1', 'private'],
    ['::', 'private'],
    ['::ffff:10.0.0.1', 'private'],
    ['::ffff:a00:1', 'private'],
    ['64:ff9b::a00:1', 'private'],
    ['fd12::1', 'private'],
    ['169.254.169.254', 'metadata'],
    ['::ffff:169.254.169.254', 'metadata'],
    ['fd00:ec2::254', 'metadata'],
    ['fe80::1', 'metadata'],
  ] as const)('%s is %s', (address, problem) => {
    expect(addressProblem(address, false)).toBe(problem);
    expect(addressProblem(address, true)).toBe(problem === 'metadata' ? 'metadata' : undefined);
  });
});
