import type { IssueClient, QuietIssue } from '../../clients/github/issue-client.ts';
import type { RunContext } from '../../contracts/engine.ts';
import type { RepositoryRef } from '../../contracts/run.ts';
import type { StaleConfig } from '../../contracts/triage.ts';
import { answerMarker } from '../../results/answer.ts';
import { renderStaleNotice } from '../../results/stale-notice.ts';
import { type StaleStep, staleStep } from '../../triage/stale-step.ts';
import { type RunParts, repositoryKey } from '../run-parts.ts';

/** Issues that one run changes; the rest is left to the next. */
const maxChanged = 30;

/** Looks at the open issues that were not touched for longest: tells them, closes them, or takes the notice back. */
export async function staleIssues(
  context: RunContext,
  target: { readonly repository: RepositoryRef; readonly installationId: number },
  parts: RunParts,
): Promise<void> {
  const { repository, installationId } = target;
  const key = repositoryKey(repository);
  const client = await parts.issues.clientFor(installationId, repository);
  const policy = await (await parts.clientFor(installationId, repository)).policy();
  const { config } = await parts.loadPolicy({ installationId, owner: repository.owner, text: policy.text });
  const { stale } = config.triage;
  if (stale === undefined) {
    parts.logger.info('No issue is stale: `triage.stale` is not configured', { repository: key });
    return;
  }
  const steps = await context.step('stale', () => planSteps({ key, client, stale }, parts));
  for (const { issue, step } of steps)
    await context.effect(`stale-${issue.number}`, {
      perform: () => carryOut(client, { key, issue, step, stale }, parts),
      // Each write looks at what is there; doing it again changes nothing.
      reconcile: async () => undefined,
    });
}

type Planned = { readonly issue: QuietIssue; readonly step: StaleStep };

async function planSteps(
  { key, client, stale }: { readonly key: string; readonly client: IssueClient; readonly stale: StaleConfig },
  parts: RunParts,
): Promise<readonly Planned[]> {
  const now = parts.now();
  const planned: Planned[] = [];
  for (const issue of await client.quietIssues()) {
    const { staleSince } = await parts.store.issues.memory({ repository: key, issue: issue.number });
    const step = staleStep({ ...issue, staleSince }, stale, now);
    if (step !== 'leave') planned.push({ issue, step });
    if (planned.length >= maxChanged) break;
  }
  return planned;
}

async function carryOut(
  client: IssueClient,
  task: Planned & { readonly key: string; readonly stale: StaleConfig },
  parts: RunParts,
): Promise<StaleStep> {
  const { key, issue, step, stale } = task;
  const memoryKey = { repository: key, issue: issue.number };
  const memory = await parts.store.issues.memory(memoryKey);
  const notice = issue.ownComments.find(({ body }) => body.startsWith(answerMarker('stale')));
  const hasLabel = issue.labels.includes(stale.label);
  if (step === 'close') {
    await client.closeIssue(issue.number);
    await parts.store.issues.remember(memoryKey, { ...memory, staleSince: null });
  } else if (step === 'withdraw') {
    if (notice !== undefined) await client.deleteComment(notice.id);
    if (hasLabel && memory.labelled.includes(stale.label))
      await client.removeLabel(issue.number, stale.label);
    await parts.store.issues.remember(memoryKey, { ...memory, staleSince: null });
  } else {
    const isKnown = (await client.issueSnapshot(issue.number)).labels.some(
      ({ name }) => name === stale.label,
    );
    if (isKnown && !hasLabel) await client.addLabels(issue.number, [stale.label]);
    if (notice === undefined) await client.createComment(issue.number, renderStaleNotice(stale));
    // After our own writes, which count as activity for GitHub.
    await parts.store.issues.remember(memoryKey, {
      ...memory,
      labelled: isKnown && !hasLabel ? [...new Set([...memory.labelled, stale.label])] : memory.labelled,
      staleSince: parts.now().toISOString(),
    });
  }
  return step;
}
