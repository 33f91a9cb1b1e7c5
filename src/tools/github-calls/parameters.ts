import { z } from 'zod';

/** The repository a call concerns. */
export const repository = z
  .string()
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})\/[A-Za-z0-9._-]{1,100}$/, 'must be of the form owner/name')
  .refine(value => !/\/\.{1,2}$/.test(value), 'must name a repository')
  .optional()
  .describe('owner/name; default: the repository of the run or the checkout');

/** How many elements a list gives at most. */
export const limit = z.int().min(1).max(500).default(50).describe('most elements to return');

/** A person or bot. */
export const login = z
  .string()
  .max(60)
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?(?:\[bot\])?$/, 'must be a login such as octocat');

export const labels = z.array(z.string().min(1).max(50)).min(1).max(20);
