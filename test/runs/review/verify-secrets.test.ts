import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { secretProviders } from '../../../src/clients/secret-providers.ts';
import { createSecretVerifier } from '../../../src/clients/secret-verifier.ts';
import type { Analyser, AnalysisResult, FileToAnalyse } from '../../../src/contracts/analysis.ts';
import type { Severity } from '../../../src/contracts/severity.ts';
import { detectors } from '../../../src/detectors/index.ts';
import { exampleToken } from '../../../src/detectors/secrets/example-token.ts';
import { verifySecrets } from '../../../src/runs/review/verify-secrets.ts';
import { analyseText } from '../../detectors/analyse-text.ts';

let server: Server;
let baseUrls: ReadonlyMap<string, string>;
let requests: IncomingMessage[] = [];
let answer: { readonly status: number; readonly body?: string; readonly location?: string };
beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request);
    if (answer.status === 0) {
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status, answer.location === undefined ? {} : { location: answer.location });
    response.end(answer.body);
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  baseUrls = new Map(secretProviders.map(({ origin }) => [origin, url]));
});
afterAll(() => {
  server.close();
});
beforeEach(() => {
  requests = [];
  answer = { status: 200 };
});

const npmToken = (seed: number): string => `npm_${exampleToken('base62', 36, seed)}`;
const stripeTestKey = `sk_test_${exampleToken('base62', 24)}`;
const githubToken = `github_pat_${exampleToken('base62', 82)}`;
const slackToken = ['xoxb', exampleToken('digits', 12), exampleToken('base62', 24)].join('-');

/** Analyses texts in this thread and verifies what is found. */
async function verified(
  files: Readonly<Record<string, string>>,
  options: { readonly isExcluded?: (path: string) => boolean; readonly reportFrom?: Severity } = {},
): Promise<AnalysisResult> {
  const analyser: Analyser = {
    async analyse(given) {
      const found = await Promise.all(given.map(({ path, text }) => analyseText(path, text)));
      return { findings: found.flat(), notAnalysed: [], filesAnalysed: given.length, bytesAnalysed: 0 };
    },
    close: async () => undefined,
  };
  const given = Object.entries(files).map(
    ([path, text]): FileToAnalyse => ({ path, text, changedLines: 'all' }),
  );
  return await verifySecrets(analyser, {
    verifier: createSecretVerifier({ baseUrls }),
    isExcluded: options.isExcluded ?? (() => false),
    reportFrom: options.reportFrom ?? 'low',
  }).analyse(given, { disabledRules: [] });
}

const say = ({ findings }: AnalysisResult): readonly string[] =>
  findings.map(({ severity, message }) => `${severity}: ${message}`);

describe('a provider', () => {
  it.each(secretProviders.map(provider => [provider.origin, provider] as const))(
    '%s gets exactly the secret that its rules mark, and accepts it',
    async (origin, provider) => {
      expect(origin).toMatch(/^https:\/\/[a-z.]+$/);
      answer = { status: 200, body: '{"ok":true}' };
      let sent = 0;
      for (const rule of provider.rules) {
        const example = detectors.find(({ meta }) => meta.id === rule)?.meta.examples.bad[0]?.text ?? '';
        const token = /"(?<token>[^"]+)"/.exec(example)?.groups?.['token'] ?? '';
        const result = await verified({ 'src/a.py': `# first\r\nx = 1; ${example}` });
        const finding = result.findings.find(found => found.rule === rule);
        expect(finding?.severity).toBe('critical');
        expect(finding?.message).toContain('; verified: the provider accepts it.');
        expect(JSON.stringify(result)).not.toContain(token);
        const request = requests.at(-1);
        expect(request?.url).toBe(provider.path);
        expect(request?.method).toBe(provider.method ?? 'GET');
        expect(request?.headers).toMatchObject(provider.headers(token));
        expect(requests).toHaveLength(++sent);
      }
    },
  );

  it('that refuses lowers the finding by one, but not so far that it is hidden', async () => {
    answer = { status: 401 };
    const words = 'not accepted by the provider (revoked or never valid)';
    const text = `token = "${npmToken(1)}"\n`;
    const [finding] = (await verified({ 'a.py': text })).findings;
    const [plain] = await analyseText('a.py', text);
    expect(plain?.severity).toBe('medium');
    expect(finding).toMatchObject({ severity: 'low', fingerprint: plain?.fingerprint });
    expect(finding?.message).toContain(words);
    expect(say(await verified({ 'a.py': `key = "${stripeTestKey}"\n` }))).toEqual([
      `low: Stripe test key in source; ${words}.`,
    ]);
  });

  it('whose refusal proves little leaves the severity', async () => {
    answer = { status: 401 };
    const [finding] = (await verified({ 'a.py': `token = "${githubToken}"\n` })).findings;
    expect(finding?.severity).toBe('critical');
    expect(finding?.message).toContain('(revoked or never valid); a server of your own was not asked.');
  });

  it.each([
    ['{"ok":true}', 'verified: the provider accepts it'],
    ['{"ok":false,"error":"token_revoked"}', 'not accepted by the provider'],
  ])('that refuses with status 200 is understood: %s', async (body, words) => {
    answer = { status: 200, body };
    const [finding] = (await verified({ 'a.py': `token = "${slackToken}"\n` })).findings;
    expect(finding?.message).toContain(words);
  });

  it.each([
    [{ status: 403 }, 'the answer of registry.npmjs.org (status 403) does not tell'],
    [{ status: 429 }, 'the answer of registry.npmjs.org (status 429) does not tell'],
    [{ status: 500 }, 'the answer of registry.npmjs.org (status 500) does not tell'],
    [{ status: 302, location: '/elsewhere' }, 'the answer of registry.npmjs.org (status 302) does not tell'],
    [{ status: 0 }, 'registry.npmjs.org did not answer'],
  ])(
    'that gives no clear answer (%j) leaves the finding and a gap, and is not followed',
    async (given, why) => {
      answer = given;
      const text = `token = "${npmToken(1)}"\n`;
      const result = await verified({ 'a.py': text });
      expect(result.findings).toEqual(await analyseText('a.py', text));
      expect(result.notAnalysed).toEqual([
        { path: 'a.py', reason: `npm-token in line 1: not verified, ${why}` },
      ]);
      expect(requests).toHaveLength(1);
    },
  );

  it('that answers Slack’s tokens unclearly is no refusal', async () => {
    answer = { status: 200, body: '{"ok":false,"error":"internal_error"}' };
    expect((await verified({ 'a.py': `token = "${slackToken}"\n` })).notAnalysed).toHaveLength(1);
    answer = { status: 200, body: '<html>' };
    expect((await verified({ 'a.py': `token = "${slackToken}"\n` })).notAnalysed).toHaveLength(1);
  });
});

describe('requests', () => {
  it('are one for each secret, and 50 at most', async () => {
    const lines = Array.from({ length: 60 }, (_, index) => `token = "${npmToken(index + 1)}"\n`);
    const text = lines.join('');
    const result = await verified({ 'a.py': text, 'b.py': text.slice(0, lines[0]?.length) });
    expect(requests).toHaveLength(50);
    expect(result.findings.filter(({ severity }) => severity === 'critical')).toHaveLength(51);
    expect(result.notAnalysed).toHaveLength(10);
    expect(result.notAnalysed[0]?.reason).toContain('at most 50 are asked about in one run');
  });

  it('are not repeated to a provider that cannot be reached', async () => {
    answer = { status: 0 };
    const result = await verified({ 'a.py': `a = "${npmToken(1)}"\nb = "${npmToken(2)}"\n` });
    expect(requests).toHaveLength(1);
    expect(result.notAnalysed).toHaveLength(2);
  });

  it('are not made for excluded files, other kinds, or kinds without a harmless call', async () => {
    const admin = `sk-admin-${exampleToken('base62', 60)}`;
    const pypi = detectors.find(({ meta }) => meta.id === 'pypi-token')?.meta.examples.bad[0]?.text ?? '';
    const files = { 'skip/a.py': `a = "${npmToken(1)}"\n`, 'b.py': `b = "${admin}"\n`, 'c.py': pypi };
    const result = await verified(files, { isExcluded: path => path.startsWith('skip/') });
    expect(result.findings.map(({ rule }) => rule)).toEqual([
      'npm-token',
      'openai-project-key',
      'pypi-token',
    ]);
    expect(result.notAnalysed).toEqual([]);
    expect(requests).toEqual([]);
  });

  it('never carry what could end a header', async () => {
    const { verify } = createSecretVerifier({ baseUrls });
    expect(await verify('npm-token', `npm_abcdefgh\r\nhost: example.com`)).toEqual({ kind: 'unsupported' });
    expect(requests).toEqual([]);
  });
});
