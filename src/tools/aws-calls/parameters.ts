import { z } from 'zod';

/** Where a call goes. Names of AWS's regions: https://docs.aws.amazon.com/general/latest/gr/rande.html */
export const region = z
  .string()
  .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'a region such as eu-central-1')
  .nullish()
  .describe('AWS region, for example `eu-central-1`. Default: that of the configuration.');

/** How many entries a listing gives at most; more are told of, not given. */
export const limit = z
  .number()
  .int()
  .min(1)
  .max(1000)
  .nullish()
  .describe('Most entries to give, 1 to 1000. Default: 100.');

/** What `limit` is when it is not given. */
export const defaultLimit = 100;

/** `i-0123456789abcdef0`; older ones have eight digits. */
export const instanceIds = z
  .array(z.string().regex(/^i-[0-9a-f]{8}([0-9a-f]{9})?$/, 'an instance id such as i-0123456789abcdef0'))
  .min(1)
  .max(20)
  .describe('Ids of instances, at most 20.');
