import { z } from 'zod';
import { needed, setting } from '../setting.ts';

/** Longest text of a value, characters. */
const maxText = 500;

/** Facts of a deployment that a value may name instead of a literal; see `ValueSource`. */
const facts = ['$sha', '$short-sha', '$ref', '$environment', '$deployment', '$run', '$actor'];

const valueSource = z.union([
  z
    .string()
    .max(maxText)
    .superRefine((value, context) => {
      if (!value.startsWith('$') || facts.includes(value) || /^\$param\.[a-z][a-z0-9_-]*$/.test(value))
        return;
      const message = `there is no ${value.slice(0, 40)}; there are ${facts.join(', ')} and $param.<name>`;
      context.addIssue({ code: 'custom', message });
    }),
  z.number(),
  z.boolean(),
]);

const timeout = (standard: number): z.ZodOptional<z.ZodInt> =>
  setting(z.int().min(1).max(1440), 'Minutes after which it is given up as failed.', standard);

const workflowFile = z.string().regex(/^[A-Za-z0-9._-]+\.ya?ml$/);

const workflow = z.strictObject({
  type: z.literal('workflow'),
  file: needed(workflowFile, 'File name in `.github/workflows`, for example "deploy.yml".'),
  ref: setting(
    z.enum(['default-branch', 'head']),
    'Whose version of the workflow runs: the default branch’s, which a pull request cannot change, or the one of the branch that is deployed.',
    'default-branch',
  ),
  inputs: setting(
    z.record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_-]*$/), valueSource),
    'Workflow inputs beyond those filled in by their names; a value is a literal, or as a whole `$sha`, `$environment`, `$param.<name>`…',
    {},
  ),
  'timeout-minutes': timeout(60),
});

const event = z.strictObject({ type: z.literal('event'), 'timeout-minutes': timeout(60) });

const aws = needed(
  z.strictObject({
    region: needed(z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/), 'AWS region, for example `eu-central-1`.'),
    'role-arn': setting(
      z.string().regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/),
      'Role assumed for this environment; without one the server’s own credentials are used.',
    ),
    'external-id': setting(z.string().min(2).max(1224), 'External id that the role’s trust policy asks for.'),
  }),
  'Where and as whom AWS is used.',
);

const httpUrl = z.url({ protocol: /^https?$/ }).max(maxText);

/** An HTTP address that is asked until it answers as expected. */
const probe = {
  url: needed(httpUrl, 'Address that is asked.'),
  'expect-status': setting(z.int().min(100).max(599), 'Status that is good.', 200),
  'expect-text': setting(z.string().min(1).max(200), 'Text that the answer’s first 64 KiB must contain.'),
  'allow-private': setting(z.boolean(), 'Also ask private and loopback addresses.', false),
  successes: setting(z.int().min(1).max(20), 'Good answers in a row that are needed.', 3),
  attempts: setting(z.int().min(1).max(100), 'Tries until it is given up.', 20),
  'interval-seconds': setting(z.int().min(1).max(600), 'Seconds between tries.', 10),
  'timeout-seconds': setting(z.int().min(1).max(60), 'Longest wait for one answer, seconds.', 10),
};

const ssm = z.strictObject({
  type: z.literal('ssm'),
  aws,
  document: needed(
    z.string().regex(/^[\w./:-]{3,256}$/),
    'Systems Manager document of yours; a document that takes a script, such as `AWS-RunShellScript`, is refused.',
  ),
  'document-version': setting(
    z.string().regex(/^(\d+|\$LATEST|\$DEFAULT)$/),
    'Version; else the default one.',
  ),
  targets: needed(
    z
      .record(z.string().min(1).max(128), z.array(z.string().max(256)).min(1).max(20))
      .refine(tags => Object.keys(tags).length > 0, 'needs at least one tag'),
    'Tags that an instance must carry, each with its possible values.',
  ),
  parameters: setting(z.record(z.string().max(64), valueSource), 'Parameters of the document.', {}),
  'waves-percent': setting(
    z
      .array(z.int().min(1).max(100))
      .min(1)
      .max(10)
      .refine(shares => shares.reduce((sum, share) => sum + share, 0) === 100, 'must add up to 100'),
    'Share of the instances in each wave, percent.',
    [10, 40, 50],
  ),
  'max-failures': setting(
    z.int().min(0).max(1000),
    'Instances that may fail before no further wave starts.',
    0,
  ),
  health: setting(z.strictObject(probe), 'Asked after each wave.'),
  'timeout-minutes': timeout(60),
});

const ecs = z.strictObject({
  type: z.literal('ecs'),
  aws,
  cluster: needed(z.string().min(1).max(255), 'Cluster name or ARN.'),
  service: needed(z.string().min(1).max(255), 'Service name or ARN.'),
  container: needed(z.string().min(1).max(255), 'Container whose image is replaced.'),
  image: needed(
    z
      .string()
      .regex(/^[a-z0-9][\w./:-]*$/)
      .max(maxText),
    'Image without its tag, for example `111122223333.dkr.ecr.eu-central-1.amazonaws.com/web`.',
  ),
  tag: setting(valueSource, 'The image’s tag.', '$sha'),
  'timeout-minutes': timeout(30),
});

/** `runner:` of an environment. */
export const runnerSchema = z.discriminatedUnion('type', [workflow, event, ssm, ecs]);
export type WrittenRunner = z.infer<typeof runnerSchema>;

const metric = z.strictObject({
  type: z.literal('metric'),
  aws,
  namespace: needed(z.string().min(1).max(255), 'CloudWatch namespace.'),
  metric: needed(z.string().min(1).max(255), 'Metric name.'),
  dimensions: setting(z.record(z.string().max(255), z.string().max(1024)), 'Dimensions of the metric.', {}),
  statistic: setting(
    z.enum(['Sum', 'Average', 'Maximum', 'Minimum', 'SampleCount']),
    'Statistic over the window.',
    'Sum',
  ),
  'per-metric': setting(
    z.string().min(1).max(255),
    'Compare the share of this metric of the same namespace and dimensions, in percent.',
  ),
  'at-most': needed(z.number(), 'Largest value that is still good.'),
  'window-minutes': setting(z.int().min(1).max(120), 'Minutes after the deployment that are looked at.', 5),
  'no-data': setting(z.enum(['pass', 'fail']), 'What no data points mean.', 'pass'),
});

/** One entry of an environment's `verify:`. */
export const verificationSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('http'), ...probe }),
  metric,
  workflow,
]);
export type WrittenVerification = z.infer<typeof verificationSchema>;
