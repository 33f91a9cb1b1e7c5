import type { Allowed } from './deploy.ts';
import type { Vote } from './gate.ts';
import type { RepositoryKey } from './store.ts';

/** One thing that approvals must satisfy: for a deployment a gate's name, for a tool `tool`. */
export type ApprovalNeed = {
  readonly name: string;
  readonly allowed: Allowed;
  /** Approvals needed, by different people. */
  readonly count: number;
};

/** What waits for a person. `kind` says what carries it out: `deployment`, `rollback`, `tool`. */
export type ApprovalRequest = {
  /** What people type: the run's id, or the run's id with a suffix where a run asks more than once. */
  readonly id: string;
  readonly runId: string;
  readonly repository: RepositoryKey;
  /** Null where it belongs to none. */
  readonly pullRequest: number | null;
  readonly kind: string;
  /** SHA-256 of the plan in canonical JSON, hexadecimal: an approval of one plan is none of another. */
  readonly digest: string;
  /** One line for people. Untrusted. */
  readonly summary: string;
  readonly requestedBy: string;
  readonly needs: readonly ApprovalNeed[];
  /** Whether the requester may be one of them. Default of everything: false. */
  readonly selfApproval: boolean;
  /** ISO 8601. */
  readonly requestedAt: string;
  readonly expiresAt: string;
};

export type ApprovalState = 'pending' | 'approved' | 'rejected' | 'expired' | 'consumed';

export type Approval = ApprovalRequest & {
  readonly state: ApprovalState;
  /** Who approved so far, oldest first. */
  readonly approvedBy: readonly Vote[];
  readonly rejectedBy: string | null;
  /** Untrusted text; empty when none was given. */
  readonly reason: string;
};

/** What a person's word came to. */
export type ApprovalAnswer =
  | { readonly kind: 'approved' | 'rejected' | 'recorded'; readonly approval: Approval }
  | { readonly kind: 'refused'; readonly code: ApprovalRefusal; readonly approval: Approval | null };

/**
 * `digest`: what the person saw is not what waits; `self`: the requester; `twice`: approved it before;
 * `not-allowed`: may answer none of the needs.
 */
export type ApprovalRefusal =
  | 'unknown'
  | 'digest'
  | 'self'
  | 'twice'
  | 'not-allowed'
  | 'already-rejected'
  | 'already-approved'
  | 'consumed'
  | 'expired';

/** Approvals: bound to a digest, expiring, used once. Every method is one transaction. */
export type ApprovalStore = {
  /** Asks; asking again with the same id and digest changes nothing, with another digest starts anew. */
  request(entry: ApprovalRequest): Promise<Approval>;
  /** `now` (ISO 8601) decides whether it has expired. */
  find(key: {
    readonly repository: RepositoryKey;
    readonly id: string;
    readonly now: string;
  }): Promise<Approval | undefined>;
  /** Those that still wait, oldest first. */
  pending(key: { readonly repository: RepositoryKey; readonly now: string }): Promise<readonly Approval[]>;
  /** Records a word; which needs the person may answer was decided before, by `approvableNeeds`. */
  decide(entry: {
    readonly repository: RepositoryKey;
    readonly id: string;
    /** What the person saw; null where the way of asking carries none (a comment naming the run). */
    readonly digest: string | null;
    readonly word: 'approve' | 'reject';
    readonly by: string;
    /** Names of the needs that the person may answer. */
    readonly satisfies: readonly string[];
    readonly reason: string;
    readonly now: string;
  }): Promise<ApprovalAnswer>;
  /** Uses an approval up, once: true for exactly one caller, and again for the same run (after a crash). */
  consume(entry: {
    readonly repository: RepositoryKey;
    readonly id: string;
    readonly runId: string;
    readonly digest: string;
    readonly now: string;
  }): Promise<boolean>;
};
