import { z } from 'zod';
import type { ChangedFile } from './repository-client.ts';

/** One entry of "List pull requests files" and of "Compare two commits". */
export const changedFileSchema = z
  .object({
    filename: z.string(),
    previous_filename: z.string().optional(),
    status: z.enum(['added', 'removed', 'modified', 'renamed', 'copied', 'changed', 'unchanged']),
    sha: z.string().nullable(),
    additions: z.number(),
    deletions: z.number(),
    patch: z.string().optional(),
  })
  .transform(
    (file): ChangedFile => ({
      path: file.filename,
      previousPath: file.previous_filename,
      status: file.status,
      blobSha: file.sha ?? '',
      additions: file.additions,
      deletions: file.deletions,
      patch: file.patch,
    }),
  );
