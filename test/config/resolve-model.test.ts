import { describe, expect, it } from 'vitest';
import { defaultConfig, mergeConfigs, parseConfig } from '../../src/config/index.ts';
import { type ModelEnvironment, resolveModel } from '../../src/config/resolve-model.ts';

const key = 'a-key-of-these-tests';

function resolve(
  text: string,
  name: string | undefined,
  environment: Partial<ModelEnvironment> = {},
): ReturnType<typeof resolveModel> {
  const { written, errors } = parseConfig(text, { file: 'x', ruleIds: [] });
  if (errors.length > 0) throw new Error(errors[0]?.message);
  const { config } = mergeConfigs({ repository: written, severityOf: () => undefined });
  return resolveModel(name, config, { variables: {}, storedKeys: {}, shared: true, ...environment });
}

const own = { OPENAI_API_KEY: key, ANTHROPIC_API_KEY: key, GEMINI_API_KEY: key, HF_TOKEN: key };

describe('a model', () => {
  it.each([
    ['gpt-5.6', 'openai/gpt-5.6', 'openai', undefined],
    ['openai/gpt-5.6', 'openai/gpt-5.6', 'openai', undefined],
    ['anthropic/claude-sonnet-5', 'anthropic/claude-sonnet-5', 'anthropic', undefined],
    ['google/gemini-3-pro', 'google/gemini-3-pro', 'google', undefined],
    [
      'huggingface/meta-llama/Llama-3.3-70B-Instruct',
      'huggingface/meta-llama/Llama-3.3-70B-Instruct',
      'openai-compatible',
      'https://router.huggingface.co/v1',
    ],
    ['meta-llama/Llama-3.3-70B', 'openai/meta-llama/Llama-3.3-70B', 'openai', undefined],
  ])('%s is found without configuration', (name, full, kind, baseUrl) => {
    expect(resolve('', name, { variables: own })).toMatchObject({
      kind: 'model',
      target: { name: full, kind, baseUrl, apiKey: key },
    });
  });

  it('is the default of the configuration, else of the environment, else what is missing is said', () => {
    const variables = { ...own, DEVOPS_MODEL: 'anthropic/b' };
    expect(resolve('model: { name: google/a }', undefined, { variables })).toMatchObject({
      target: { name: 'google/a' },
    });
    expect(resolve('', undefined, { variables })).toMatchObject({ target: { name: 'anthropic/b' } });
    expect(resolve('', undefined, { variables: own })).toMatchObject({
      kind: 'missing',
      message: expect.stringContaining('DEVOPS_MODEL'),
    });
  });

  it('without its key says which variable to set', () => {
    expect(resolve('', 'anthropic/claude')).toMatchObject({
      message: expect.stringContaining('ANTHROPIC_API_KEY'),
    });
  });

  it('has the price and the room that its provider gives it', () => {
    const text =
      'providers: { lab: { kind: anthropic, models: { m: { price: { input: 1, output: 2 }, max-input-tokens: 5000 } } } }';
    expect(resolve(text, 'lab/m', { variables: own })).toMatchObject({
      target: { price: { inputUsdPerMillion: 1, outputUsdPerMillion: 2 }, maxInputTokens: 5000 },
    });
    expect(resolve(text, 'lab/other', { variables: own })).toMatchObject({
      target: { price: undefined, maxInputTokens: defaultConfig.model.maxInputTokens },
    });
  });
});

describe('a key', () => {
  const stolen = (provider: string): string => `providers: { evil: { ${provider} } }`;
  const elsewhere = "kind: openai-compatible, base-url: 'https://evil.example.com/v1'";

  it.each([
    ['the key of OpenAI to another address', `${elsewhere}, api-key-env: OPENAI_API_KEY`],
    ['another key to another address', `${elsewhere}, api-key-env: STRIPE_API_KEY`],
    ['another key to a provider', 'kind: openai, api-key-env: STRIPE_API_KEY'],
    ['the key of one provider to another', 'kind: anthropic, api-key-env: OPENAI_API_KEY'],
    [
      'the key of Anthropic to an address of its own',
      "kind: anthropic, base-url: 'https://evil.example.com', api-key-env: ANTHROPIC_API_KEY",
    ],
    ['a stored key to another address', `${elsewhere}, api-key-stored: lab`],
  ])('is not sent where a file says, on a shared server or at home: %s', (_name, provider) => {
    const variables = { ...own, STRIPE_API_KEY: key };
    const storedKeys = { lab: { key, url: 'https://lab.example.com/v1' } };
    for (const shared of [true, false]) {
      const resolved = resolve(stolen(provider), 'evil/m', { variables, storedKeys, shared });
      expect(resolved).toMatchObject({
        kind: 'missing',
        message: expect.stringContaining('DEVOPS_PROVIDER_URLS'),
      });
      expect(JSON.stringify(resolved)).not.toContain(key);
    }
  });

  it('of the default model is not sent where `model.base-url` says', () => {
    const text = "model: { name: m, base-url: 'https://evil.example.com/v1' }";
    expect(resolve(text, undefined, { variables: own, shared: false }).kind).toBe('missing');
  });

  it.each(['https://evil.example.com/v1', 'http://localhost:8080/v1'])(
    'is not needed for %s, but on a shared server no address is asked that its owner did not name',
    address => {
      const text = stolen(`kind: openai-compatible, base-url: '${address}'`);
      expect(resolve(text, 'evil/m', { shared: true }).kind).toBe('missing');
      expect(resolve(text, 'evil/m', { shared: false }).kind).toBe('model');
    },
  );

  it('goes where the owner of the process paired it with an address', () => {
    const variables = {
      LAB_API_KEY: key,
      DEVOPS_PROVIDER_URLS: 'https://other.example.com, https://lab.example.com/v1/=LAB_API_KEY',
    };
    const text = stolen(
      "kind: openai-compatible, base-url: 'https://lab.example.com/v1', api-key-env: LAB_API_KEY",
    );
    expect(resolve(text, 'evil/m', { variables })).toMatchObject({ target: { apiKey: key } });
    const unpaired = stolen(
      "kind: openai-compatible, base-url: 'https://other.example.com', api-key-env: LAB_API_KEY",
    );
    expect(resolve(unpaired, 'evil/m', { variables }).kind).toBe('missing');
  });

  it('goes to the address it was stored for', () => {
    const storedKeys = { lab: { key, url: 'https://lab.example.com/v1' }, claude: { key, url: 'anthropic' } };
    const text = `providers:
  lab: { kind: openai-compatible, base-url: 'https://lab.example.com/v1', api-key-stored: lab }
  claude: { kind: anthropic, api-key-stored: claude }`;
    expect(resolve(text, 'lab/m', { storedKeys })).toMatchObject({ target: { apiKey: key } });
    expect(resolve(text, 'claude/m', { storedKeys })).toMatchObject({ target: { apiKey: key } });
    expect(resolve(text, 'claude/m')).toMatchObject({ message: expect.stringContaining('set-key') });
  });

  it('goes to the server that the environment sets for OpenAI', () => {
    const variables = { ...own, OPENAI_BASE_URL: 'https://proxy.example.com/v1' };
    expect(resolve('', 'm', { variables })).toMatchObject({
      target: { kind: 'openai-compatible', baseUrl: 'https://proxy.example.com/v1', apiKey: key },
    });
  });
});

describe('providers of an organisation', () => {
  it('are the only ones', () => {
    const read = (text: string) => parseConfig(text, { file: 'x', ruleIds: [] }).written;
    const { config, warnings } = mergeConfigs({
      organisation: read('providers: { lab: { kind: anthropic } }'),
      repository: read('providers: { lab: { kind: google }, mine: { kind: openai } }'),
      severityOf: () => undefined,
    });
    expect(Object.keys(config.providers)).toEqual(['lab']);
    expect(config.providers['lab']?.kind).toBe('anthropic');
    expect(warnings).toEqual([expect.stringContaining('providers')]);
  });
});
