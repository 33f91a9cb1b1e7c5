import { randomUUID } from 'node:crypto';
import { explainFailure } from '../src/agents/pipeline/explain-failure.ts';
import { createMemoryJournal } from '../src/agents/runtime/memory-journal.ts';
import type { CiAdvice } from '../src/contracts/store.ts';
import { guardrailsFor } from '../src/guardrails/index.ts';
import { withOwnSecrets } from '../src/guardrails/redact-own-secrets.ts';
import type { BlamedFailure } from '../src/results/ci-comment.ts';
import { createSecretGuard } from '../src/results/secret-guard.ts';
import { explainWithModel } from '../src/runs/ci/explain-with-model.ts';
import { composeAgents } from '../src/runtime/compose-run-agent.ts';
import { createToolRegistry } from '../src/tools/registry.ts';
import type { DiagnosedJob } from './diagnosed-job.ts';
import { modelVariables } from './model-variables.ts';

/**
 * Has the job's model explain the first failure that the base branch does not have; undefined where none is configured,
 * the settings turn it off, or the pull request is a fork's: a workflow that its failing one starts has secrets, and a
 * stranger would spend them.
 */
export async function explainInJob(
  job: DiagnosedJob,
  options: { readonly blamed: readonly BlamedFailure[]; readonly pullRequest: number },
): Promise<CiAdvice | undefined> {
  const { inputs, environment, client, secrets } = job;
  const failure = options.blamed.find(({ old }) => !old)?.failure;
  if (failure === undefined) return undefined;
  const snapshot = await client.snapshot(options.pullRequest);
  if (snapshot.fork || snapshot.headSha !== job.target.headSha) return undefined;
  const { config } = await job.loadPolicy({
    installationId: 0,
    owner: environment.owner,
    text: snapshot.policyText,
  });
  if (config.ci.model === 'off' || (inputs.model ?? config.model.name) === undefined) return undefined;
  const check = createSecretGuard(secrets);
  const findSecrets = (value: string): readonly string[] => {
    const decision = check(value);
    return decision.kind === 'allow' ? [] : decision.names;
  };
  const redact = withOwnSecrets((_path, text) => job.redact(text), findSecrets);
  const post = (): Promise<never> => Promise.reject(new Error('No endpoint may be asked.'));
  const { runAgent } = composeAgents({
    config,
    environment: { variables: modelVariables(inputs), storedKeys: {}, shared: false },
    agents: [explainFailure],
    documents: {},
    registry: createToolRegistry([]),
    ports: { guards: [], audit: () => Promise.resolve(), redact: value => redact('tool-output', value) },
    guardrails: (named, ask) =>
      guardrailsFor({ named, parts: { findSecrets, redact, ask, post }, configured: config.guardrails }),
    redact,
    budget: { reserve: () => Promise.resolve({ kind: 'allow' }), settle: () => Promise.resolve() },
    keepTrace: () => Promise.resolve(),
    logger: job.logger,
  });
  const runId = randomUUID();
  const changed = await client.listChangedFiles(options.pullRequest);
  const { explanation, evidence, note } = await explainWithModel(
    { failure, client, changed },
    {
      runAgent,
      options: {
        signal: job.signal,
        journal: createMemoryJournal(runId),
        approvals: { take: async () => undefined, rejection: async () => undefined },
      },
      context: {
        runId,
        actor: 'github-actions',
        entry: 'action',
        installationId: undefined,
        repository: { owner: environment.owner, name: environment.repo },
        pullRequest: options.pullRequest,
        issue: undefined,
        environment: undefined,
        region: undefined,
      },
      costUsd: config.model.budget.perRunUsd,
      redact: job.redact,
    },
  );
  return { fingerprint: failure.fingerprint, explanation, evidence, note };
}
