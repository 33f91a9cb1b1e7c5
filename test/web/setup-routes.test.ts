import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { silentLogger } from '../../src/logger.ts';
import { createHttpServer } from '../../src/web/http-server.ts';
import { createSetupRoutes } from '../../src/web/setup-routes.ts';

const servers: { close(): unknown }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function start() {
  const codes: string[] = [];
  const routes = createSetupRoutes({
    manifest: { name: 'agentic-devops', public: true, default_events: ['pull_request'] },
    serverUrl: 'https://github.com',
    setupToken: 'token-of-the-operator',
    complete: async code => {
      codes.push(code);
      return 'https://github.com/apps/agentic-devops';
    },
    logger: silentLogger,
  });
  const server = createHttpServer(routes, silentLogger);
  servers.push(server);
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, codes };
}

const unescape = (html: string): string =>
  html.replace(/&#(\d+);/g, (_whole, code: string) => String.fromCharCode(Number(code)));

describe('the setup page', () => {
  it('registers a private App whose webhook is the address that this server answers', async () => {
    const { url } = await start();
    const html = await (await fetch(`${url}/setup?token=token-of-the-operator`)).text();
    const manifest: unknown = JSON.parse(unescape(/name="manifest" value="([^"]*)"/.exec(html)?.[1] ?? ''));
    expect(manifest).toMatchObject({
      public: false,
      hook_attributes: { url: `${url}/api/github/webhooks` },
      redirect_url: `${url}/setup/complete`,
      default_events: ['pull_request'],
    });
  });

  it('uses the address that a proxy forwards', async () => {
    const { url } = await start();
    const headers = { 'x-forwarded-host': 'devops.example.com', 'x-forwarded-proto': 'https' };
    const html = await (await fetch(`${url}/setup?token=token-of-the-operator`, { headers })).text();
    expect(unescape(html)).toContain('"url":"https://devops.example.com/api/github/webhooks"');
  });

  it.each([
    '/setup',
    '/setup?token=wrong',
    '/setup/complete?code=abc',
    '/setup/complete?code=abc&state=wrong',
  ])('shows nothing to a stranger at %s', async path => {
    const { url, codes } = await start();
    const response = await fetch(`${url}${path}`);
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain('manifest');
    expect(codes).toEqual([]);
  });

  it('exchanges the code once the state is right', async () => {
    const { url, codes } = await start();
    const response = await fetch(`${url}/setup/complete?code=abc123&state=token-of-the-operator`);
    expect(await response.text()).toContain('/apps/agentic-devops/installations/new');
    expect(codes).toEqual(['abc123']);
  });
});
