import { z } from 'zod';

/** Folders whose file systems are measured. */
export const diskPaths = z
  .array(z.string().min(1).max(500))
  .min(1)
  .max(20)
  .default(['/'])
  .describe('folders whose file systems are looked at');
