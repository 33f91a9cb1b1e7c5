import type { Model } from '@openai/agents';

/** A model of OpenAI or of any server that speaks its API. */
export type ModelOptions = {
  readonly name: string;
  readonly apiKey: string;
  /** Undefined: OpenAI itself, over the Responses API. Otherwise Chat Completions, which every server has. */
  readonly baseUrl: string | undefined;
};

/** Connects to a model; the SDK is loaded on the first call. The client itself never retries: the caller does, with caps. */
export async function createModel(options: ModelOptions): Promise<Model> {
  const { OpenAIChatCompletionsModel, OpenAIResponsesModel } = await import('@openai/agents');
  const { OpenAI } = await import('openai');
  const client = new OpenAI({
    apiKey: options.apiKey,
    maxRetries: 0,
    ...(options.baseUrl === undefined ? {} : { baseURL: options.baseUrl }),
  });
  return options.baseUrl === undefined
    ? new OpenAIResponsesModel(client, options.name)
    : new OpenAIChatCompletionsModel(client, options.name);
}
