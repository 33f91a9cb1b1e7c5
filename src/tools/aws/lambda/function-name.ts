import { z } from 'zod';

/** By name: an ARN would carry a region and account of its own. */
export const functionName = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'the name of a function');
