import { describe, expect, it } from 'vitest';
import { exampleToken } from '../../../src/detectors/secrets/example-token.ts';
import { secretDetectors } from '../../../src/detectors/secrets/index.ts';
import { analyseText } from '../analyse-text.ts';

const ownRules = new Set(secretDetectors.map(detector => detector.meta.id));
const rulesIn = async (path: string, text: string): Promise<readonly string[]> =>
  (await analyseText(path, text)).map(finding => finding.rule).filter(rule => ownRules.has(rule));
const key = exampleToken('hex', 32);
const unknown = exampleToken('base62', 32);
const stripe = `sk_live_${exampleToken('base62', 24)}`;

describe('a secret that several rules could report', () => {
  it.each([
    { text: `STRIPE_SECRET_KEY=${stripe}\n`, rule: 'stripe-secret-key' },
    { text: `algolia_api_key: ${key}\n`, rule: 'algolia-api-key' },
    { text: `DD_API_KEY="${key}"\n`, rule: 'datadog-key' },
  ])('is reported once, by $rule', async ({ text, rule }) => {
    expect(await rulesIn('config/app.env', text)).toEqual([rule]);
  });
});

describe('a name and its value', () => {
  it.each([
    `internalToken="${unknown}"`,
    `internal_token: ${unknown}`,
    `"internal_token": "${unknown}",`,
    `internalToken := \`${unknown}\``,
    `var internalToken string = "${unknown}"`,
    `const internalToken: string = '${unknown}';`,
    `string internalToken = "${unknown}";`,
    `$internal['token'] = '${unknown}';`,
    `"internalToken" => "${unknown}"`,
    `System.setProperty("INTERNAL_TOKEN", "${unknown}")`,
    `INTERNAL_TOKEN ?= "${unknown}"`,
    `<internalToken>\n    ${unknown}\n</internalToken>`,
    `<add key="InternalToken" value="${unknown}" />`,
    `- name: INTERNAL_TOKEN\n  value: ${unknown}`,
    `run --internal-token ${unknown}`,
    `run --internal-token=${unknown}`,
    `process.env.INTERNAL_TOKEN || '${unknown}'`,
    `{"config.ini": "INTERNAL_TOKEN=${unknown}\\nBACKUP=true"}`,
    `"{\\"internal_token\\": \\"${unknown}\\"}"`,
    `Authorization: Bearer ${unknown}`,
    `ENV INTERNAL_TOKEN=${unknown}`,
    `ENV INTERNAL_TOKEN ${unknown}`,
    `#define INTERNAL_TOKEN "${unknown}"`,
    `set -gx INTERNAL_TOKEN ${unknown}`,
    `string internalToken = @"${unknown}";`,
    `internal_token = b"${unknown}"`,
    `const INTERNAL_TOKEN: &'static str = "${unknown}";`,
    `<key>internalToken</key>\n<string>${unknown}</string>`,
  ])('are recognised in %j', async text => {
    expect(await rulesIn('src/file.txt', `${text}\n`)).toEqual(['generic-secret']);
  });
});

describe('what is no secret', () => {
  it.each([
    { path: 'package-lock.json', text: `{ "lockfileVersion": 3, "packages": {}, "token": "${unknown}" }` },
    { path: 'dist/app.min.js', text: `apiKey="${unknown}"` },
    { path: 'dist/app.js.map', text: `"apiKey":"${unknown}"` },
    { path: 'logo.svg', text: `token="${unknown}"` },
    { path: 'test/login.test.ts', text: `token = "${unknown}"` },
    { path: '.env.example', text: `TOKEN=${unknown}` },
    { path: 'dist/app.js', text: `${'x'.repeat(5000)};apiKey="${unknown}"` },
    { path: 'src/a.ts', text: `integrityHash = "${unknown}"` },
    { path: 'src/a.ts', text: `publicKey = "${unknown}"` },
    { path: 'src/a.ts', text: `csrfToken = "${unknown}"` },
    { path: 'src/a.ts', text: `fakeToken = "${unknown}"` },
    { path: 'src/a.ts', text: `nextToken = "${unknown}"` },
    { path: 'src/a.ts', text: 'clientToken: "550e8400-e29b-41d4-a716-446655440000"' },
    { path: 'src/a.ts', text: `tokenUrl = "https://acme-corp.io/${unknown}"` },
    { path: 'src/a.ts', text: `secretName = "prod/${unknown}"` },
    { path: 'src/a.ts', text: 'const token = await getToken("production-1");' },
    { path: 'src/a.ts', text: 'const token = config.auth.token2026;' },
    { path: 'ci.yml', text: `token: \${{ secrets.DEPLOY_TOKEN_2026 }}` },
    { path: 'main.tf', text: 'token = var.deploy_token_2026' },
    { path: 'src/a.ts', text: `fetch('data:image/png;base64,${exampleToken('base62', 400)}')` },
  ])('raises nothing in $path: $text', async ({ path, text }) => {
    expect(await rulesIn(path, `${text}\n`)).toEqual([]);
  });
});

describe('a token with a checksum', () => {
  it('that does not match is reported as doubtful', async () => {
    const [finding] = await analyseText('src/a.ts', `const t = 'ghp_${exampleToken('base62', 36)}';\n`);
    expect(finding).toMatchObject({ rule: 'github-token', severity: 'medium', confidence: 'low' });
  });
});
