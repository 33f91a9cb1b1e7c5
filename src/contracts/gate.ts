import type { Allowed } from './deploy.ts';
import type { RoleName } from './role.ts';

/** The gates of a deployment in the order in which they are decided and shown: cheapest facts first. */
export const gateNames = [
  'actor',
  'freeze',
  'global-lock',
  'lock',
  'limits',
  'origin',
  'pull-request',
  'branch',
  'fork',
  'head',
  'mergeable',
  'outdated',
  'review',
  'checks',
  'signature',
  'order',
  'protection',
  'confirmation',
] as const;
export type GateName = (typeof gateNames)[number];

/** What a gate says. `code` is stable; `message` and `next` are sentences that name no untrusted text unquoted. */
export type GateVerdict =
  | { readonly verdict: 'pass'; readonly message: string }
  /** The configuration does not ask for it. */
  | { readonly verdict: 'off'; readonly message: string }
  | { readonly verdict: 'warn'; readonly code: string; readonly message: string; readonly next: string }
  | { readonly verdict: 'refuse'; readonly code: string; readonly message: string; readonly next: string }
  /** Will pass by itself; `until` (ISO 8601) is null when nobody can tell when. */
  | {
      readonly verdict: 'wait';
      readonly code: string;
      readonly message: string;
      readonly next: string;
      readonly until: string | null;
    }
  | {
      readonly verdict: 'needs-approval';
      readonly code: string;
      readonly message: string;
      readonly next: string;
      readonly approvers: Allowed;
      /** Approvals needed in all. */
      readonly count: number;
    }
  /** Its facts were not read, because an earlier gate refused. Never counts as passed. */
  | { readonly verdict: 'unread'; readonly message: string };
export type GateResult = GateVerdict & { readonly gate: GateName };

/**
 * All gates together: the first of refuse, unread, wait, needs-approval that any gate says; `allow` only when each
 * gate passed, warned or is off.
 */
export type DeploymentDecision = {
  readonly kind: 'allow' | 'refuse' | 'unread' | 'wait' | 'needs-approval';
  /** One per name of `gateNames`, in that order. */
  readonly gates: readonly GateResult[];
};

/** A fact that GitHub may refuse to tell; unreadable never allows. `reason` is a sentence that is safe to show. */
export type Readable<T> =
  | { readonly kind: 'known'; readonly value: T }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** What was asked, known without any call. */
export type RequestFacts = {
  readonly runId: string;
  /** `rollback`: to a commit that was active before; permission, locks and limits only. */
  readonly operation: 'deploy' | 'dry-run' | 'rollback';
  /** `person`: a comment or a button; `event`: the configuration's `deploy.on`; `rule`: GitHub asks for a workflow job. */
  readonly trigger: 'person' | 'event' | 'rule';
  readonly environment: string;
  /** ISO 8601. */
  readonly now: string;
  /** Null: a commit of a branch. */
  readonly pullRequest: number | null;
  /** Full SHA that would be deployed. */
  readonly sha: string;
  /** The commit that the person named, possibly abbreviated: `--ref`, or a button's; null when none. */
  readonly namedSha: string | null;
  /** ISO 8601, GitHub's time of the comment or of the event that asks. */
  readonly askedAt: string;
  /** The head that the server had seen strictly before `askedAt`; null when it had seen none. */
  readonly recordedHead: string | null;
};

/** Who asked, by the permission API. */
export type ActorFacts = {
  readonly login: string;
  readonly role: RoleName;
  /** Of the teams that the configuration names, those the actor is a member of. */
  readonly teams: Readable<readonly string[]>;
};

/** A lock as gates and comments see it. */
export type HeldLock = {
  /** Null: of a deployment that belongs to no pull request. */
  readonly pullRequest: number | null;
  /** The run that is at work under it; null while a sticky lock is only kept. */
  readonly runId: string | null;
  readonly by: string;
  /** Untrusted text; empty when none was given. */
  readonly reason: string;
  readonly sticky: boolean;
  /** ISO 8601. */
  readonly at: string;
  /** ISO 8601; null: until somebody unlocks. */
  readonly expiresAt: string | null;
};

/** One person's approval; `satisfies` names the gates (or other needs) that the person may answer. */
export type Vote = { readonly by: string; readonly at: string; readonly satisfies: readonly string[] };

/** What our own database knows. */
export type StoredFacts = {
  readonly globalLock: HeldLock | null;
  readonly lock: HeldLock | null;
  /** Deployments of the repository under way, over all environments, this one not counted. */
  readonly underWay: number;
  /** Starts of deployments of the environment in the last hour, ISO 8601, oldest first. */
  readonly recentStarts: readonly string[];
  /** Approvals given for exactly this intent. */
  readonly approvals: readonly Vote[];
};

/** A check run's or commit status's newest result under its name. */
export type CheckFact = {
  readonly name: string;
  /** App id; null for a commit status. */
  readonly appId: number | null;
  readonly state: 'green' | 'pending' | 'failed';
  /** GitHub says that the base branch requires it. */
  readonly required: boolean;
  /** Made by this App about deployments: never counted. */
  readonly own: boolean;
};

/** A check that the base branch requires; `appId` null: by anybody. */
export type RequiredCheck = { readonly name: string; readonly appId: number | null };

export type ReviewFact = {
  readonly author: string;
  readonly state: 'approved' | 'changes-requested' | 'dismissed' | 'commented';
  /** The commit that was looked at; null when GitHub does not say. */
  readonly commitSha: string | null;
  /** Has write access. */
  readonly canWrite: boolean;
};

export type PullRequestFacts = {
  readonly number: number;
  readonly state: 'open' | 'closed' | 'merged';
  readonly draft: boolean;
  readonly fork: boolean;
  readonly author: string;
  readonly headSha: string;
  readonly headRef: string;
  /** The head branch still exists. */
  readonly headExists: boolean;
  readonly baseRef: string;
  readonly mergeable: 'yes' | 'conflicting' | 'unknown';
  /** Of every author the newest review that approves, asks for changes or was dismissed. */
  readonly reviews: Readable<readonly ReviewFact[]>;
  /** ISO 8601: creation of the first check suite of the head commit on the head branch; null when there is none. */
  readonly firstCheckSuiteAt: string | null;
};

/** The commit that would be deployed, and where it comes from. */
export type ChangeFacts = {
  readonly defaultBranch: string;
  /** Null for a commit of a branch. */
  readonly pullRequest: PullRequestFacts | null;
  /** The branch that holds the commit, where it comes from no pull request; null when none of the allowed ones does. */
  readonly onBranch: string | null;
  /** Commits of the base that the commit lacks. */
  readonly behindBy: Readable<number>;
  readonly checks: Readable<{
    readonly reported: readonly CheckFact[];
    readonly required: readonly RequiredCheck[];
  }>;
  /** Whether GitHub verified the commit's signature. */
  readonly verified: Readable<boolean>;
};

/** A change of which what costs a request of its own may not be read yet. */
export type ChangeSoFar = Omit<ChangeFacts, 'behindBy' | 'checks'> &
  Partial<Pick<ChangeFacts, 'behindBy' | 'checks'>>;

/** The newest deployment of an environment that must come first. */
export type EarlierDeployment = {
  readonly environment: string;
  /** Null when nothing was deployed there. */
  readonly sha: string | null;
  readonly active: boolean;
};

/** Protection rules of the GitHub environment of that name. */
export type ProtectionFacts = {
  readonly exists: boolean;
  /** Zero: none. */
  readonly waitMinutes: number;
  /** Null: no reviewers are required. */
  readonly reviewers: {
    readonly users: readonly string[];
    readonly teams: readonly string[];
    readonly preventSelfReview: boolean;
  } | null;
  /** Null: every branch. Names may be patterns (`release/*`). */
  readonly branches: 'protected' | readonly string[] | null;
  /** Whether the head branch is protected; asked only where it matters. */
  readonly branchProtected: boolean;
};

/** Everything gates read, in the order it is collected. What is left out was not read. */
export type DeploymentFacts = {
  readonly request: RequestFacts;
  readonly actor?: ActorFacts;
  readonly stored?: StoredFacts;
  readonly change?: ChangeSoFar;
  readonly earlier?: Readable<readonly EarlierDeployment[]>;
  readonly protection?: Readable<ProtectionFacts>;
};
