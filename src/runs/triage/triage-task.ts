import { triage as agent } from '../../agents/triage/agent.ts';
import type { IssueClient } from '../../clients/github/issue-client.ts';
import type { Config } from '../../contracts/config.ts';
import type { RunContext } from '../../contracts/engine.ts';
import type { RepositoryRef } from '../../contracts/run.ts';
import type { LabelProposal } from '../../contracts/triage.ts';
import { createRunBudget } from '../agents/run-budget.ts';
import { type RunParts, repositoryKey } from '../run-parts.ts';
import { createFindDuplicates } from './find-duplicates.ts';
import { proposeWithModel } from './propose-with-model.ts';
import { type Triaged, type TriageTools, triageIssue } from './triage-issue.ts';

/** An issue that the App is to look at. */
export type TriageTarget = {
  readonly repository: RepositoryRef;
  readonly installationId: number;
  readonly issue: number;
};

/** Triages one issue in the App; runs of the same issue come one after the other. */
export async function runTriage(
  context: RunContext,
  target: TriageTarget,
  parts: RunParts,
): Promise<Triaged & { readonly enabled: boolean }> {
  const { repository, installationId, issue } = target;
  const key = repositoryKey(repository);
  return await parts.oneAtATime(`${key}#${issue}/triage`, async () => {
    const client = await parts.issues.clientFor(installationId, repository);
    const snapshot = await client.issueSnapshot(issue);
    const { config } = await parts.loadPolicy({
      installationId,
      owner: repository.owner,
      text: snapshot.policyText,
    });
    const triaged = await triageIssue(
      context,
      { repository, snapshot },
      toolsOf(context, { target, client, config }, parts),
    );
    await audit(context, { target, triaged }, parts);
    return { ...triaged, enabled: config.triage.enabled };
  });
}

type Read = { readonly target: TriageTarget; readonly client: IssueClient; readonly config: Config };

function toolsOf(context: RunContext, read: Read, parts: RunParts): TriageTools {
  const { target, client, config } = read;
  const { redact } = parts.issues;
  const repository = repositoryKey(target.repository);
  const key = { repository, issue: target.issue };
  return {
    client,
    config,
    serverUrl: parts.serverUrl,
    redact,
    memory: {
      read: () => parts.store.issues.memory(key),
      write: memory => parts.store.issues.remember(key, memory),
    },
    propose: question => proposals(context, { ...read, question }, parts),
    duplicates: async (issue, policy) => {
      const embed = await parts.issues.embedder(policy);
      const { signal } = context;
      const { logger } = parts;
      const find = createFindDuplicates({
        repository,
        client,
        store: parts.store.issues,
        redact,
        embed,
        signal,
        logger,
      });
      return await find(issue, policy);
    },
  };
}

async function proposals(
  context: RunContext,
  { target, config, question }: Read & { readonly question: Parameters<TriageTools['propose']>[0] },
  parts: RunParts,
): Promise<readonly LabelProposal[]> {
  const { repository, installationId, issue } = target;
  const { budget } = config.model;
  const runId = context.request.id;
  const actor = context.request.actor.login;
  const money = { runId, repository: repositoryKey(repository), issue, actor, budget };
  const { runAgent, close } = await parts.agents.compose({
    config,
    agents: [agent],
    documents: {},
    toolNames: [],
    budget: createRunBudget(money, { spending: parts.store.spending, now: parts.now }),
  });
  try {
    return await proposeWithModel(question, {
      runAgent,
      context: {
        runId,
        actor,
        entry: 'app',
        installationId,
        repository: { owner: repository.owner, name: repository.name },
        pullRequest: undefined,
        issue,
        environment: undefined,
        region: undefined,
      },
      options: {
        signal: context.signal,
        journal: context,
        // Without tools there is nothing to approve.
        approvals: { take: async () => undefined, rejection: async () => undefined },
      },
      costUsd: budget.perRunUsd,
    });
  } finally {
    await close();
  }
}

async function audit(
  context: RunContext,
  { target, triaged }: { readonly target: TriageTarget; readonly triaged: Triaged },
  parts: RunParts,
): Promise<void> {
  if (triaged.outcome === 'nothing') return;
  await context.step('audit', async () => {
    await parts.store.audit.append({
      at: parts.now().toISOString(),
      runId: context.request.id,
      repository: repositoryKey(target.repository),
      actor: context.request.actor.login,
      action: 'issue.triaged',
      details: { issue: target.issue, labels: triaged.labels.join(', '), security: triaged.security },
    });
    return true;
  });
}
