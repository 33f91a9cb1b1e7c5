import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HostRules, permit } from '../../../src/clients/outside/host-rules.ts';
import { createOutsideHttp, type OutsideAnswer } from '../../../src/clients/outside/outside-http.ts';
import { createPostJson } from '../../../src/clients/outside/post-json.ts';
import { isPublicAddress } from '../../../src/clients/outside/public-address.ts';

describe('a public address', () => {
  it.each(['8.8.8.8', '1.1.1.1', '140.82.121.6', '2606:4700:4700::1111', '2a00:1450:4001::200e'])(
    'is %s',
    address => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.192',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    '2001:db8::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    'localhost',
    '',
    '127.1',
    '0x7f000001',
  ])('is not %s', address => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it('is none of the private ranges, wherever in them', () => {
    const octet = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(
        fc.constantFrom('10', '127', '169.254', '192.168', '172.20'),
        octet,
        octet,
        octet,
        (range, a, b, c) => {
          const address = [...range.split('.'), a, b, c].slice(0, 4).join('.');
          expect(isPublicAddress(address)).toBe(false);
          expect(isPublicAddress(`::ffff:${address}`)).toBe(false);
        },
      ),
    );
  });
});

describe('an address of a tool', () => {
  const rules: HostRules = {
    hosts: ['api.example.com', 'api.example.com:8443'],
    privateHosts: ['metrics.internal:9090'],
  };
  const resolving =
    (...addresses: string[]) =>
    () =>
      Promise.resolve(addresses.map(address => ({ address, family: address.includes(':') ? 6 : 4 })));
  const decide = async (url: string, ...addresses: string[]): Promise<string> => {
    const permitted = await permit(new URL(url), rules, resolving(...addresses));
    return permitted.kind === 'refused' ? permitted.code : permitted.kind;
  };

  it.each([
    ['https://api.example.com/x', ['8.8.8.8'], 'permitted'],
    ['https://API.example.com:443/x', ['8.8.8.8'], 'permitted'],
    ['https://api.example.com:8443/x', ['8.8.8.8'], 'permitted'],
    ['http://metrics.internal:9090/x', ['10.0.0.5'], 'permitted'],
    ['http://api.example.com/x', ['8.8.8.8'], 'not-https'],
    ['https://api.example.com:22/x', ['8.8.8.8'], 'host-not-allowed'],
    ['https://api.example.com.evil.example/', ['8.8.8.8'], 'host-not-allowed'],
    ['https://evil.example/?api.example.com', ['8.8.8.8'], 'host-not-allowed'],
    ['https://api.example.com@evil.example/', ['8.8.8.8'], 'host-not-allowed'],
    ['https://api.example.com./', ['8.8.8.8'], 'host-not-allowed'],
    ['ftp://api.example.com/', ['8.8.8.8'], 'not-https'],
    ['file:///etc/passwd', [], 'host-not-allowed'],
    // One private address among several is enough: which one is used is up to the network.
    ['https://api.example.com/', ['8.8.8.8', '127.0.0.1'], 'private-address'],
    ['https://api.example.com/', ['::ffff:169.254.169.254'], 'private-address'],
    ['https://api.example.com/', [], 'unknown-host'],
  ])('%s at %j: %s', async (url, addresses, outcome) => {
    expect(await decide(url, ...addresses)).toBe(outcome);
  });

  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0177.0.0.1/',
    'https://0x7f.1/',
    'https://127.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[fd00:ec2::254]/',
    'https://127。0。0。1/',
  ])('%s is refused even when it is on the list', async url => {
    const listed = { hosts: [new URL(url).host], privateHosts: [] };
    expect(await permit(new URL(url), listed, resolving('8.8.8.8'))).toMatchObject({
      code: 'private-address',
    });
  });
});

describe('a request to the outside', () => {
  let server: Server;
  let port: number;
  const seen: { path: string; host: string | undefined; secret: unknown }[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      const { url: path = '', headers } = request;
      seen.push({ path, host: headers.host, secret: headers['x-secret'] });
      const [, target] = /^\/to\?(.*)$/.exec(path) ?? [];
      if (target !== undefined) response.writeHead(302, { location: decodeURIComponent(target) }).end();
      else if (path === '/loop') response.writeHead(302, { location: '/loop' }).end();
      else if (path === '/large') response.end('x'.repeat(5000));
      else response.writeHead(200, { 'content-type': 'text/plain' }).end(`${request.method} ${path}`);
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.close();
  });

  async function send(
    path: string,
    options: {
      readonly method?: string;
      readonly resolve?: Parameters<typeof createOutsideHttp>[1];
      readonly hosts?: readonly string[];
    } = {},
  ): Promise<OutsideAnswer> {
    const { hosts = ['one.internal', 'two.internal'], resolve = loopback } = options;
    const http = createOutsideHttp(
      { hosts: [], privateHosts: hosts.map(host => `${host}:${port}`) },
      resolve,
    );
    return await http({
      method: options.method ?? 'GET',
      url: new URL(`http://one.internal:${port}${path}`),
      headers: { 'x-secret': 's', accept: '*/*' },
      body: undefined,
      signal: AbortSignal.timeout(5_000),
      maxBytes: 1_000,
    });
  }

  const loopback = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]);

  it('goes to the address that was looked up once, by the host’s name', async () => {
    let lookups = 0;
    const rebinding = () => {
      lookups += 1;
      // A second look-up would lead elsewhere.
      return Promise.resolve([{ address: lookups === 1 ? '127.0.0.1' : '127.0.0.66', family: 4 }]);
    };
    expect(await send('/hello', { resolve: rebinding })).toMatchObject({ status: 200, body: 'GET /hello' });
    expect(lookups).toBe(1);
    expect(seen.at(-1)?.host).toBe(`one.internal:${port}`);
  });

  it('follows a redirect to an allowed host, without the secret', async () => {
    expect(await send(`/to?${encodeURIComponent(`http://two.internal:${port}/there`)}`)).toMatchObject({
      body: 'GET /there',
    });
    expect(seen.slice(-2).map(({ secret }) => secret)).toEqual(['s', undefined]);
  });

  it.each([
    ['to another host', 'http://evil.example/', 'host-not-allowed'],
    ['to an address inside', 'http://169.254.169.254/latest/', 'host-not-allowed'],
    ['to a file', 'file:///etc/passwd', 'host-not-allowed'],
  ])('follows no redirect %s', async (_name, target, code) => {
    expect(await send(`/to?${encodeURIComponent(target)}`)).toMatchObject({ kind: 'refused', code });
  });

  it('follows no endless redirects and none of a POST', async () => {
    expect(await send('/loop')).toMatchObject({ code: 'redirected' });
    expect(await send('/loop', { method: 'POST' })).toMatchObject({ code: 'redirected' });
  });

  it('reads no more than it is told', async () => {
    expect(await send('/large')).toMatchObject({ kind: 'refused', code: 'answer-too-large' });
  });

  it('fails with a sentence when nobody listens', async () => {
    const nobody = () => Promise.resolve([{ address: '127.0.0.99', family: 4 }]);
    await expect(send('/', { resolve: nobody })).rejects.toThrow('could not be reached');
  });
});

describe('a question to an endpoint', () => {
  const answering = (answer: OutsideAnswer) => createPostJson(() => Promise.resolve(answer));
  const question = {
    url: 'https://guard.example.com/',
    body: { text: 'x' },
    signal: AbortSignal.timeout(1_000),
  };
  const answered = { kind: 'answered', status: 200, headers: {}, body: '{"outcome":"allow"}' } as const;

  it('is answered with JSON', async () => {
    expect(await answering(answered)(question)).toEqual({ outcome: 'allow' });
  });

  it.each([
    ['a refusal', { kind: 'refused', code: 'private-address', message: 'It is inside.' }, 'It is inside.'],
    ['another status', { ...answered, status: 503 }, 'answered 503'],
    ['no JSON', { ...answered, body: '<html>' }, 'JSON'],
  ] as const)('fails with %s', async (_name, answer, message) => {
    await expect(answering(answer)(question)).rejects.toThrow(message);
  });
});
