import type { Model } from '@openai/agents';
import type { ModelPrice } from '../../contracts/config.ts';

/** A model that can be asked. */
export type ModelChoice = {
  /** `<provider>/<model>`. */
  readonly name: string;
  readonly price: ModelPrice | undefined;
  /** Most tokens one request may carry in. */
  readonly maxInputTokens: number;
  /** Fields of the request that only this provider's API knows. */
  readonly providerData: Readonly<Record<string, unknown>>;
  /** Whether its provider carries out web and file searches: OpenAI over the Responses API. */
  readonly hostsTools: boolean;
  /** Connects on first use, so that a process that asks no model loads no SDK. */
  readonly connect: () => Promise<Model>;
};

/** Finds a model by what a definition says; undefined asks for the default. */
export type ModelSource = (name: string | undefined) =>
  | { readonly kind: 'model'; readonly model: ModelChoice }
  /** `message` says what is missing and where to set it. */
  | { readonly kind: 'missing'; readonly message: string };
