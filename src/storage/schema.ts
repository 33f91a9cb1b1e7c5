import type { ColumnType, Generated } from 'kysely';
import type { DeployCause, DeployState } from '../contracts/deploy.ts';

/** Milliseconds since 1970 by the database's clock, so that processes on several machines agree. */
type DatabaseTime = number;

/** 0 or 1: SQLite has no boolean, and one SQL text serves both databases. */
export type Flag = 0 | 1;

export type RunStatus = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

type RunsTable = {
  /** The request's id: a redelivery is the same row. */
  readonly id: string;
  /** The request as JSON. */
  readonly request: string;
  status: ColumnType<RunStatus>;
  /** How often the handler failed and may be tried again. */
  attempts: Generated<number>;
  /** How often in a row a worker vanished with this run without finishing a single step. */
  abandoned: Generated<number>;
  /** Grows with every claim; a worker that holds an older number has lost the run. */
  fence: Generated<number>;
  /** The worker that holds the run; null unless it is running. */
  owner: string | null;
  /** Not claimed before this time. */
  available_at: DatabaseTime;
  cancel_requested: Generated<Flag>;
  /** Put back by its handler to wait, not for another attempt. */
  waiting: Generated<Flag>;
  /** Something happened since the claim that it may be waiting for. */
  woken: Generated<Flag>;
  /** Why a failed run failed. */
  error_code: string | null;
  enqueued_at: DatabaseTime;
  finished_at: DatabaseTime | null;
};

export type JournalKind = 'step' | 'effect';
export type JournalState = 'started' | 'done';

type RunJournalTable = {
  readonly run_id: string;
  readonly name: string;
  kind: JournalKind;
  state: JournalState;
  /** JSON; null for an undefined result and while it is started. */
  result: string | null;
  /** The claim that wrote the row last. */
  fence: number;
  recorded_at: DatabaseTime;
};

type WorkersTable = {
  readonly id: string;
  /** Boot and PID namespace the process lives in; null when it cannot be told. */
  process_space: string | null;
  pid: number;
  /** Tells a process from a later one with the same number. */
  process_start: string | null;
  lease_until: DatabaseTime;
};

type DismissalsTable = {
  readonly repository: string;
  readonly scope: 'pull-request' | 'repository';
  /** 0 for the repository scope. */
  readonly pull_request: number;
  readonly fingerprint: string;
  reason: string;
  actor: string;
  at: string;
};

type ReviewsTable = {
  readonly repository: string;
  readonly pull_request: number;
  head_sha: string;
  outcome: string;
  open_count: number;
  recorded_at: DatabaseTime;
};

type ReviewFingerprintsTable = {
  readonly repository: string;
  readonly pull_request: number;
  readonly fingerprint: string;
  open: Flag;
  /** What it says in one line, as last reported. Untrusted; empty for those of earlier releases. */
  summary: Generated<string>;
};

type HeadsTable = {
  readonly repository: string;
  readonly pull_request: number;
  readonly head_sha: string;
  /** ISO 8601 in UTC with milliseconds, so that text order is time order. */
  readonly at: string;
};

type SpendingTable = {
  readonly run_id: string;
  repository: string;
  pull_request: number;
  day: string;
  /** Millionths of a US dollar: sums of integers are exact. */
  micro_usd: number;
  /** Empty where it is nobody's doing. */
  actor: Generated<string>;
};

type TracesTable = {
  readonly trace_id: string;
  run_id: string;
  agent: string;
  repository: string | null;
  /** ISO 8601 in UTC with milliseconds, so that text order is time order. */
  started_at: string;
  duration_ms: number;
  outcome: string;
  /** JSON: the whole trace. */
  content: string;
};

type ProviderKeysTable = {
  readonly name: string;
  url: string;
  /** AES-256-GCM, base64. */
  sealed: string;
  stored_at: string;
};

type SpendingLocksTable = { readonly repository: string };

type AuditTable = {
  readonly seq: number;
  readonly at: string;
  readonly run_id: string;
  readonly repository: string;
  readonly actor: string;
  readonly action: string;
  /** JSON object. */
  readonly details: string;
  /** SHA-256 over the previous line's hash and this line, hexadecimal. */
  readonly hash: string;
};

type AuditHeadTable = { readonly id: number; seq: number; hash: string };

type DeploymentsTable = {
  readonly run_id: string;
  readonly repository: string;
  readonly environment: string;
  /** Null for a deployment of a branch. */
  pull_request: number | null;
  sha: string;
  ref: string;
  actor: string;
  cause: DeployCause;
  /** JSON object. */
  parameters: string;
  digest: string;
  state: DeployState;
  /** GitHub's number, once there is a deployment. */
  deployment_id: number | null;
  /** ISO 8601 in UTC with milliseconds, so that text order is time order. */
  readonly created_at: string;
  updated_at: string;
};

type RunWakesTable = {
  readonly run_id: string;
  readonly repository: string;
  /** For example `workflow_run/123`. */
  readonly wake_key: string;
};

type LocksTable = {
  repository: string;
  environment: string;
  /** JSON of `LockState`. */
  state: string;
};

type ApprovalsTable = {
  repository: string;
  readonly id: string;
  /** JSON of `StoredApproval`. */
  state: string;
  /** Neither rejected nor used up. */
  pending: Flag;
};

type CiFailuresTable = {
  repository: string;
  workflow: string;
  /** 0 stands for the default branch. */
  pull_request: number;
  head_sha: string;
  /** GitHub's id of the workflow run. */
  run_id: number;
  attempt: number;
  /** JSON: failures and gaps. */
  diagnosis: string;
  recorded_at: DatabaseTime;
};

type CiWorkflowsTable = {
  repository: string;
  workflow: string;
  /** Completed runs seen. */
  runs: number;
};

type CiFlakyTable = {
  repository: string;
  workflow: string;
  test: string;
  /** How often it failed and passed on one commit. */
  times: number;
  head_sha: string;
  seen_at: DatabaseTime;
};

type IssueMemoryTable = {
  readonly repository: string;
  readonly issue: number;
  /** JSON of `TriageMemory`. */
  state: string;
};

type IssueWordsTable = {
  readonly repository: string;
  readonly issue: number;
  title: string;
  open: Flag;
  /** JSON: counts by term. */
  terms: string;
  /** JSON: the model and its vector. */
  vector: string | null;
  /** ISO 8601 as GitHub writes it, so that text order is time order. */
  updated_at: string;
};

type SchedulesTable = {
  readonly repository: string;
  readonly name: string;
  installation_id: number;
  /** Lower-cased. */
  owner: string;
  /** JSON of `RepositoryRef`. */
  target: string;
  /** JSON of `ScheduleEntry`. */
  entry: string;
  /** Milliseconds since 1970: a moment of the calendar, not of the database's clock. */
  next_at: number;
  last_at: number | null;
  last_run: string | null;
};

type AwsAuditsTable = {
  readonly repository: string;
  readonly account: string;
  /** ISO 8601. */
  at: string;
  /** JSON: an `AuditReport`. */
  report: string;
};

type DashboardsTable = {
  readonly repository: string;
  issue: number;
  /** JSON: the boxes it was given, and what the last ones did. */
  state: string;
};

type CodeFindingsTable = {
  repository: string;
  pull_request: number;
  fingerprint: string;
  kind: string;
  /** 1 while the newest review has it. */
  open: number;
};

type CodeVotesTable = {
  repository: string;
  fingerprint: string;
  actor: string;
  kind: string;
  /** 1: useful; -1: not useful. */
  vote: number;
  /** ISO 8601. */
  at: string;
};

type SchemaMigrationsTable = {
  readonly id: number;
  readonly name: string;
  readonly applied_at: DatabaseTime;
};

/** Every table, as the newest migration leaves it. */
export type Schema = {
  runs: RunsTable;
  run_journal: RunJournalTable;
  workers: WorkersTable;
  dismissals: DismissalsTable;
  reviews: ReviewsTable;
  review_fingerprints: ReviewFingerprintsTable;
  heads: HeadsTable;
  spending: SpendingTable;
  spending_locks: SpendingLocksTable;
  traces: TracesTable;
  provider_keys: ProviderKeysTable;
  audit: AuditTable;
  audit_head: AuditHeadTable;
  deployments: DeploymentsTable;
  run_wakes: RunWakesTable;
  locks: LocksTable;
  approvals: ApprovalsTable;
  ci_failures: CiFailuresTable;
  ci_workflows: CiWorkflowsTable;
  ci_flaky: CiFlakyTable;
  issue_memory: IssueMemoryTable;
  issue_words: IssueWordsTable;
  schedules: SchedulesTable;
  dashboards: DashboardsTable;
  aws_audits: AwsAuditsTable;
  code_findings: CodeFindingsTable;
  code_votes: CodeVotesTable;
  schema_migrations: SchemaMigrationsTable;
};
