import { z } from 'zod';

/** Characters of IAM's names: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const name = (max: number) =>
  z.string().regex(new RegExp(`^[\\w+=,.@-]{1,${max}}$`), `1 to ${max} letters, digits and +=,.@_-`);

export const userName = name(64).describe('Name of the user.');
export const groupName = name(128).describe('Name of the group.');
export const roleName = name(64).describe('Name of the role.');

export const policyArn = z
  .string()
  .regex(
    /^arn:aws(-cn|-us-gov)?:iam::(\d{12}|aws):policy\/[\w+=,.@/-]{1,512}$/,
    'an ARN such as arn:aws:iam::aws:policy/ReadOnlyAccess',
  )
  .describe('ARN of the managed policy.');

export const pathPrefix = z
  .string()
  .regex(/^\/([\w+=,.@-]+\/)*$/, 'a path such as /teams/web/')
  .nullish()
  .describe('Only those under this path, for example `/teams/web/`. Default: all.');
