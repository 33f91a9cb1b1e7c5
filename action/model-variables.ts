import type { ActionInputs } from './inputs.ts';

/** The job's key is for whichever provider its model names. */
export function modelVariables(inputs: ActionInputs): Readonly<Record<string, string | undefined>> {
  const apiKey = inputs['model-api-key'];
  return {
    DEVOPS_MODEL: inputs.model,
    OPENAI_API_KEY: apiKey,
    ANTHROPIC_API_KEY: apiKey,
    GEMINI_API_KEY: apiKey,
    HF_TOKEN: apiKey,
    OPENAI_BASE_URL: inputs['model-base-url'],
  };
}
