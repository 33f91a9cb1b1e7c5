import { z } from 'zod';
import { severitySchema } from './severity.ts';

/**
 * What a control says of a resource. `ERROR`: it could not be looked at, which is never a pass. `MANUAL`: only a
 * person can tell. `NOT_APPLICABLE`: there is nothing that the control is about.
 */
export const verdicts = ['FAIL', 'ERROR', 'MANUAL', 'PASS', 'NOT_APPLICABLE'] as const;
const verdictSchema = z.enum(verdicts);
export type Verdict = z.infer<typeof verdictSchema>;

/** The controls' sections, as the CIS AWS Foundations Benchmark divides them. */
export const auditSections = ['Identity', 'Storage', 'Logging', 'Monitoring', 'Networking'] as const;
const sectionSchema = z.enum(auditSections);
export type AuditSection = z.infer<typeof sectionSchema>;

const outcomeSchema = z.object({
  verdict: verdictSchema,
  /** An ARN, or AWS's id or name of it; `account` or `regions` for the whole. Untrusted text. */
  resource: z.string(),
  /** Null for what belongs to no region. */
  region: z.string().nullable(),
  /** One sentence: what was seen. Untrusted text. */
  reason: z.string(),
});
/** What a control says of one resource. */
export type AuditOutcome = z.infer<typeof outcomeSchema>;

const controlSchema = z.object({
  /** Of CIS AWS Foundations v5.0.0; a text: `1.10` is not `1.1`. */
  id: z.string(),
  /** Of v7.0.0; null where that version has no such control. */
  v7: z.string().nullable(),
  title: z.string(),
  /** What can happen where it does not hold. */
  why: z.string(),
  section: sectionSchema,
  severity: severitySchema,
  verdict: verdictSchema,
  /** In the order of region and resource. */
  outcomes: z.array(outcomeSchema).readonly(),
});
/** A control's verdict over the account, and over every resource. */
export type AuditedControl = z.infer<typeof controlSchema>;

const failureSchema = z.object({
  /** For example `s3:GetBucketPolicy`. */
  action: z.string(),
  region: z.string(),
  /** What it was asked about; null: the account or the region. */
  resource: z.string().nullable(),
  /** `denied`, `throttled`, …, `timeout`, `unexpected`. */
  code: z.string(),
  message: z.string(),
});
/** A read that failed; the audit goes on without it. */
export type ReadFailure = z.infer<typeof failureSchema>;

const planSchema = z.object({
  control: z.string(),
  /** Untrusted text. */
  resource: z.string(),
  region: z.string().nullable(),
  change: z.string(),
  /** AWS CLI; what stands in `<angle brackets>` a person fills in. */
  commands: z.array(z.string()).readonly(),
  /** Empty where it is none of Terraform's. */
  terraform: z.string(),
  risk: z.string(),
  undo: z.string(),
  /** The tool that carries it out once it is approved; null: a person does it. */
  tool: z
    .object({
      name: z.string(),
      input: z.record(z.string(), z.unknown()),
      /** Parameters that only a person can give. */
      asks: z.array(z.string()).readonly().default([]),
    })
    .nullable(),
});
/** How one failing resource is put right. Nothing of it is done by an audit. */
export type RemedyPlan = z.infer<typeof planSchema>;

/** An audit as it is stored, compared and rendered. */
export const auditReportSchema = z.object({
  version: z.literal(1),
  benchmark: z.string(),
  /** Null when AWS did not tell. */
  account: z.string().nullable(),
  /** ISO 8601: the moment that ages are measured from. */
  at: z.string(),
  durationMs: z.number(),
  regions: z.object({
    scanned: z.array(z.string()).readonly(),
    /** Every region enabled for the account; null when AWS did not tell. */
    enabled: z.array(z.string()).readonly().nullable(),
  }),
  controls: z.array(controlSchema).readonly(),
  /** A plan for every FAIL. */
  remediation: z.array(planSchema).readonly(),
  /** How many controls there are, chosen or not. */
  controlsInAll: z.number(),
  failures: z.array(failureSchema).readonly(),
  /** Calls that AWS answered and reads that failed; answers of "there is none" are not counted. */
  calls: z.number(),
});
export type AuditReport = z.infer<typeof auditReportSchema>;
