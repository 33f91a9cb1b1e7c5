import { z } from 'zod';
import type {
  Approval,
  ApprovalAnswer,
  ApprovalRefusal,
  ApprovalRequest,
  ApprovalStore,
} from '../../contracts/approval.ts';
import { roleNames } from '../../contracts/role.ts';

const names = z.array(z.string());
const storedSchema = z.object({
  id: z.string(),
  runId: z.string(),
  repository: z.string(),
  pullRequest: z.number().nullable(),
  kind: z.string(),
  digest: z.string(),
  summary: z.string(),
  requestedBy: z.string(),
  needs: z.array(
    z.object({
      name: z.string(),
      allowed: z.object({ role: z.enum(roleNames), teams: names, users: names }),
      count: z.number(),
    }),
  ),
  selfApproval: z.boolean(),
  requestedAt: z.string(),
  expiresAt: z.string(),
  approvedBy: z.array(z.object({ by: z.string(), at: z.string(), satisfies: names })),
  rejectedBy: z.string().nullable(),
  reason: z.string(),
  /** The run that used it up. */
  consumedBy: z.string().nullable(),
});

/** An approval as it is stored, as JSON. */
export type StoredApproval = z.infer<typeof storedSchema>;

/** @throws ZodError when the row is not one of ours. */
export function readStoredApproval(text: string): StoredApproval {
  return storedSchema.parse(JSON.parse(text));
}

/** What asking makes of what is there: the same plan again changes nothing, another plan starts anew. */
export function asked(stored: StoredApproval | undefined, entry: ApprovalRequest): StoredApproval {
  if (stored !== undefined && stored.digest === entry.digest && stored.runId === entry.runId) return stored;
  const needs = entry.needs.map(({ name, count, allowed }) => ({
    name,
    count,
    allowed: { role: allowed.role, teams: [...allowed.teams], users: [...allowed.users] },
  }));
  return { ...entry, needs, approvedBy: [], rejectedBy: null, reason: '', consumedBy: null };
}

/** Where it stands at a moment. An approval that was given expires too, until it is used. */
export function approvalAt({ consumedBy, ...stored }: StoredApproval, now: string): Approval {
  return { ...stored, state: stateAt({ ...stored, consumedBy }, now) };
}

function stateAt(stored: StoredApproval, now: string): Approval['state'] {
  if (stored.consumedBy !== null) return 'consumed';
  if (stored.rejectedBy !== null) return 'rejected';
  if (new Date(now) >= new Date(stored.expiresAt)) return 'expired';
  return isSatisfied(stored) ? 'approved' : 'pending';
}

function isSatisfied({ needs, approvedBy }: StoredApproval): boolean {
  return needs.every(({ name, count }) => {
    const people = approvedBy.filter(({ satisfies }) => satisfies.includes(name));
    return new Set(people.map(({ by }) => by.toLowerCase())).size >= count;
  });
}

/** A person's word on it. */
export function decided(
  stored: StoredApproval | undefined,
  entry: Parameters<ApprovalStore['decide']>[0],
): { readonly stored: StoredApproval | undefined; readonly answer: ApprovalAnswer } {
  const { now, by, word, reason } = entry;
  const code = refusalOf(stored, entry);
  if (code !== undefined || stored === undefined) {
    const approval = stored === undefined ? null : approvalAt(stored, now);
    return { stored, answer: { kind: 'refused', code: code ?? 'unknown', approval } };
  }
  if (word === 'reject') {
    const rejected = { ...stored, rejectedBy: by, reason };
    return { stored: rejected, answer: { kind: 'rejected', approval: approvalAt(rejected, now) } };
  }
  const vote = { by, at: now, satisfies: [...entry.satisfies] };
  const voted = { ...stored, approvedBy: [...stored.approvedBy, vote] };
  const approval = approvalAt(voted, now);
  return {
    stored: voted,
    answer: { kind: approval.state === 'approved' ? 'approved' : 'recorded', approval },
  };
}

function refusalOf(
  stored: StoredApproval | undefined,
  { now, by, word, digest, satisfies }: Parameters<ApprovalStore['decide']>[0],
): ApprovalRefusal | undefined {
  if (stored === undefined) return 'unknown';
  if (digest !== null && digest !== stored.digest) return 'digest';
  const state = stateAt(stored, now);
  if (state === 'consumed' || state === 'expired') return state;
  if (state === 'rejected') return 'already-rejected';
  // Whoever asked may always take it back.
  if (word === 'reject') return undefined;
  if (state === 'approved') return 'already-approved';
  const same = (login: string): boolean => login.toLowerCase() === by.toLowerCase();
  if (!stored.selfApproval && same(stored.requestedBy)) return 'self';
  if (stored.approvedBy.some(vote => same(vote.by))) return 'twice';
  return satisfies.length === 0 ? 'not-allowed' : undefined;
}

/** Used up by a run; undefined when it may not be. */
export function consumed(
  stored: StoredApproval | undefined,
  { runId, digest, now }: Omit<Parameters<ApprovalStore['consume']>[0], 'repository' | 'id'>,
): StoredApproval | undefined {
  if (stored === undefined || stored.digest !== digest || stored.runId !== runId) return undefined;
  if (stored.consumedBy === runId) return stored;
  return stateAt(stored, now) === 'approved' ? { ...stored, consumedBy: runId } : undefined;
}
