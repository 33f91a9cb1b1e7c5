import type { ApprovalStore } from './approval.ts';
import type { AuditReport } from './audit.ts';
import type { CodeKind } from './code-review.ts';
import type { DeployRecord, DeployState } from './deploy.ts';
import type { Failure } from './diagnosis.ts';
import type { LockStore } from './lock.ts';
import type { Dismissal } from './result.ts';
import type { RepositoryRef } from './run.ts';
import type { ScheduleEntry } from './schedule.ts';
import type { Trace } from './trace.ts';
import type { IssueWords, TriageMemory } from './triage.ts';

/** A repository as a key: `owner/name`, lower-cased. */
export type RepositoryKey = string;

/** What the product remembers between runs; every method is one transaction. */
export type Store = {
  readonly dismissals: {
    /** Idempotent on (repository, pull request scope, fingerprint): the newest reason wins. */
    add(
      key: { readonly repository: RepositoryKey; readonly pullRequest: number },
      dismissal: Dismissal,
    ): Promise<void>;
    /** Those in force for a pull request: its own and the repository's. */
    list(key: {
      readonly repository: RepositoryKey;
      readonly pullRequest: number;
    }): Promise<readonly Dismissal[]>;
  };
  readonly reviews: {
    /** Every fingerprint ever reported on the pull request, and whether the last review still had it. */
    fingerprints(key: {
      readonly repository: RepositoryKey;
      readonly pullRequest: number;
    }): Promise<readonly { readonly fingerprint: string; readonly open: boolean }[]>;
    /** Replaces the set of open fingerprints; those that were open and are not listed become fixed. */
    record(entry: {
      readonly repository: RepositoryKey;
      readonly pullRequest: number;
      readonly headSha: string;
      readonly outcome: string;
      readonly fingerprints: readonly string[];
      /** What findings say in one line, by fingerprint; untrusted. */
      readonly summaries?: Readonly<Record<string, string>>;
    }): Promise<void>;
    /** The pull requests whose last review had findings, the newest first, at most 200. */
    open(repository: RepositoryKey): Promise<readonly OpenReview[]>;
    /** The newest record, for `/devops status`. */
    latest(key: { readonly repository: RepositoryKey; readonly pullRequest: number }): Promise<
      | {
          readonly headSha: string;
          readonly outcome: string;
          readonly openCount: number;
          readonly at: string;
        }
      | undefined
    >;
  };
  readonly heads: {
    /** Remembers when the server first saw a head SHA of a pull request (from signed webhooks). */
    saw(entry: {
      readonly repository: RepositoryKey;
      readonly pullRequest: number;
      readonly headSha: string;
      /** ISO 8601. */
      readonly at: string;
    }): Promise<void>;
    /** The newest head seen at or before `at`. */
    at(key: {
      readonly repository: RepositoryKey;
      readonly pullRequest: number;
      readonly at: string;
    }): Promise<string | undefined>;
  };
  readonly spending: {
    /**
     * Reserves `costUsd` if every cap still allows it, atomically; false otherwise. The reservation is
     * corrected by `settle` with what was really spent.
     */
    reserve(entry: SpendingEntry & { readonly caps: SpendingCaps }): Promise<boolean>;
    settle(entry: SpendingEntry): Promise<void>;
    /** US dollars of a repository from a UTC day on. */
    since(key: { readonly repository: RepositoryKey; readonly day: string }): Promise<number>;
  };
  readonly traces: {
    /** Keeps it, or replaces that of an earlier part of the same run. */
    keep(trace: Trace): Promise<void>;
    /** By the trace's or the run's id, or a beginning of one; the newest first. */
    find(id: string): Promise<readonly Trace[]>;
    /** The newest first. */
    list(options: { readonly repository?: RepositoryKey; readonly limit: number }): Promise<readonly Trace[]>;
  };
  readonly providerKeys: {
    /** Replaces the key of that name. */
    put(key: SealedKey): Promise<void>;
    list(): Promise<readonly SealedKey[]>;
    /** False when there was none. */
    remove(name: string): Promise<boolean>;
  };
  readonly deployments: {
    /** Writes the record of a run, or replaces what can change of it (state, commit, parameters, GitHub's number). */
    put(record: DeployRecord): Promise<void>;
    /** By the run's id or, within a repository, a beginning of it that names one only. */
    find(key: {
      readonly repository: RepositoryKey;
      readonly runId: string;
    }): Promise<DeployRecord | undefined>;
    /** Newest first, at most `limit`. */
    list(filter: {
      readonly repository: RepositoryKey;
      readonly environment?: string;
      readonly pullRequest?: number;
      readonly states?: readonly DeployState[];
      readonly limit: number;
    }): Promise<readonly DeployRecord[]>;
  };
  readonly wakes: {
    /** Events by which a waiting run is woken, for example `workflow_run/123`; replaces those it had. */
    set(entry: {
      readonly runId: string;
      readonly repository: RepositoryKey;
      readonly keys: readonly string[];
    }): Promise<void>;
    /** The runs that wait for an event. */
    runs(event: { readonly repository: RepositoryKey; readonly key: string }): Promise<readonly string[]>;
  };
  readonly locks: LockStore;
  readonly approvals: ApprovalStore;
  readonly audit: {
    /** Appends one hash-chained line. */
    append(entry: AuditEntry): Promise<void>;
    /** Recomputes the chain; the sequence number of the first broken line, or undefined when it holds. */
    firstBroken(): Promise<number | undefined>;
  };
  readonly ci: CiStore;
  readonly issues: IssueStore;
  readonly schedules: ScheduleStore;
  readonly dashboards: {
    find(
      repository: RepositoryKey,
    ): Promise<
      | { readonly issue: number; readonly boxes: readonly string[]; readonly said: readonly string[] }
      | undefined
    >;
    /** `boxes`: those it was given, as they stand behind their marks; `said`: what the last ones did, the newest first. */
    put(
      repository: RepositoryKey,
      dashboard: {
        readonly issue: number;
        readonly boxes: readonly string[];
        readonly said: readonly string[];
      },
    ): Promise<void>;
  };
  readonly awsAudits: {
    /** The last whole audit; `account` is empty where AWS did not tell which it is. */
    last(key: {
      readonly repository: RepositoryKey;
      readonly account: string;
    }): Promise<AuditReport | undefined>;
    /** Takes the last one's place. */
    remember(entry: {
      readonly repository: RepositoryKey;
      readonly account: string;
      readonly report: AuditReport;
    }): Promise<void>;
  };
  readonly code: CodeStore;
  /** True when the database answers. */
  ping(): Promise<boolean>;
  close(): Promise<void>;
};

/** A pull request with findings of its last review. */
export type OpenReview = {
  readonly pullRequest: number;
  readonly headSha: string;
  /** `summary` is untrusted; empty for those of earlier releases. */
  readonly findings: readonly { readonly fingerprint: string; readonly summary: string }[];
};

/** What triage remembers; every method is one transaction. */
export type IssueStore = {
  /** `noMemory` for an issue that was never looked at. */
  memory(key: { readonly repository: RepositoryKey; readonly issue: number }): Promise<TriageMemory>;
  remember(
    key: { readonly repository: RepositoryKey; readonly issue: number },
    memory: TriageMemory,
  ): Promise<void>;
  /** The words of the newest issues, at most `limit`. */
  words(repository: RepositoryKey, limit: number): Promise<readonly IssueWords[]>;
  /** ISO 8601, the newest change that `words` knows of. */
  newestChange(repository: RepositoryKey): Promise<string | undefined>;
  /** Adds or replaces, and keeps the newest `keep` issues. */
  putWords(
    repository: RepositoryKey,
    entries: readonly (IssueWords & { readonly updatedAt: string })[],
    options: { readonly keep: number },
  ): Promise<void>;
};

/** A schedule of a repository and its next tick. */
export type StoredSchedule = {
  readonly repository: RepositoryKey;
  readonly installationId: number;
  readonly target: RepositoryRef;
  readonly entry: ScheduleEntry;
  /** ISO 8601. */
  readonly nextAt: string;
  /** The last tick that was run. */
  readonly last: { readonly at: string; readonly runId: string } | undefined;
};

/** Schedules; every method is one transaction. */
export type ScheduleStore = {
  /** Makes these the repository's schedules. One whose time did not change keeps its next tick. */
  replace(
    of: Pick<StoredSchedule, 'repository' | 'installationId' | 'target'>,
    entries: readonly Pick<StoredSchedule, 'entry' | 'nextAt'>[],
  ): Promise<void>;
  /** Those whose next tick has come (`now` is ISO 8601), the longest due first. */
  due(now: string, limit: number): Promise<readonly StoredSchedule[]>;
  /** Moves on from a tick; false when somebody else has, or the schedule is gone. */
  advance(tick: {
    readonly repository: RepositoryKey;
    readonly name: string;
    readonly plannedAt: string;
    readonly nextAt: string;
    readonly runId: string;
  }): Promise<boolean>;
  list(repository: RepositoryKey): Promise<readonly StoredSchedule[]>;
  /** The repositories of an owner that have schedules. */
  ofOwner(owner: {
    readonly owner: string;
    readonly installationId: number;
  }): Promise<readonly RepositoryRef[]>;
  remove(repository: RepositoryKey): Promise<void>;
  removeInstallation(installationId: number): Promise<void>;
};

/** Whether somebody found a finding of the code review useful. */
export type CodeVote = {
  readonly fingerprint: string;
  readonly actor: string;
  readonly kind: CodeKind;
  readonly vote: 'useful' | 'not-useful';
};

/** What is remembered of code reviews. */
export type CodeStore = {
  /** Every finding ever reported on the pull request, and whether the last review still had it. */
  findings(key: {
    readonly repository: RepositoryKey;
    readonly pullRequest: number;
  }): Promise<readonly { readonly fingerprint: string; readonly kind: CodeKind; readonly open: boolean }[]>;
  /** Replaces what is open on the pull request. */
  record(entry: {
    readonly repository: RepositoryKey;
    readonly pullRequest: number;
    readonly findings: readonly { readonly fingerprint: string; readonly kind: string }[];
  }): Promise<void>;
  /** One vote of a person for a finding; a later one replaces it. `at` is ISO 8601. */
  vote(entry: CodeVote & { readonly repository: RepositoryKey; readonly at: string }): Promise<void>;
  votes(repository: RepositoryKey): Promise<readonly CodeVote[]>;
};

/** One workflow on one pull request, or on the default branch. */
export type CiKey = {
  readonly repository: RepositoryKey;
  /** The workflow's name. Untrusted. */
  readonly workflow: string;
  /** 0 stands for the default branch. */
  readonly pullRequest: number;
};

/** The newest failure of a workflow, until it passes. */
export type CiAdvice = {
  readonly fingerprint: string;
  /** Null when there is none that could be checked; `note` says why. */
  readonly explanation: string | null;
  /** A piece of the log, verbatim. */
  readonly evidence: string;
  readonly note: string | null;
};

export type CiFailure = CiKey & {
  readonly headSha: string;
  readonly source: 'workflow' | 'check';
  /** GitHub's id of the workflow run or of the check run. */
  readonly runId: number;
  readonly attempt: number;
  /** Its failed jobs were asked to run again. */
  readonly rerun: boolean;
  /** What a model says about one of the failures; null when none was asked. */
  readonly advice: CiAdvice | null;
  readonly failures: readonly Failure[];
  /** What of the logs could not be read or did not say why. */
  readonly gaps: readonly string[];
};

/** A test that failed and passed on the same commit. */
export type FlakyTest = {
  readonly workflow: string;
  readonly test: string;
  /** How often that happened. */
  readonly times: number;
  /** Completed runs of the workflow that were seen. */
  readonly runs: number;
  /** The last commit it happened on. */
  readonly headSha: string;
  /** ISO 8601. */
  readonly at: string;
};

/** What is remembered of CI; every method is one transaction. */
export type CiStore = {
  /** Replaces what is open for the workflow there; an older run than the one that is known changes nothing. */
  failed(failure: CiFailure): Promise<void>;
  /**
   * The workflow passed: what was open there is closed and given back. Tests that had failed on the same commit are
   * remembered as flaky.
   */
  passed(key: CiKey & { readonly headSha: string; readonly runId: number }): Promise<CiFailure | undefined>;
  /** What is open on a pull request, or on the default branch. */
  open(key: Omit<CiKey, 'workflow'>): Promise<readonly CiFailure[]>;
  /** What is open for a workflow on a commit, whichever the pull request. */
  openOn(key: Pick<CiFailure, 'repository' | 'workflow' | 'headSha'>): Promise<readonly CiFailure[]>;
  /** Counts a completed run. */
  ran(key: Pick<CiKey, 'repository' | 'workflow'>): Promise<void>;
  /** The flakiest first. */
  flaky(repository: RepositoryKey, limit: number): Promise<readonly FlakyTest[]>;
};

export type SpendingEntry = {
  readonly runId: string;
  readonly repository: RepositoryKey;
  readonly pullRequest: number;
  /** UTC day, `2026-11-21`. */
  readonly day: string;
  /** Login of who asked for it; left out where it is nobody's doing. */
  readonly actor?: string;
  /** US dollars. */
  readonly costUsd: number;
};

/** US dollars per pull request, per UTC day of a repository, and per UTC day of a person in all repositories. */
export type SpendingCaps = {
  readonly perPullRequestUsd: number;
  readonly perDayUsd: number;
  readonly perActorPerDayUsd?: number;
};

/** A key of a model provider, bound to the address it may go to. Sealed: the store never sees it in clear. */
export type SealedKey = {
  readonly name: string;
  readonly url: string;
  readonly sealed: string;
  /** ISO 8601. */
  readonly storedAt: string;
};

export type AuditEntry = {
  /** ISO 8601. */
  readonly at: string;
  readonly runId: string;
  readonly repository: RepositoryKey;
  readonly actor: string;
  /** For example `review.published`, `finding.dismissed`, `command.refused`. */
  readonly action: string;
  /** Flat facts, no untrusted long text, no secrets. */
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
};
