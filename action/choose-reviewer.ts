import { createAskTyped } from '../src/agents/runtime/ask-typed.ts';
import { createSecurityReviewer } from '../src/agents/security-review/reviewer.ts';
import { connectModel } from '../src/clients/connect-model.ts';
import { defaultConfig } from '../src/config/index.ts';
import { resolveModel } from '../src/config/resolve-model.ts';
import type { TypedModel } from '../src/contracts/ask-typed.ts';
import type { Config } from '../src/contracts/config.ts';
import type { Reviewer } from '../src/contracts/reviewer.ts';
import { detectors } from '../src/detectors/index.ts';
import { AppError } from '../src/errors.ts';
import { createSecretRedactor } from '../src/guardrails/redact-secrets.ts';
import type { Logger } from '../src/logger.ts';
import type { ActionInputs } from './inputs.ts';

/**
 * The agent with the job's own key, or none. The job's owner chose the address, so the configuration's is
 * honoured. A model that was named without a key is told, because somebody expects it to be asked.
 */
export function chooseReviewer(
  inputs: ActionInputs,
  config: Config,
  logger: Logger,
): { readonly reviewer: Reviewer | undefined; readonly notes: readonly string[] } {
  const { source, notes } = chooseModel(inputs, config);
  const redact = createSecretRedactor(detectors);
  return { reviewer: source && createSecurityReviewer({ ...source, redact, logger }), notes };
}

/** The same for what is asked in single questions. */
export function chooseTypedModel(
  inputs: ActionInputs,
  config: Config,
  logger: Logger,
): { readonly model: TypedModel | undefined; readonly notes: readonly string[] } {
  const { source, notes } = chooseModel(inputs, config);
  const redact = createSecretRedactor(detectors);
  return { model: source && { ask: createAskTyped({ ...source, logger }), redact }, notes };
}

type ModelOfJob = Pick<Parameters<typeof createAskTyped>[0], 'model' | 'defaultModel'>;

function chooseModel(
  inputs: ActionInputs,
  config: Config,
): { readonly source: ModelOfJob | undefined; readonly notes: readonly string[] } {
  const name = inputs.model ?? config.model.name;
  const apiKey = inputs['model-api-key'];
  const baseUrl = inputs['model-base-url'] ?? config.model.baseUrl;
  if (name === undefined) return { source: undefined, notes: [] };
  if (apiKey === undefined && inputs['model-base-url'] === undefined) {
    const notes =
      inputs.model === undefined
        ? []
        : [
            'No model was asked: `model` names one, but `model-api-key` is empty. Pass the key from a secret. (Jobs of forks and of Dependabot get no secrets.)',
          ];
    return { source: undefined, notes };
  }
  // The job's key is for whichever provider its model names.
  const variables = {
    OPENAI_API_KEY: apiKey,
    ANTHROPIC_API_KEY: apiKey,
    GEMINI_API_KEY: apiKey,
    HF_TOKEN: apiKey,
    OPENAI_BASE_URL: baseUrl,
  };
  const source = {
    model: async (model: string) => {
      const found = resolveModel(model, defaultConfig, { variables, storedKeys: {}, shared: false });
      if (found.kind === 'model') return await connectModel(found.target);
      throw new AppError({ code: 'no-model', publicMessage: found.message });
    },
    defaultModel: name,
  };
  return { source, notes: [] };
}
