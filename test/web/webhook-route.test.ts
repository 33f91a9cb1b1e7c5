import { createHmac } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { LogFields, Logger } from '../../src/logger.ts';
import { createHttpServer } from '../../src/web/http-server.ts';
import { createWebhookRoute, type WebhookReceiver, webhookPath } from '../../src/web/webhook-route.ts';

const secret = 'a secret of this test';
const sign = (body: string): string => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

const servers: { close(): unknown }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server whose receiver checks real signatures and does `receive` with what passes. */
async function start(receive: WebhookReceiver['receive']) {
  const lines: string[] = [];
  const logger = recording(lines);
  const verify = async (body: string, signature: string): Promise<boolean> => signature === sign(body);
  const server = createHttpServer([createWebhookRoute({ verify, receive }, logger)], logger);
  servers.push(server);
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, lines };
}

function recording(lines: string[]): Logger {
  const write = (message: string, fields?: LogFields): void => {
    lines.push(JSON.stringify({ message, ...fields }));
  };
  return { debug: write, info: write, warn: write, error: write, child: () => recording(lines) };
}

async function post(
  url: string,
  options: { readonly body: string; readonly headers?: Readonly<Record<string, string | undefined>> },
) {
  const headers = {
    'content-type': 'application/json',
    'x-github-delivery': 'd1',
    'x-github-event': 'ping',
    'x-hub-signature-256': sign(options.body),
    ...options.headers,
  };
  const present = Object.entries(headers).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const response = await fetch(`${url}${webhookPath}`, {
    method: 'POST',
    headers: present,
    body: options.body,
  });
  return { status: response.status, text: await response.text() };
}

describe('the webhook endpoint', () => {
  it('answers 202 once the delivery is stored', async () => {
    const received: unknown[] = [];
    const { url } = await start(async delivery => {
      received.push(delivery);
    });
    expect((await post(url, { body: '{"zen":"x"}' })).status).toBe(202);
    expect(received).toEqual([{ id: 'd1', event: 'ping', payload: { zen: 'x' } }]);
  });

  it.each([
    ['a wrong signature', { 'x-hub-signature-256': 'sha256=00' }, 400],
    ['no signature', { 'x-hub-signature-256': undefined }, 400],
    ['no delivery id', { 'x-github-delivery': undefined }, 400],
    ['no event', { 'x-github-event': undefined }, 400],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ])('refuses %s without handing it on or logging its body', async (_name, headers, status) => {
    let received = 0;
    const { url, lines } = await start(async () => {
      received++;
    });
    const answer = await post(url, { body: '{"private":"payload text"}', headers });
    expect(answer.status).toBe(status);
    expect(received).toBe(0);
    expect(lines.join()).not.toContain('payload text');
  });

  it('refuses a body that is not JSON', async () => {
    const { url } = await start(async () => undefined);
    expect((await post(url, { body: '{' })).status).toBe(400);
  });

  it('refuses a body over 25 MB', async () => {
    const { url } = await start(async () => undefined);
    const status = await post(url, { body: `"${'x'.repeat(25 * 1024 * 1024)}"` }).then(
      answer => answer.status,
      // The server may close the connection before the client has sent everything.
      () => 413,
    );
    expect(status).toBe(413);
  });

  it('answers 500 without the exception’s text when the delivery cannot be stored', async () => {
    const { url, lines } = await start(async () => {
      throw new Error('disk full at /secret/path');
    });
    const answer = await post(url, { body: '{}' });
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('secret');
    expect(lines.join()).not.toContain('secret');
  });

  it('answers 404 elsewhere', async () => {
    const { url } = await start(async () => undefined);
    expect((await fetch(`${url}/`)).status).toBe(404);
    expect((await fetch(`${url}${webhookPath}`)).status).toBe(404);
  });
});
