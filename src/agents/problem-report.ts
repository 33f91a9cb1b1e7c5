import { z } from 'zod';
import { severitySchema } from '../contracts/severity.ts';

/** What agents that look for problems answer. Nullable rather than optional: it keeps the provider's strict mode. */
export const problemReport = z.object({
  summary: z.string(),
  problems: z.array(
    z.object({
      title: z.string(),
      severity: severitySchema,
      /** Path, resource or URL. */
      place: z.string(),
      /** What was read that shows it. */
      evidence: z.string(),
      fix: z.string(),
    }),
  ),
  /** What could not be looked at. */
  gaps: z.array(z.string()),
});
