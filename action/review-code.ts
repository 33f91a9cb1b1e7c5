import { readBundledGrammar } from '../src/analysis/read-bundled-grammar.ts';
import { createSyntaxTrees } from '../src/analysis/syntax-trees.ts';
import type { CodeClient } from '../src/clients/github/code-client.ts';
import type { RepositoryClient } from '../src/clients/github/repository-client.ts';
import type { PolicyLoader } from '../src/config/load-policy.ts';
import type { CodeReviewResult } from '../src/contracts/code-result.ts';
import type { Config } from '../src/contracts/config.ts';
import type { Logger } from '../src/logger.ts';
import { modelUse, reviewEligible } from '../src/policies/index.ts';
import type { KnownSecret } from '../src/results/secret-guard.ts';
import { collectCodeChange } from '../src/runs/code-review/collect-code-change.ts';
import { readDocuments } from '../src/runs/code-review/read-documents.ts';
import { reviewCode } from '../src/runs/code-review/review-code.ts';
import { chooseTypedModel } from './choose-reviewer.ts';
import { codeReviewTitle, reportCode } from './report-code.ts';
import type { Job } from './run.ts';
import { tellFailure } from './tell-failure.ts';

/** A job that reviews code. */
export type CodeJob = Job & {
  readonly client: RepositoryClient;
  readonly code: CodeClient;
  readonly loadPolicy: PolicyLoader;
  readonly secrets: readonly KnownSecret[];
  readonly logger: Logger;
};

/** GitHub lists at most this many files of a comparison. */
const maxComparedFiles = 300;

/** What is compared, and what is known of it beside its files. */
type Subject = {
  readonly config: Config;
  readonly warnings: readonly string[];
  readonly listed: Awaited<ReturnType<RepositoryClient['listChangedFiles']>>;
  readonly changedFiles: number;
  readonly headSha: string;
  readonly baseSha: string;
  readonly title: string;
  readonly body: string;
  readonly modelAllowed: boolean;
};

/** `agent: code`: reviews a pull request or pushed commits, through the API, without a checkout. Returns the exit code. */
export async function reviewCodeInJob(job: CodeJob): Promise<number> {
  const { runner } = job;
  try {
    const subject = await subjectOf(job);
    if (typeof subject === 'string') {
      runner.annotate('notice', `Not reviewed: ${subject}`, { title: codeReviewTitle });
      runner.setOutput('outcome', 'refused');
      return 0;
    }
    return await reportCode(job, subject, await review(job, subject));
  } catch (error) {
    tellFailure(error, runner, codeReviewTitle);
    runner.setOutput('outcome', job.signal.aborted ? 'cancelled' : 'failed');
    return 1;
  }
}

async function review(
  job: CodeJob,
  subject: Subject,
): Promise<{ readonly result: CodeReviewResult; readonly notes: readonly string[] }> {
  const { client, code, inputs } = job;
  const config = {
    ...subject.config,
    review: { ...subject.config.review, failOn: inputs['fail-on'] ?? subject.config.review.failOn },
    model: { ...subject.config.model, name: inputs.model ?? subject.config.model.name },
  };
  const { model, notes } = subject.modelAllowed
    ? chooseTypedModel(inputs, config, job.logger)
    : { model: undefined, notes: [] };
  const change = await collectCodeChange(client, subject);
  const gaps =
    subject.listed.length >= maxComparedFiles && job.environment.subject.kind === 'commits'
      ? [{ path: null, reason: `GitHub compares at most ${maxComparedFiles} files of a push` }]
      : [];
  const touched = new Set(change.files.map(({ path }) => path));
  const result = await reviewCode({
    ...subject,
    change: { ...change, notAnalysed: [...change.notAnalysed, ...gaps] },
    config,
    // A job keeps no state: dismissals and votes live with the App.
    dismissals: [],
    previouslyOpen: [],
    trees: createSyntaxTrees(readBundledGrammar),
    model,
    budgetUsd: config.model.budget.perRunUsd,
    readDocuments: () => readDocuments({ code, repository: client }, subject.headSha, touched),
    now: job.now,
    signal: job.signal,
  });
  return { result, notes };
}

/** What the job's event names, or a sentence about why there is nothing to compare. */
async function subjectOf(job: CodeJob): Promise<Subject | string> {
  const { client, environment } = job;
  const { subject, owner } = environment;
  if (subject.kind === 'nothing') return subject.reason;
  if (subject.kind === 'tree') return 'the code review compares two states; this event names one.';
  if (subject.kind === 'commits') {
    const { text } = await client.policy();
    const policy = await job.loadPolicy({ installationId: 0, owner, text });
    const listed = await client.compareFiles(subject.base, subject.head);
    return {
      ...policy,
      listed,
      changedFiles: listed.length,
      headSha: subject.head,
      baseSha: subject.base,
      title: '',
      body: '',
      modelAllowed: true,
    };
  }
  const snapshot = await client.snapshot(subject.number);
  const policy = await job.loadPolicy({ installationId: 0, owner, text: snapshot.policyText });
  const eligible = reviewEligible({ ...snapshot, requested: false }, policy.config.review);
  if (eligible.kind === 'deny') return eligible.message;
  const model = modelUse(
    { configured: true, fork: snapshot.fork, requested: false },
    policy.config.review.forks,
  );
  return {
    ...snapshot,
    ...policy,
    listed: await client.listChangedFiles(subject.number),
    modelAllowed: model.kind === 'allow',
  };
}
