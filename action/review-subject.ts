import { availableParallelism } from 'node:os';
import { readBundledGrammar } from '../src/analysis/read-bundled-grammar.ts';
import { createSyntaxTrees } from '../src/analysis/syntax-trees.ts';
import { createThreadAnalyser } from '../src/analysis/thread-analyser.ts';
import type { PullRequestSnapshot, RepositoryClient } from '../src/clients/github/repository-client.ts';
import { createOsvClient } from '../src/clients/osv.ts';
import { createSecretVerifier } from '../src/clients/secret-verifier.ts';
import { createPathFilter } from '../src/config/index.ts';
import type { PolicyLoader } from '../src/config/load-policy.ts';
import type { Config } from '../src/contracts/config.ts';
import type { ReviewResult } from '../src/contracts/result.ts';
import type { Reviewer } from '../src/contracts/reviewer.ts';
import { rules } from '../src/detectors/rules.ts';
import type { Logger } from '../src/logger.ts';
import { modelUse, reviewEligible } from '../src/policies/index.ts';
import type { CollectedChange } from '../src/runs/review/collect-change.ts';
import { createOutsideChecks } from '../src/runs/review/outside/index.ts';
import { createOwnRulesLoader, ownRulesWarnings } from '../src/runs/review/own-rules.ts';
import { readPullRequest, reviewChange } from '../src/runs/review/review-change.ts';
import { verifySecrets } from '../src/runs/review/verify-secrets.ts';
import { chooseReviewer } from './choose-reviewer.ts';
import type { ActionInputs } from './inputs.ts';
import { readPushedCommits } from './read-pushed-commits.ts';
import type { RunnerEnvironment, Subject } from './runner-environment.ts';
import { readSarifFiles } from './sarif-in.ts';
import { readTree } from './work-tree.ts';

/** Starting a thread costs more than looking at this many files. */
const filesPerThread = 25;

/** What the job's event came to. */
export type SubjectReview =
  | { readonly kind: 'skipped'; readonly message: string }
  | {
      readonly kind: 'reviewed';
      readonly result: ReviewResult;
      readonly config: Config;
      /** What is about this job rather than the change, and so not for the comment. */
      readonly notes: readonly string[];
    };

/** What a review works with; composed in `run.ts`. */
export type ReviewParts = {
  readonly inputs: ActionInputs;
  readonly environment: RunnerEnvironment;
  readonly client: RepositoryClient;
  readonly loadPolicy: PolicyLoader;
  readonly logger: Logger;
  readonly now: () => Date;
  readonly signal: AbortSignal;
};

type Policy = Awaited<ReturnType<PolicyLoader>> & { readonly ownRules: PullRequestSnapshot['ownRules'] };

/** Reviews a pull request through the API (no checkout needed), a push's commits, else the whole tree. */
export async function reviewSubject(parts: ReviewParts): Promise<SubjectReview> {
  const { subject } = parts.environment;
  switch (subject.kind) {
    case 'nothing':
      return { kind: 'skipped', message: subject.reason };
    case 'pull-request':
      return await reviewPullRequest(parts, subject);
    case 'commits': {
      const policy = await defaultBranchPolicy(parts);
      const change = await readPushedCommits(parts.client, parts.environment, subject);
      const { reviewer, notes } = chooseReviewer(parts.inputs, policy.config, parts.logger);
      return await review(parts, {
        ...material(parts, policy, change, notes),
        headSha: subject.head,
        baseSha: /^[0-9a-f]{40,64}$/.test(subject.base) ? subject.base : undefined,
        reviewer,
      });
    }
    case 'tree': {
      const policy = await defaultBranchPolicy(parts);
      return await review(parts, material(parts, policy, await readTree(parts.environment.workspace), []));
    }
  }
}

/** The policy never comes from what is looked at, so that a change cannot loosen its own. */
async function defaultBranchPolicy({ client, loadPolicy, environment }: ReviewParts): Promise<Policy> {
  const { text, ownRules } = await client.policy();
  return { ...(await loadPolicy({ installationId: 0, owner: environment.owner, text })), ownRules };
}

async function reviewPullRequest(
  parts: ReviewParts,
  subject: Extract<Subject, { readonly kind: 'pull-request' }>,
): Promise<SubjectReview> {
  const { inputs, environment, client } = parts;
  const snapshot = await client.snapshot(subject.number);
  const loaded = await parts.loadPolicy({
    installationId: 0,
    owner: environment.owner,
    text: snapshot.policyText,
  });
  const policy = { ...loaded, ownRules: snapshot.ownRules };
  const eligible = reviewEligible({ ...snapshot, requested: false }, policy.config.review);
  if (eligible.kind === 'deny') return { kind: 'skipped', message: eligible.message };
  const model = modelUse(
    { configured: true, fork: snapshot.fork, requested: false },
    policy.config.review.forks,
  );
  // Asked for only where it may be used: a job of a fork has no secrets, and that is no mistake in its inputs.
  const { reviewer, notes } =
    model.kind === 'allow'
      ? chooseReviewer(inputs, policy.config, parts.logger)
      : { reviewer: undefined, notes: [] };
  const movedOn =
    snapshot.headSha === subject.headSha
      ? []
      : [
          `The pull request has moved on since this job's event (${short(subject.headSha)}): this is the review of its present head, ${short(snapshot.headSha)}.`,
        ];
  const change = await readPullRequest(client, subject.number, snapshot);
  return await review(parts, {
    ...material(parts, policy, change, [...movedOn, ...notes]),
    headSha: snapshot.headSha,
    baseSha: snapshot.baseSha,
    title: snapshot.title,
    body: snapshot.body,
    fork: snapshot.fork,
    reviewer,
  });
}

type Material = {
  readonly policy: Policy;
  readonly change: CollectedChange;
  readonly notes: readonly string[];
  readonly headSha: string;
  readonly baseSha: string | undefined;
  readonly title: string;
  readonly body: string;
  readonly fork: boolean;
  readonly reviewer: Reviewer | undefined;
};

function material(
  { environment }: ReviewParts,
  policy: Policy,
  change: CollectedChange,
  notes: readonly string[],
): Material {
  return {
    policy,
    change,
    notes,
    headSha: environment.sha,
    baseSha: undefined,
    title: '',
    body: '',
    fork: false,
    reviewer: undefined,
  };
}

async function review(parts: ReviewParts, material: Material): Promise<SubjectReview> {
  const { inputs, environment } = parts;
  const config = effectiveConfig(material.policy.config, inputs);
  const loadOwnRules = createOwnRulesLoader(createSyntaxTrees(readBundledGrammar));
  const own = await loadOwnRules(material.policy.ownRules);
  const ingested = readSarifFiles(environment.workspace, inputs['sarif-in'], material.change.files);
  const analyser = createThreadAnalyser({
    workerUrl: new URL('./detector-worker.js', import.meta.url),
    threads: Math.min(
      availableParallelism(),
      Math.max(1, Math.ceil(material.change.files.length / filesPerThread)),
    ),
  });
  const isExcluded = createPathFilter(config.review.exclude);
  // A fork's author could have tokens tried that are not their own.
  const verified =
    inputs['verify-secrets'] && !material.fork
      ? verifySecrets(analyser, {
          verifier: createSecretVerifier(),
          isExcluded,
          reportFrom: config.review.reportFrom,
        })
      : analyser;
  try {
    const result = await reviewChange({
      change: {
        ...material.change,
        notAnalysed: [...material.change.notAnalysed, ...ingested.notAnalysed],
      },
      headSha: material.headSha,
      baseSha: material.baseSha,
      title: material.title,
      body: material.body,
      config,
      warnings: [...material.policy.warnings, ...ownRulesWarnings(own)],
      own: { rules: own.rules, load: loadOwnRules },
      // A job keeps no state: dismissals live with the App.
      dismissals: [],
      previouslyOpen: [],
      isExcluded,
      analyser: verified,
      ingested: ingested.findings,
      outside: createOutsideChecks({
        github: parts.client,
        queryOsv: createOsvClient({ baseUrl: environment.osvUrl }),
      }),
      reviewer: material.reviewer,
      budgetUsd: config.model.budget.perRunUsd,
      ruleIds: rules.map(({ id }) => id),
      now: parts.now,
      signal: parts.signal,
    });
    return { kind: 'reviewed', result, config, notes: material.notes };
  } finally {
    await analyser.close();
  }
}

/** The job's inputs come before the file's settings: who writes the workflow owns the repository. */
function effectiveConfig(config: Config, inputs: ActionInputs): Config {
  return {
    ...config,
    review: { ...config.review, failOn: inputs['fail-on'] ?? config.review.failOn },
    model: { ...config.model, name: inputs.model ?? config.model.name },
  };
}

function short(sha: string): string {
  return `\`${sha.slice(0, 7)}\``;
}
