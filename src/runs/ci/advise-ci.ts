import { explainFailure } from '../../agents/pipeline/explain-failure.ts';
import type { CiConfig } from '../../contracts/ci.ts';
import type { RunContext } from '../../contracts/engine.ts';
import type { CiFailure } from '../../contracts/store.ts';
import { errorFields } from '../../logger.ts';
import { findCiFixMarker, renderCiFix } from '../../results/ci-fix.ts';
import { createRunBudget } from '../agents/run-budget.ts';
import { type RunParts, repositoryKey } from '../run-parts.ts';
import type { CiTask } from './explain-ci.ts';
import { explainWithModel, type ModelExplanation } from './explain-with-model.ts';

type Target = CiTask & { readonly pullRequest: number };

/**
 * Has a configured model explain the first failure that the default branch does not have, and puts its fix on the line
 * as a suggestion. Never for forks, whose authors would spend somebody else's money. What it says is remembered with the
 * failure; true when the comment has more to say.
 */
export async function adviseCi(
  context: RunContext,
  { task, settings }: { readonly task: Target; readonly settings: CiConfig },
  parts: RunParts,
): Promise<boolean> {
  const asked = await context.step('explanation', () =>
    orNothing(context, parts, () => ask(context, { task, settings }, parts)),
  );
  if (asked === null) return false;
  const { fingerprint, advice } = asked;
  await context.step('explained', async () => {
    const failure = await failureOf(task, parts);
    const { explanation, evidence, note } = advice;
    if (failure !== undefined)
      await parts.store.ci.failed({ ...failure, advice: { fingerprint, explanation, evidence, note } });
    return true;
  });
  const { fix } = advice;
  if (fix !== null && settings.model === 'suggest' && settings.comment !== 'never')
    await suggest(context, { task, fingerprint, fix }, parts);
  return true;
}

/** An explanation that cannot be had takes nothing away. @throws what ends the execution. */
async function orNothing<T>(
  context: RunContext,
  parts: RunParts,
  perform: () => Promise<T>,
): Promise<T | null> {
  try {
    return await perform();
  } catch (error) {
    if (context.signal.aborted) throw error;
    parts.logger.warn('No explanation of a CI failure', {
      runId: context.request.id,
      ...errorFields(error),
    });
    return null;
  }
}

async function failureOf(task: Target, parts: RunParts): Promise<CiFailure | undefined> {
  const repository = repositoryKey(task.repository);
  const open = await parts.store.ci.open({ repository, pullRequest: task.pullRequest });
  return open.find(({ runId }) => runId === task.workflowRun);
}

async function ask(
  context: RunContext,
  { task, settings }: { readonly task: Target; readonly settings: CiConfig },
  parts: RunParts,
): Promise<{ readonly fingerprint: string; readonly advice: ModelExplanation } | null> {
  if (settings.model === 'off') return null;
  const { repository, installationId, pullRequest } = task;
  const found = await failureOf(task, parts);
  const base = await parts.store.ci.open({ repository: repositoryKey(repository), pullRequest: 0 });
  const old = new Set(base.flatMap(({ failures }) => failures.map(({ fingerprint }) => fingerprint)));
  const failure = found?.failures.find(({ fingerprint }) => !old.has(fingerprint));
  // One of the same failure on the same commit is there already.
  if (found === undefined || failure === undefined || found.advice !== null) return null;
  const client = await parts.clientFor(installationId, repository);
  const snapshot = await client.snapshot(pullRequest);
  if (snapshot.fork || snapshot.headSha !== task.headSha) return null;
  const { config } = await parts.loadPolicy({
    installationId,
    owner: repository.owner,
    text: snapshot.policyText,
  });
  if (config.model.name === undefined && parts.reviewer === undefined) return null;
  const runId = context.request.id;
  const actor = context.request.actor.login;
  const { budget } = config.model;
  const money = { runId, repository: repositoryKey(repository), issue: pullRequest, actor, budget };
  const { runAgent, close } = await parts.agents.compose({
    config,
    agents: [explainFailure],
    documents: {},
    toolNames: [],
    budget: createRunBudget(money, { spending: parts.store.spending, now: parts.now }),
  });
  try {
    const changed = await client.listChangedFiles(pullRequest);
    const advice = await explainWithModel(
      { failure, client, changed },
      {
        runAgent,
        options: {
          signal: context.signal,
          journal: context,
          // Without tools there is nothing to approve.
          approvals: { take: async () => undefined, rejection: async () => undefined },
        },
        context: {
          runId,
          actor,
          entry: 'app',
          installationId,
          repository: { owner: repository.owner, name: repository.name },
          pullRequest,
          issue: undefined,
          environment: undefined,
          region: undefined,
        },
        costUsd: budget.perRunUsd,
        redact: parts.ci.redact,
      },
    );
    return { fingerprint: failure.fingerprint, advice };
  } finally {
    await close();
  }
}

/** One review comment per failure; the head is looked at again first, because a suggestion is about its lines. */
async function suggest(
  context: RunContext,
  options: {
    readonly task: Target;
    readonly fingerprint: string;
    readonly fix: NonNullable<ModelExplanation['fix']>;
  },
  parts: RunParts,
): Promise<void> {
  const { task, fingerprint, fix } = options;
  const { repository, installationId, pullRequest, headSha } = task;
  const isThere = async (): Promise<boolean> => {
    const { code } = await parts.code.clientsFor(installationId, repository);
    const threads = await code.reviewThreads(pullRequest);
    return threads.some(({ comment }) => findCiFixMarker(comment.body) === fingerprint);
  };
  await context.effect('ci-suggestion', {
    perform: async () => {
      const clients = await parts.code.clientsFor(installationId, repository);
      const conversation = await clients.repository.conversation(pullRequest);
      if (conversation.headSha !== headSha || (await isThere())) return 'skipped';
      const { path, startLine, endLine: line } = fix;
      await clients.code.createReview({
        pullRequest,
        commitSha: headSha,
        body: '',
        comments: [{ path, startLine, line, body: renderCiFix(fix, fingerprint) }],
      });
      return 'suggested';
    },
    reconcile: async () => ((await isThere()) ? 'suggested' : undefined),
  });
}
