import type { ParameterValue, RunnerSettings, VerificationSettings } from './deploy-runner.ts';
import type { RoleName } from './role.ts';

/** Who may do something: at least the role, and where teams or users are listed, one of those. */
export type Allowed = {
  readonly role: RoleName;
  /** Team slugs of the organisation that owns the repository; a child team's members count. */
  readonly teams: readonly string[];
  /** Logins. */
  readonly users: readonly string[];
};

/** No deployment begins inside one; five-field cron in the time zone says when it starts. */
export type FreezeWindow = {
  readonly cron: string;
  /** IANA name, for example `Europe/Berlin`. */
  readonly timeZone: string;
  /** Minutes from each start. */
  readonly minutes: number;
  readonly reason: string;
};

/** What must hold before a deployment to an environment. Every field has a default; see `src/config/deploy`. */
export type GatesConfig = {
  /** Who may deploy, roll back and lock here. */
  readonly allowed: Allowed;
  /** `required`: the base branch's required ones; `all`; `none`; or the names that must be green. */
  readonly checks: 'all' | 'required' | 'none' | readonly string[];
  /** Check names that never count. */
  readonly ignoredChecks: readonly string[];
  /** What a commit without any check means. Default: `refuse` in production, `allow` elsewhere. */
  readonly noChecks: 'allow' | 'refuse';
  /** Reviews that approve exactly this commit, by others than the author and with write access. */
  readonly approvals: number;
  /** A commit behind its base: not looked at, said, refused, or the branch updated and the deployment refused. */
  readonly outdated: 'allow' | 'warn' | 'refuse' | 'update';
  /** Globs of base branches. Empty: the default branch. */
  readonly bases: readonly string[];
  /** Globs of head branches. Empty: every branch. */
  readonly branches: readonly string[];
  readonly drafts: boolean;
  /** `with-review`: by SHA only, and at least one approval of it even for a dry run. */
  readonly forks: 'refuse' | 'with-review';
  /** Signature verified by GitHub. */
  readonly verifiedCommits: boolean;
  /** Honour the protection rules of the GitHub environment of that name. */
  readonly protectionRules: boolean;
  readonly freeze: readonly FreezeWindow[];
  /** A confirmation by `/devops approve`; null: none is needed. */
  readonly confirmation: {
    readonly count: number;
    readonly allowed: Allowed;
    /** Minutes until it expires. */
    readonly expiresAfterMinutes: number;
  } | null;
};

export type LockConfig = {
  /** A deployment keeps the lock until the pull request is merged or closed, or somebody unlocks. */
  readonly sticky: boolean;
  /** A held lock: wait for it, or refuse. */
  readonly whenHeld: 'queue' | 'refuse';
  /** Minutes after which a lock that nobody renewed is free. */
  readonly expiresAfterMinutes: number;
};

/** A parameter that may be given as `key=value`; what is not declared is refused. */
export type ParameterConfig = {
  readonly type: 'text' | 'number' | 'boolean' | 'choice';
  readonly description: string | undefined;
  readonly required: boolean;
  readonly default: ParameterValue | undefined;
  /** Of `choice`. */
  readonly choices: readonly string[];
  /** Of `text`: the whole value must match. Without one: letters, digits and `._:/@+-`, no leading dash. */
  readonly pattern: string | undefined;
  /** Of `number`. */
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
};

/** What a deployment may cost; counted over the environment. */
export type DeployLimits = {
  /** Deployments of the repository under way at once, over all environments; null: no limit. */
  readonly concurrent: number | null;
  /** Deployments of the environment in one hour; null: no limit. */
  readonly perHour: number | null;
};

/** One environment of `deploy.environments`, defaults filled in. */
export type EnvironmentConfig = {
  readonly name: string;
  readonly production: boolean;
  /** Null: GitHub shows no address. */
  readonly url: string | null;
  /** Environments in which the same commit must be active. */
  readonly after: readonly string[];
  readonly runner: RunnerSettings;
  readonly gates: GatesConfig;
  readonly lock: LockConfig;
  readonly parameters: Readonly<Record<string, ParameterConfig>>;
  /** Looked at in this order after the runner's success; empty: that is the deployment's. */
  readonly verify: readonly VerificationSettings[];
  /** What follows a failure, of the runner or of a verification. */
  readonly onFailure: 'nothing' | 'rollback';
  readonly limits: DeployLimits;
};

/** A deployment that nobody has to ask for. */
export type DeployTrigger = {
  /** `merge`: a pull request was merged into the branch; `checks-green`: its checks passed. */
  readonly event: 'merge' | 'checks-green';
  readonly environment: string;
  /** Globs: the branch merged into, or the base of the pull request. Empty: the default branch. */
  readonly branches: readonly string[];
  /** Only pull requests with one of these labels; empty: all. */
  readonly labels: readonly string[];
};

/** `deploy:` of the effective configuration. */
export type DeployConfig = {
  /** In the order of the file; `after` defaults to nothing, so the order alone obliges to nothing. */
  readonly environments: readonly EnvironmentConfig[];
  /** Freeze windows of every environment. */
  readonly freeze: readonly FreezeWindow[];
  readonly on: readonly DeployTrigger[];
};

/** Why a deployment was asked for. */
export const deployCauses = [
  'deploy',
  'rollback',
  'promote',
  'retry',
  'merge',
  'checks-green',
  'auto-rollback',
] as const;
export type DeployCause = (typeof deployCauses)[number];

/** Parameter values after validation, by name; defaults filled in. */
export type ParameterValues = Readonly<Record<string, ParameterValue>>;

/**
 * What is going to be deployed, fixed before anything happens: approvals and the GitHub deployment's payload carry
 * its digest, and a change of any part is another intent.
 */
export type DeployIntent = {
  /** `owner/name`, lower-cased. */
  readonly repository: string;
  readonly environment: string;
  /** Full commit SHA. */
  readonly sha: string;
  readonly cause: DeployCause;
  readonly parameters: ParameterValues;
  /** Commit of the default branch the configuration was read at. */
  readonly configSha: string;
};

/** Where a deployment stands. The last six are final. */
export const deployStates = [
  'checking',
  'waiting-for-lock',
  'waiting-for-approval',
  'queued',
  'in-progress',
  'verifying',
  'success',
  'failure',
  'error',
  'cancelled',
  'refused',
  'superseded',
] as const;
export type DeployState = (typeof deployStates)[number];

/** One deployment as the product remembers it; the run's id is its name in commands. */
export type DeployRecord = {
  readonly runId: string;
  readonly repository: string;
  readonly environment: string;
  /** Null for a deployment of a branch. */
  readonly pullRequest: number | null;
  readonly sha: string;
  readonly ref: string;
  readonly actor: string;
  readonly cause: DeployCause;
  readonly parameters: ParameterValues;
  /** SHA-256 of the intent, hexadecimal. */
  readonly digest: string;
  readonly state: DeployState;
  /** GitHub's number of the deployment, once there is one. */
  readonly deploymentId: number | null;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
};

/** How the name of a deployment's check run begins; the environment's name follows. */
export const deployCheckPrefix = 'devops / deploy ';
