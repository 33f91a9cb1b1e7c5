import type { Model } from '@openai/agents';

/** Where and how to ask a model. */
export type ModelConnection = {
  /** The API it speaks. */
  readonly kind: 'openai' | 'openai-compatible' | 'anthropic' | 'google';
  /** The name its provider gives it. */
  readonly model: string;
  /** Undefined: the server takes none. */
  readonly apiKey: string | undefined;
  /** Undefined: the kind's own address. */
  readonly baseUrl: string | undefined;
};

/** Local servers take any key, but the clients insist on one. */
const noKey = 'none';

/**
 * Connects to a model; each kind's SDK is loaded with its first connection. No client retries by itself: the caller
 * does, with caps.
 *
 * @throws TypeError for `openai-compatible` without an address.
 */
export async function connectModel(connection: ModelConnection): Promise<Model> {
  const { kind, model, apiKey = noKey, baseUrl } = connection;
  const address = baseUrl === undefined ? {} : { baseURL: baseUrl };
  switch (kind) {
    case 'openai':
      return await connectOpenAi(connection);
    case 'openai-compatible':
      if (baseUrl === undefined) throw new TypeError('An OpenAI-compatible server needs a base URL.');
      return await connectOpenAi(connection);
    case 'anthropic': {
      const { createAnthropic } = await import('@ai-sdk/anthropic');
      return await adapt(createAnthropic({ apiKey, ...address })(model));
    }
    case 'google': {
      const { createGoogleGenerativeAI } = await import('@ai-sdk/google');
      return await adapt(createGoogleGenerativeAI({ apiKey, ...address })(model));
    }
    default:
      return kind satisfies never;
  }
}

/** OpenAI itself over the Responses API; others over Chat Completions, which every server has. */
async function connectOpenAi({ kind, model, apiKey = noKey, baseUrl }: ModelConnection): Promise<Model> {
  const { OpenAIChatCompletionsModel, OpenAIResponsesModel } = await import('@openai/agents');
  const { OpenAI } = await import('openai');
  const client = new OpenAI({
    apiKey,
    maxRetries: 0,
    // OPENAI_ORG_ID and OPENAI_PROJECT_ID of the environment are for OpenAI only.
    ...(baseUrl === undefined ? {} : { baseURL: baseUrl, organization: null, project: null }),
  });
  return kind === 'openai'
    ? new OpenAIResponsesModel(client, model)
    : new OpenAIChatCompletionsModel(client, model);
}

async function adapt(
  model: Parameters<typeof import('@openai/agents-extensions/ai-sdk').aisdk>[0],
): Promise<Model> {
  const { aisdk } = await import('@openai/agents-extensions/ai-sdk');
  // The adapter is typed without `exactOptionalPropertyTypes`; it is a model of the same SDK.
  return aisdk(model) as Model;
}
