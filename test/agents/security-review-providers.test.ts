import { afterAll, beforeAll, expect, it } from 'vitest';
import { runAgent } from '../../src/agents/security-review/run-agent.ts';
import { connectModel } from '../../src/clients/connect-model.ts';
import { type FakeModel, startFakeModel } from '../fakes/model/index.ts';

let fake: FakeModel;
beforeAll(async () => {
  fake = await startFakeModel();
});
afterAll(() => fake.close());

/** Names that the adapters know: what they send depends on the model. */
const models = {
  openai: 'gpt-5.6',
  'openai-compatible': 'llama-3.3-70b',
  anthropic: 'claude-sonnet-4-5',
  google: 'gemini-3-pro',
} as const;

it.each(['openai', 'openai-compatible', 'anthropic', 'google'] as const)(
  'the reviewer asks a model of %s as agents do, without tools',
  async kind => {
    const baseUrl = kind === 'google' ? fake.googleBaseUrl : fake.baseUrl;
    const answer = await runAgent({
      choice: {
        name: kind,
        price: undefined,
        maxInputTokens: 1000,
        providerData: {},
        hostsTools: false,
        connect: () => connectModel({ kind, model: models[kind], apiKey: fake.apiKey, baseUrl }),
      },
      prompt: '{}',
      affordsAnother: () => true,
      wait: async () => undefined,
      signal: new AbortController().signal,
    });
    expect(answer).toMatchObject({ kind: 'answered', usage: { requests: 1, inputTokens: 1000 } });
    expect(fake.requests.at(-1)).toMatchObject({ prompt: '{}', tools: [] });
  },
);
