import { z } from 'zod';
import { confidenceSchema, severitySchema } from './severity.ts';

/**
 * One problem at one place. Lines and columns are 1-based; columns count UTF-16 code units, `endColumn` is
 * exclusive (SARIF 2.1.0 §3.30). `evidence` is the source line with every secret masked.
 */
export const findingSchema = z.object({
  /** Rule id, for example `github-token`; for other tools `<tool>/<rule>`. */
  rule: z.string(),
  /** Repository-relative, forward slashes. */
  path: z.string(),
  line: z.number().int().positive(),
  column: z.number().int().positive(),
  endLine: z.number().int().positive(),
  endColumn: z.number().int().positive(),
  severity: severitySchema,
  confidence: confidenceSchema,
  /** For example `CWE-798`. */
  cwe: z.array(z.string()),
  message: z.string(),
  /** What to do about it, one or two sentences. */
  fix: z.string(),
  /** The source line, trimmed to 200 characters, secrets masked. Untrusted text. */
  evidence: z.string(),
  /** Stable across line moves and re-runs; 16 hexadecimal digits. */
  fingerprint: z.string(),
  source: z.enum(['detector', 'agent', 'sarif']),
  /** The tool that reported it: `devops`, or the SARIF driver's name. */
  tool: z.string(),
  /** A replacement for exactly the lines `line..endLine` that code vouches for; an empty one removes them. */
  suggestion: z.string().optional(),
  /** The file is gone at the head: path and line are the base's. */
  onBase: z.boolean().optional(),
  /** Added by the security-review agent; advice, never a decision. */
  advice: z
    .object({
      explanation: z.string(),
      /** Replacement for exactly the lines `line..endLine`; rendered as a `suggestion` block. */
      suggestion: z.string().optional(),
      likelyFalsePositive: z.boolean(),
    })
    .optional(),
});
export type Finding = z.infer<typeof findingSchema>;

/** Something that was not looked at, and why: makes a result `incomplete`. */
export const notAnalysedSchema = z.object({
  /** Path of the file, or null when the gap is not one file (a budget, a service). */
  path: z.string().nullable(),
  reason: z.string(),
});
export type NotAnalysed = z.infer<typeof notAnalysedSchema>;
