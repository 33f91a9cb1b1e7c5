import type { EnvironmentConfig, GatesConfig } from '../../../src/contracts/deploy.ts';
import type {
  ChangeFacts,
  DeploymentFacts,
  HeldLock,
  PullRequestFacts,
  RequestFacts,
  ReviewFact,
  StoredFacts,
} from '../../../src/contracts/gate.ts';
import type { GateSettings } from '../../../src/policies/deployment/gate.ts';

export const sha = 'a'.repeat(40);
export const otherSha = 'b'.repeat(40);

/** A deployment to production that every gate lets through, all gates being on. */
export const request: RequestFacts = {
  runId: 'run1',
  operation: 'deploy',
  trigger: 'person',
  environment: 'production',
  now: '2026-11-21T10:00:05.000Z',
  pullRequest: 12,
  sha,
  namedSha: null,
  askedAt: '2026-11-21T10:00:00.000Z',
  recordedHead: sha,
};

export const approval: ReviewFact = { author: 'rita', state: 'approved', commitSha: sha, canWrite: true };

export const pullRequest: PullRequestFacts = {
  number: 12,
  state: 'open',
  draft: false,
  fork: false,
  author: 'mona',
  headSha: sha,
  headRef: 'feature/login',
  headExists: true,
  baseRef: 'main',
  mergeable: 'yes',
  reviews: { kind: 'known', value: [approval] },
  firstCheckSuiteAt: '2026-11-21T09:00:00Z',
};

export const change: ChangeFacts = {
  defaultBranch: 'main',
  pullRequest,
  onBranch: null,
  behindBy: { kind: 'known', value: 0 },
  checks: {
    kind: 'known',
    value: {
      reported: [{ name: 'test', appId: 1, state: 'green', required: false, own: false }],
      required: [{ name: 'test', appId: null }],
    },
  },
  verified: { kind: 'known', value: true },
};

export const stored: StoredFacts = {
  globalLock: null,
  lock: null,
  underWay: 0,
  recentStarts: [],
  approvals: [{ by: 'olga', at: '2026-11-21T10:00:03.000Z', satisfies: ['confirmation', 'protection'] }],
};

export const facts = {
  request,
  actor: { login: 'mona', role: 'write', teams: { kind: 'known', value: ['deployers'] } },
  stored,
  change,
  earlier: { kind: 'known', value: [{ environment: 'staging', sha, active: true }] },
  protection: {
    kind: 'known',
    value: {
      exists: true,
      waitMinutes: 0,
      reviewers: { users: ['olga'], teams: [], preventSelfReview: true },
      branches: ['feature/*'],
      branchProtected: false,
    },
  },
} as const satisfies DeploymentFacts;

const gates: GatesConfig = {
  allowed: { role: 'write', teams: ['deployers'], users: [] },
  checks: 'all',
  ignoredChecks: [],
  noChecks: 'refuse',
  approvals: 1,
  outdated: 'refuse',
  bases: [],
  branches: ['feature/*'],
  drafts: false,
  forks: 'refuse',
  verifiedCommits: true,
  protectionRules: true,
  freeze: [{ cron: '0 22 * * FRI', timeZone: 'UTC', minutes: 60, reason: 'Weekend.' }],
  confirmation: { count: 1, allowed: { role: 'write', teams: [], users: [] }, expiresAfterMinutes: 60 },
};

const environment: EnvironmentConfig = {
  name: 'production',
  production: true,
  url: null,
  after: ['staging'],
  runner: { type: 'event', timeoutMinutes: 30 },
  gates,
  lock: { sticky: false, whenHeld: 'queue', expiresAfterMinutes: 60 },
  parameters: {},
  verify: [],
  onFailure: 'nothing',
  limits: { concurrent: 3, perHour: 5 },
};

export const settings: GateSettings = { environment, freeze: [] };

/** The settings with some of the environment's fields replaced. */
export function settingsWith(
  changes: Partial<Omit<EnvironmentConfig, 'gates'>> & { readonly gates?: Partial<GatesConfig> },
): GateSettings {
  const { gates: gateChanges = {}, ...rest } = changes;
  return { ...settings, environment: { ...environment, ...rest, gates: { ...gates, ...gateChanges } } };
}

/** The facts with some of the request's fields replaced. */
export function factsWithRequest(changes: Partial<RequestFacts>): DeploymentFacts {
  return { ...facts, request: { ...request, ...changes } };
}

/** The facts with some of the change's fields replaced. */
export function factsWithChange(changes: Partial<ChangeFacts>): DeploymentFacts {
  return { ...facts, change: { ...change, ...changes } };
}

/** The facts with some of the pull request's fields replaced. */
export function factsWithPullRequest(
  changes: Partial<PullRequestFacts>,
  requestChanges: Partial<RequestFacts> = {},
): DeploymentFacts {
  return {
    ...factsWithChange({ pullRequest: { ...pullRequest, ...changes } }),
    request: { ...request, ...requestChanges },
  };
}

/** The facts with some of the stored ones replaced. */
export function factsWithStored(changes: Partial<StoredFacts>): DeploymentFacts {
  return { ...facts, stored: { ...stored, ...changes } };
}

export const heldLock: HeldLock = {
  pullRequest: 99,
  runId: 'run9',
  by: 'nils',
  reason: '',
  sticky: false,
  at: '2026-11-21T09:00:00.000Z',
  expiresAt: null,
};
