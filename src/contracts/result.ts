import { z } from 'zod';
import { findingSchema, notAnalysedSchema } from './finding.ts';
import { severitySchema } from './severity.ts';

/** How a run ended. Only `passed` may turn a check green. */
export const outcomes = ['passed', 'findings', 'incomplete', 'refused', 'failed', 'cancelled'] as const;
export const outcomeSchema = z.enum(outcomes);
export type Outcome = z.infer<typeof outcomeSchema>;

/** What a model cost; zero everywhere when none was asked. */
export const usageSchema = z.object({
  model: z.string().nullable(),
  requests: z.number(),
  inputTokens: z.number(),
  outputTokens: z.number(),
  /** US dollars; null when the model's price is not configured. */
  costUsd: z.number().nullable(),
});
export type Usage = z.infer<typeof usageSchema>;

/** A dismissal as remembered and shown. */
export const dismissalSchema = z.object({
  fingerprint: z.string(),
  reason: z.string(),
  /** Login of who dismissed it. */
  actor: z.string(),
  /** `pull-request`: only this pull request; `repository`: everywhere in it. */
  scope: z.enum(['pull-request', 'repository']),
  /** ISO 8601. */
  at: z.string(),
});
export type Dismissal = z.infer<typeof dismissalSchema>;

/** A security review's result, the one thing every renderer reads. */
export const reviewResultSchema = z.object({
  outcome: outcomeSchema,
  headSha: z.string(),
  /** Reported findings (threshold, filters and dismissals applied), most severe first. */
  findings: z.array(findingSchema),
  dismissed: z.array(z.object({ finding: findingSchema, dismissal: dismissalSchema })),
  /** Fingerprints reported before on this pull request that are gone now. */
  fixedCount: z.number(),
  /** Findings below the report threshold, in excluded paths or under an ignore comment; counted, not shown. */
  hiddenCount: z.number(),
  notAnalysed: z.array(notAnalysedSchema),
  /** Sentences shown first: a broken configuration, a skipped model. */
  warnings: z.array(z.string()),
  failOn: severitySchema.or(z.literal('never')),
  coverage: z.object({ files: z.number(), bytes: z.number(), rules: z.number() }),
  durationMs: z.number(),
  usage: usageSchema,
  /** Findings a model proposed that code could not verify. */
  unverifiedAgentFindings: z.number(),
});
export type ReviewResult = z.infer<typeof reviewResultSchema>;
