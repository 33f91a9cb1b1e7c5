import { readFileSync } from 'node:fs';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { mergeConfigs, parseConfig } from '../../src/config/index.ts';
import { type ModelEnvironment, resolveModel } from '../../src/config/resolve-model.ts';
import { temporaryFolder } from '../cli/run-cli.ts';
import { devops } from '../cli/run-in-process.ts';
import { startFakeModel } from '../fakes/model/index.ts';

/** The code blocks of a page in one language. */
function blocksOf(page: string, language: string): readonly string[] {
  const tokens = marked.lexer(readFileSync(page, 'utf8'));
  return tokens.flatMap(token =>
    token.type === 'code' && token['lang'] === language ? [String(token['text'])] : [],
  );
}

function resolve(text: string, name: string | undefined, environment: Partial<ModelEnvironment>) {
  const { written, errors } = parseConfig(text, { file: 'x', ruleIds: [] });
  expect(errors).toEqual([]);
  const { config } = mergeConfigs({ repository: written, severityOf: () => undefined });
  return resolveModel(name, config, { variables: {}, storedKeys: {}, shared: false, ...environment });
}

describe('docs/agents.md', () => {
  const shell = blocksOf('docs/agents.md', 'sh').join('\n');

  it('shows a first run that works, and its trace', async () => {
    const fake = await startFakeModel();
    fake.answer = () =>
      JSON.stringify({ status: 'healthy', summary: 'Fine.', signals: [], next: [], gaps: [] });
    const { name, input } =
      /^npx devops agents run (?<name>\S+) "(?<input>[^"]+)"$/m.exec(shell)?.groups ?? {};
    const environment = {
      DATA_DIR: temporaryFolder(),
      OPENAI_API_KEY: fake.apiKey,
      OPENAI_BASE_URL: fake.baseUrl,
      DEVOPS_MODEL: /DEVOPS_MODEL=(?<model>\S+)/.exec(shell)?.groups?.['model'] ?? '',
    };
    const ran = await devops(['agents', 'run', name ?? '', input ?? ''], environment);
    const listed = await devops(['traces', 'list'], environment);
    await fake.close();
    expect(ran).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('openai/gpt-5.6: 1 requests') });
    expect(listed.stdout).toContain('monitoring  completed');
  });

  it('shows a configuration whose models are found, with their prices', () => {
    const [text = ''] = blocksOf('docs/agents.md', 'yaml');
    const variables = { ANTHROPIC_API_KEY: 'a-key-of-these-tests' };
    expect(resolve(text, undefined, { variables })).toMatchObject({
      target: { name: 'lab/llama-3.3-70b', price: { inputUsdPerMillion: 0 }, maxInputTokens: 100_000 },
    });
    expect(resolve(text, 'claude/claude-sonnet-5', { variables })).toMatchObject({
      target: { kind: 'anthropic', price: { outputUsdPerMillion: 15 } },
    });
    expect(resolve(text, 'anthropic/claude-sonnet-5', { variables }).kind).toBe('model');
  });

  it('shows how a key is paired with an address', () => {
    const DEVOPS_PROVIDER_URLS = /DEVOPS_PROVIDER_URLS=(?<pairs>\S+)/.exec(shell)?.groups?.['pairs'] ?? '';
    const address = DEVOPS_PROVIDER_URLS.split('=')[0] ?? '';
    const text = `providers: { vllm: { kind: openai-compatible, base-url: '${address}', api-key-env: VLLM_API_KEY } }`;
    const variables = { VLLM_API_KEY: 'a-key-of-these-tests' };
    expect(resolve(text, 'vllm/m', { variables, shared: true }).kind).toBe('missing');
    expect(
      resolve(text, 'vllm/m', { variables: { ...variables, DEVOPS_PROVIDER_URLS }, shared: true }).kind,
    ).toBe('model');
  });
});

describe('docs/security-model.md', () => {
  it('shows a file that directs a key elsewhere, and it has no effect', () => {
    const text = blocksOf('docs/security-model.md', 'yaml').find(block => block.includes('providers:')) ?? '';
    const variables = { OPENAI_API_KEY: 'a-key-of-these-tests' };
    for (const shared of [true, false]) {
      expect(resolve(text, undefined, { variables, shared })).toMatchObject({
        kind: 'missing',
        message: expect.stringContaining('has not said'),
      });
    }
  });
});
