import { createPathFilter, defaultConfig } from '../config/index.ts';
import type { RunContext } from '../contracts/engine.ts';
import type { Dismissal, ReviewResult } from '../contracts/result.ts';
import type { RepositoryRef, Task } from '../contracts/run.ts';
import { publicMessageOf } from '../errors.ts';
import { renderCheckRun } from '../results/check-run.ts';
import { assertNotGivenUp } from './assert-not-given-up.ts';
import { collectChange } from './review/collect-change.ts';
import { emptyResult } from './review/empty-result.ts';
import { createOutsideChecks } from './review/outside/index.ts';
import { ownRulesWarnings } from './review/own-rules.ts';
import { reviewChange } from './review/review-change.ts';
import { reviewCheckName } from './review/review-pull-request.ts';
import { linksOf, type RunParts, repositoryKey } from './run-parts.ts';
import { isTriedAgain } from './tried-again.ts';

/** GitHub's limit for the files of a comparison. */
const maxComparedFiles = 300;

/**
 * Answers the merge queue: the group's change is reviewed by the detectors (its pull requests were reviewed
 * with everything else before), and whatever happens the check is completed, because an unanswered required
 * check stalls the queue.
 */
export async function reviewMergeGroup(
  context: RunContext,
  group: Extract<Task, { kind: 'merge-group' }> & {
    readonly repository: RepositoryRef;
    readonly installationId: number;
  },
  parts: RunParts,
): Promise<void> {
  const client = await parts.clientFor(group.installationId, group.repository);
  const check = await context.effect('check-run', {
    perform: externalId =>
      client.createCheckRun({
        name: reviewCheckName,
        headSha: group.headSha,
        externalId,
        title: 'Reviewing the merge group',
        summary: 'The security review of this merge group is under way.',
      }),
    reconcile: externalId => client.findCheckRun({ headSha: group.headSha, externalId }),
  });
  const result = await context.step('review', () => resultOf(context, group, parts));
  const rendered = renderCheckRun(result, linksOf(group.repository, parts));
  await context.effect('check-run-completed', {
    perform: async () => {
      const [annotations = [], ...furtherAnnotations] = rendered.annotations;
      const { title, summary, text } = rendered;
      const output = { title, summary, text, annotations };
      // No buttons: there is no pull request that a dismissal would belong to.
      await client.completeCheckRun({
        id: check.id,
        conclusion: rendered.conclusion,
        output,
        furtherAnnotations,
        actions: [],
      });
      return true;
    },
    reconcile: async () => undefined,
  });
}

async function resultOf(
  context: RunContext,
  group: Extract<Task, { kind: 'merge-group' }> & {
    readonly repository: RepositoryRef;
    readonly installationId: number;
  },
  parts: RunParts,
): Promise<ReviewResult> {
  try {
    assertNotGivenUp(context);
    const client = await parts.clientFor(group.installationId, group.repository);
    const { text, ownRules } = await client.policy();
    const own = await parts.loadOwnRules(ownRules);
    const { config, warnings } = await parts.loadPolicy({
      installationId: group.installationId,
      owner: group.repository.owner,
      text,
    });
    const listed = await client.compareFiles(group.baseSha, group.headSha);
    const cut = listed.length >= maxComparedFiles;
    const change = await collectChange(client, {
      listed,
      // One more than was listed says that the comparison may have been cut, without knowing by how much.
      changedFiles: cut ? listed.length + 1 : listed.length,
      baseSha: group.baseSha,
    });
    return await reviewChange({
      change,
      headSha: group.headSha,
      baseSha: group.baseSha,
      title: '',
      body: '',
      config,
      warnings: [...warnings, ...ownRulesWarnings(own)],
      own: { rules: own.rules, load: parts.loadOwnRules },
      dismissals: await dismissalsOf(group, parts),
      previouslyOpen: [],
      isExcluded: createPathFilter(config.review.exclude),
      analyser: parts.analyser,
      outside: createOutsideChecks({ github: client, queryOsv: parts.queryOsv }),
      reviewer: undefined,
      budgetUsd: 0,
      ruleIds: parts.ruleIds,
      now: parts.now,
      signal: context.signal,
    });
  } catch (error) {
    if (isTriedAgain(error, context)) throw error;
    return emptyResult({
      outcome: 'failed',
      headSha: group.headSha,
      failOn: defaultConfig.review.failOn,
      reason: publicMessageOf(error),
    });
  }
}

/**
 * What was dismissed on the pull request must not fail its merge. GitHub names the queue's branches
 * `gh-readonly-queue/<base>/pr-<number>-<sha>`, one per queued pull request, with its predecessor as base.
 */
async function dismissalsOf(
  group: { readonly repository: RepositoryRef; readonly headRef: string },
  parts: RunParts,
): Promise<readonly Dismissal[]> {
  const number = /\/pr-(?<number>\d+)-[0-9a-f]+$/.exec(group.headRef)?.groups?.['number'];
  if (number === undefined) return [];
  return await parts.store.dismissals.list({
    repository: repositoryKey(group.repository),
    pullRequest: Number(number),
  });
}
