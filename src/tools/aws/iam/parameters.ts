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
export const policyName = name(128).describe('Name of the policy.');

/** Who a policy is attached to. */
export const holder = z
  .object({ type: z.enum(['user', 'group', 'role']), name: name(128) })
  .describe('The user, group or role.');

/** Two keys a user can have are told apart by their last characters; whole ids are masked like other credentials. */
export const keyEnding = z
  .string()
  .regex(/^[A-Z0-9]{4}$/, 'the last four characters of the key’s id')
  .describe('Last four characters of the access key’s id, as iam_list_access_keys gives them.');

export const path = z
  .string()
  .max(512)
  .regex(/^\/([\w+=,.@-]+\/)*$/, 'a path such as /teams/web/')
  .nullish()
  .describe('Path of the name, for example `/teams/web/`. Default: `/`.');

/** A policy document, as one text so that nothing of it is lost. */
export const document = z.string().min(2).max(10_240).describe('The policy document as JSON.');
