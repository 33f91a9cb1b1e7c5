import { z } from 'zod';
import type { AwsConfig } from '../contracts/aws.ts';
import { defaultHealth, healthSchema, overHealth } from './health-schema.ts';
import { setting } from './setting.ts';

/** Names of AWS's regions, for example `us-gov-west-1`. */
const region = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be a region such as eu-central-1');

const roleArn = z
  .string()
  .regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/, 'must be the ARN of a role')
  .meta({ examples: ['arn:aws:iam::111122223333:role/devops-reader'] });

/** AWS's limits: 128 characters of key, 256 of value. */
const tag = z.strictObject({
  key: z.string().min(1).max(128),
  value: setting(z.string().max(256), 'Its value. Left out: any.'),
});

/** What holds where no file says otherwise. */
export const defaultAws: AwsConfig = {
  region: undefined,
  regions: [],
  readerArn: undefined,
  actorArn: undefined,
  logGroups: [],
  limits: {
    protectedTags: [{ key: 'devops:protected', value: '' }],
    managedTag: { key: 'devops:managed', value: 'true' },
    maxResources: 10,
    maxPercent: 50,
  },
  health: defaultHealth,
};

/** `aws:` of the configuration. */
export const awsSchema = z.strictObject({
  region: setting(region, 'Where a call goes that names no region.'),
  regions: setting(
    z.array(region).max(40),
    'Where health, audit and cost look. Left out: every region that is enabled for the account.',
    defaultAws.regions,
  ),
  reader: setting(
    z.strictObject({ 'role-arn': roleArn }),
    'The role that reads. Its trust policy must ask for this repository’s name (`owner/name`, in lower case) as external id.',
  ),
  actor: setting(
    z.strictObject({ 'role-arn': roleArn }),
    'The role that carries out approved changes. Left out: nothing in AWS is changed.',
  ),
  protect: setting(
    z.array(tag).max(20),
    'What carries one of these tags is never changed.',
    defaultAws.limits.protectedTags.map(({ key }) => ({ key })),
  ),
  managed: setting(
    z.union([tag, z.literal(false)]),
    'Only what carries this tag is changed; `false`: anything that is not protected.',
    defaultAws.limits.managedTag,
  ),
  'log-groups': setting(
    z.array(z.string().regex(/^[\w./#-]{1,512}$/, 'must be the name of a log group')).max(20),
    'Log groups whose errors `/devops incident` shows.',
    defaultAws.logGroups,
  ),
  'max-resources': setting(
    z.number().int().min(1).max(20),
    'Most resources that one change may concern.',
    defaultAws.limits.maxResources,
  ),
  'max-percent': setting(
    z.number().int().min(1).max(100),
    'Most percent of the resources of a kind in the region that one change may concern, if it concerns more than one.',
    defaultAws.limits.maxPercent,
  ),
  health: setting(healthSchema, 'By what `devops health` judges.'),
});
export type WrittenAws = z.infer<typeof awsSchema>;

/**
 * The organisation's section binds as soon as there is one: a repository may choose regions and its own roles where the
 * organisation names none, protect more and change less.
 */
export function mergeAws(
  organisation: WrittenAws | undefined,
  repository: WrittenAws = {},
  refuse: (setting: string, kept: string) => void,
): AwsConfig {
  const base = over(defaultAws, organisation ?? {});
  const wanted = over(base, repository);
  if (organisation === undefined) return wanted;
  const { limits } = base;
  if (base.readerArn !== undefined && wanted.readerArn !== base.readerArn)
    refuse('aws.reader', base.readerArn);
  if (base.actorArn !== undefined && wanted.actorArn !== base.actorArn) refuse('aws.actor', base.actorArn);
  if (wanted.limits.maxResources > limits.maxResources)
    refuse('aws.max-resources', String(limits.maxResources));
  if (wanted.limits.maxPercent > limits.maxPercent) refuse('aws.max-percent', String(limits.maxPercent));
  if (repository.managed !== undefined && limits.managedTag !== undefined)
    refuse('aws.managed', limits.managedTag.key);
  return {
    ...wanted,
    readerArn: base.readerArn ?? wanted.readerArn,
    actorArn: base.actorArn ?? wanted.actorArn,
    limits: {
      protectedTags: [...limits.protectedTags, ...(repository.protect ?? []).map(tagOf)],
      managedTag: limits.managedTag ?? wanted.limits.managedTag,
      maxResources: Math.min(limits.maxResources, wanted.limits.maxResources),
      maxPercent: Math.min(limits.maxPercent, wanted.limits.maxPercent),
    },
  };
}

function over(base: AwsConfig, written: WrittenAws): AwsConfig {
  const { limits } = base;
  return {
    region: written.region ?? base.region,
    regions: written.regions ?? base.regions,
    readerArn: written.reader?.['role-arn'] ?? base.readerArn,
    actorArn: written.actor?.['role-arn'] ?? base.actorArn,
    logGroups: written['log-groups'] ?? base.logGroups,
    health: overHealth(base.health, written.health),
    limits: {
      protectedTags: written.protect?.map(tagOf) ?? limits.protectedTags,
      managedTag:
        written.managed === undefined
          ? limits.managedTag
          : written.managed === false
            ? undefined
            : tagOf(written.managed),
      maxResources: written['max-resources'] ?? limits.maxResources,
      maxPercent: written['max-percent'] ?? limits.maxPercent,
    },
  };
}

function tagOf({ key, value = '' }: { readonly key: string; readonly value?: string | undefined }) {
  return { key, value };
}
