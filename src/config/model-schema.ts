import { z } from 'zod';
import { providerKinds } from '../contracts/config.ts';
import { defaultConfig } from './default-config.ts';
import { setting } from './setting.ts';

const { model } = defaultConfig;

const usd = z.number().min(0).max(10_000);
const baseUrl = z.url({ protocol: /^https?$/ }).refine(isSafeBaseUrl, {
  message: 'must use https; plain http is accepted for this machine (localhost) only',
});
const apiKeyEnv = z.string().regex(/^[A-Z][A-Z0-9_]*_API_KEY$/);
const price = z.strictObject({
  input: usd.meta({ description: 'US dollars per million input tokens.' }),
  output: usd.meta({ description: 'US dollars per million output tokens.' }),
});

/** `model:` as written. */
export const modelSchema = z.strictObject({
  name: setting(
    z.string().min(1).max(200),
    'The model to ask, by the name its provider gives it. Without one (and without DEVOPS_MODEL) the review is deterministic.',
  ),
  fallback: setting(
    z.string().min(1).max(200),
    'The model that agents ask when theirs fails for good, as `<provider>/<model>`.',
  ),
  'base-url': setting(
    baseUrl,
    'An OpenAI-compatible endpoint, for example a local server. Default: the provider of the key.',
  ),
  'api-key-env': setting(
    apiKeyEnv,
    'Name of the environment variable that holds the key; it must end in _API_KEY, so that no other secret can be named. Never the key itself.',
  ),
  price: setting(price, 'What the model costs, so that budgets can be kept and costs shown.'),
  'max-input-tokens': setting(
    z.int().min(1000).max(2_000_000),
    'Most tokens one request may carry; the least relevant parts are left out beyond it, and listed.',
    model.maxInputTokens,
  ),
  budget: setting(
    z.strictObject({
      'per-run': setting(usd, 'US dollars one review may cost.', model.budget.perRunUsd),
      'per-pull-request': setting(
        usd,
        'US dollars one pull request may cost.',
        model.budget.perPullRequestUsd,
      ),
      'per-day': setting(usd, 'US dollars this repository may cost in one UTC day.', model.budget.perDayUsd),
      'per-actor-per-day': setting(
        usd,
        'US dollars that runs one person asked for may cost in one UTC day.',
        model.budget.perActorPerDayUsd,
      ),
    }),
    'Hard caps on what the model may cost; a review that reaches one is finished without it and says so.',
  ),
});

const providerName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/** One entry of `providers:` as written. */
const providerSchema = z.strictObject({
  kind: z.enum(providerKinds).meta({
    description:
      'The API it speaks. `openai-compatible` stands for Chat Completions: llama.cpp, vLLM, Ollama, the Hugging Face router and others.',
  }),
  'base-url': setting(baseUrl, 'Its address. Default: that of the kind; `openai-compatible` needs one.'),
  'api-key-env': setting(
    apiKeyEnv,
    'Name of the environment variable that holds the key, ending in _API_KEY. Never the key itself.',
  ),
  'api-key-stored': setting(
    providerName,
    'Name of a key that was stored encrypted with `devops providers set-key`.',
  ),
  models: setting(
    z.record(
      z.string().min(1).max(200),
      z.strictObject({
        price: setting(price, 'What the model costs, so that budgets can be kept.'),
        'max-input-tokens': setting(
          z.int().min(1000).max(2_000_000),
          'Most tokens one request may carry. Default: model.max-input-tokens.',
        ),
      }),
    ),
    'Its models by the names it gives them. Others can be asked, at an unknown price.',
  ),
});

/** `providers:` as written. */
export const providersSchema = z.record(providerName, providerSchema);

function isSafeBaseUrl(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
}
