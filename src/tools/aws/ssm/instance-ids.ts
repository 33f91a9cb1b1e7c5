import { z } from 'zod';

/** `i-…`, or `mi-…` for one outside EC2. */
export const managedInstanceIds = z
  .array(z.string().regex(/^(i-[0-9a-f]{8}([0-9a-f]{9})?|mi-[0-9a-f]{17})$/, 'an instance id'))
  .min(1)
  .max(20)
  .describe('Ids of instances, at most 20.');
