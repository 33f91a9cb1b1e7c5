import type { Config, ModelPrice, ProviderConfig, ProviderKind } from '../contracts/config.ts';

/** Everything needed to ask one model. Holds the key: never log, store or show it. */
export type ModelTarget = {
  /** `<provider>/<model>`. */
  readonly name: string;
  readonly kind: ProviderKind;
  /** The name the provider gives it. */
  readonly model: string;
  /** Undefined: the kind's own address. */
  readonly baseUrl: string | undefined;
  /** Undefined: the server takes none. */
  readonly apiKey: string | undefined;
  readonly price: ModelPrice | undefined;
  readonly maxInputTokens: number;
};

export type ResolvedModel =
  | { readonly kind: 'model'; readonly target: ModelTarget }
  /** `message` says what is missing and where to set it. */
  | { readonly kind: 'missing'; readonly message: string };

/** A key from the store, bound to the address it was stored for. */
export type StoredKey = { readonly key: string; readonly url: string };

/** What keys and addresses there are, from whoever runs the process. */
export type ModelEnvironment = {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly storedKeys: Readonly<Record<string, StoredKey>>;
  /**
   * Whether others than the process's owner write its configuration: then no address is asked that the owner did not
   * name, on this machine neither.
   */
  readonly shared: boolean;
};

type Provider = ProviderConfig & {
  /** Variables that may hold its key, first found. */
  readonly keyVariables: readonly string[];
};

const builtIn: Readonly<Record<string, Provider>> = {
  openai: builtInOf('openai', ['OPENAI_API_KEY']),
  anthropic: builtInOf('anthropic', ['ANTHROPIC_API_KEY']),
  google: builtInOf('google', ['GEMINI_API_KEY', 'GOOGLE_API_KEY']),
  huggingface: builtInOf(
    'openai-compatible',
    ['HF_TOKEN', 'HUGGINGFACE_API_KEY'],
    'https://router.huggingface.co/v1',
  ),
};

function builtInOf(kind: ProviderKind, keyVariables: readonly string[], baseUrl?: string): Provider {
  return { kind, baseUrl, apiKeyEnv: undefined, apiKeyStored: undefined, models: {}, keyVariables };
}

/**
 * Finds out where and with which key to ask a model.
 *
 * A key only goes where its owner sent it: to its provider's own address, to the address it was stored for, or to one
 * that `DEVOPS_PROVIDER_URLS` pairs it with (`https://vllm.example.com/v1=VLLM_API_KEY`, several separated by commas;
 * without `=` an address that gets no key). A configuration file alone cannot direct a key anywhere.
 *
 * @param name `<provider>/<model>` or a model of the default provider; undefined: the default model.
 */
export function resolveModel(
  name: string | undefined,
  config: Pick<Config, 'model' | 'providers'>,
  environment: ModelEnvironment,
): ResolvedModel {
  const { variables } = environment;
  const wanted = name ?? config.model.name ?? nonEmpty(variables['DEVOPS_MODEL']);
  if (wanted === undefined) return missing(noModel);
  const { providerName, provider, model } = chooseProvider(wanted, config, variables);
  const key = findKey(providerName, provider, environment);
  if (key.kind === 'missing') return key;
  const refused = refuseAddress(providerName, provider, key, environment);
  if (refused !== undefined) return missing(refused);
  const entry = provider.models[model];
  const isDefault = wanted === (config.model.name ?? variables['DEVOPS_MODEL']);
  return {
    kind: 'model',
    target: {
      name: `${providerName}/${model}`,
      kind: provider.kind,
      model,
      baseUrl: provider.baseUrl,
      apiKey: key.value,
      price: entry?.price ?? (isDefault ? config.model.price : undefined),
      maxInputTokens: entry?.maxInputTokens ?? config.model.maxInputTokens,
    },
  };
}

const noModel =
  'No model is configured. Set DEVOPS_MODEL (for example openai/gpt-5.6 or anthropic/claude-sonnet-5) and the provider’s key (OPENAI_API_KEY, ANTHROPIC_API_KEY, GEMINI_API_KEY, HF_TOKEN), or `model: { name: … }` in .github/devops.yml. Everything that needs no model works without.';

function missing(message: string): Extract<ResolvedModel, { readonly kind: 'missing' }> {
  return { kind: 'missing', message };
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

/** Names of models may hold slashes: only what stands before the first one and is a provider's name is one. */
function chooseProvider(
  wanted: string,
  config: Pick<Config, 'model' | 'providers'>,
  variables: ModelEnvironment['variables'],
): { readonly providerName: string; readonly provider: Provider; readonly model: string } {
  const slash = wanted.indexOf('/');
  const prefix = wanted.slice(0, Math.max(0, slash));
  const configured = Object.hasOwn(config.providers, prefix) ? config.providers[prefix] : undefined;
  if (configured !== undefined) {
    const provider = { ...configured, keyVariables: keyVariablesOf(configured) };
    return { providerName: prefix, provider, model: wanted.slice(slash + 1) };
  }
  const known = prefix !== 'openai' && Object.hasOwn(builtIn, prefix) ? builtIn[prefix] : undefined;
  if (known !== undefined) return { providerName: prefix, provider: known, model: wanted.slice(slash + 1) };
  const model = prefix === 'openai' ? wanted.slice(slash + 1) : wanted;
  return { providerName: 'openai', provider: defaultProvider(config, variables), model };
}

function keyVariablesOf({ kind, apiKeyEnv, baseUrl }: ProviderConfig): readonly string[] {
  if (apiKeyEnv !== undefined) return [apiKeyEnv];
  // At an address of its own a server gets a key only when one is named for it.
  if (baseUrl !== undefined) return [];
  return builtIn[kind]?.keyVariables ?? [];
}

/** OpenAI, or the server that stands in for it by `OPENAI_BASE_URL` or `model.base-url`. */
function defaultProvider(
  { model }: Pick<Config, 'model'>,
  variables: ModelEnvironment['variables'],
): Provider {
  const baseUrl = model.baseUrl ?? nonEmpty(variables['OPENAI_BASE_URL']);
  const keyVariables = model.apiKeyEnv === undefined ? ['OPENAI_API_KEY'] : [model.apiKeyEnv];
  return builtInOf(baseUrl === undefined ? 'openai' : 'openai-compatible', keyVariables, baseUrl);
}

type FoundKey = {
  readonly kind: 'key';
  /** Undefined: none is sent. */
  readonly value: string | undefined;
  /** The variable's name, or the address it was stored for. */
  readonly variable: string | undefined;
  readonly storedFor: string | undefined;
};

function findKey(
  providerName: string,
  provider: Provider,
  { variables, storedKeys }: ModelEnvironment,
): FoundKey | Extract<ResolvedModel, { readonly kind: 'missing' }> {
  if (provider.apiKeyStored !== undefined) {
    const stored = Object.hasOwn(storedKeys, provider.apiKeyStored)
      ? storedKeys[provider.apiKeyStored]
      : undefined;
    if (stored === undefined) {
      return missing(
        `The provider ${providerName} uses the stored key ${provider.apiKeyStored}, which is not there. Store it with \`devops providers set-key ${provider.apiKeyStored}\`.`,
      );
    }
    return { kind: 'key', value: stored.key, variable: undefined, storedFor: stored.url };
  }
  const variable = provider.keyVariables.find(name => nonEmpty(variables[name]) !== undefined);
  const value = variable === undefined ? undefined : variables[variable];
  if (value === undefined && provider.kind !== 'openai-compatible') {
    return missing(
      `The provider ${providerName} has no key: set ${provider.keyVariables.join(' or ') || 'api-key-env'}.`,
    );
  }
  return { kind: 'key', value, variable, storedFor: undefined };
}

/** Why an address is not asked; undefined when it may be. */
function refuseAddress(
  providerName: string,
  provider: Provider,
  key: FoundKey,
  { variables, shared }: ModelEnvironment,
): string | undefined {
  const { kind, baseUrl } = provider;
  if (baseUrl === undefined) {
    if (kind === 'openai-compatible')
      return `The provider ${providerName} is openai-compatible and has no base-url.`;
    return isOwnKey(provider, key) ? undefined : refuseKey(providerName, kind, key);
  }
  if (key.storedFor !== undefined)
    return sameAddress(key.storedFor, baseUrl) ? undefined : refuseKey(providerName, baseUrl, key);
  if (isOwners(providerName, baseUrl, key, variables)) return undefined;
  if (isPaired(baseUrl, key.variable, variables['DEVOPS_PROVIDER_URLS'])) return undefined;
  if (!shared && isLoopback(baseUrl)) return undefined;
  if (!shared && key.value === undefined) return undefined;
  return refuseKey(providerName, baseUrl, key);
}

/** An address of ours, or the one that the environment sets for OpenAI, with the key that belongs to it. */
function isOwners(
  providerName: string,
  baseUrl: string,
  { variable }: FoundKey,
  variables: ModelEnvironment['variables'],
): boolean {
  const known = builtIn[providerName];
  const own = known?.baseUrl === baseUrl && (variable === undefined || known.keyVariables.includes(variable));
  const environments =
    sameAddress(baseUrl, variables['OPENAI_BASE_URL'] ?? '') &&
    (variable === undefined || variable === 'OPENAI_API_KEY');
  return own || environments;
}

/** A kind's own address gets the kind's own key, and no other that a file names. */
function isOwnKey({ kind }: Provider, { variable, storedFor }: FoundKey): boolean {
  if (storedFor !== undefined) return storedFor === kind;
  return variable !== undefined && (builtIn[kind]?.keyVariables.includes(variable) ?? false);
}

function refuseKey(providerName: string, address: string, { variable }: FoundKey): string {
  const pair = variable === undefined ? address : `${address}=${variable}`;
  return `The provider ${providerName} is not asked: whoever runs this has not said that ${variable ?? 'a key or request'} may go to ${address}. If it may, set DEVOPS_PROVIDER_URLS=${pair} in the environment.`;
}

function isPaired(baseUrl: string, variable: string | undefined, pairs: string | undefined): boolean {
  return (pairs ?? '').split(',').some(pair => {
    const { url = '', name } = /^(?<url>.*?)(?:=(?<name>[A-Z][A-Z0-9_]*))?$/.exec(pair.trim())?.groups ?? {};
    return url !== '' && sameAddress(url, baseUrl) && name === variable;
  });
}

function sameAddress(a: string, b: string): boolean {
  return a.replace(/\/+$/, '') === b.replace(/\/+$/, '');
}

function isLoopback(url: string): boolean {
  return URL.canParse(url) && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}
