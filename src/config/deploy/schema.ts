import { z } from 'zod';
import { glob, needed, setting } from '../setting.ts';
import { deployProblems } from './cross-checks.ts';
import { freezeSchema, gatesSchema } from './gates-schema.ts';
import { runnerSchema, verificationSchema } from './runner-schema.ts';

/** Names of environments: what people type and what addresses can hold. */
const environmentName = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,62}$/);
const parameterName = z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/);

const parameterSchema = z.strictObject({
  type: setting(z.enum(['text', 'number', 'boolean', 'choice']), 'What its value is.', 'text'),
  description: setting(z.string().max(200), 'Shown by `/devops help deploy`.'),
  required: setting(z.boolean(), 'Must be given where there is no default.', false),
  default: setting(z.union([z.string().max(200), z.number(), z.boolean()]), 'Value when it is not given.'),
  choices: setting(z.array(z.string().min(1).max(100)).min(1).max(50), 'Values of a `choice`.'),
  pattern: setting(
    z.string().min(1).max(200),
    'Regular expression that a whole `text` must match. Without one: letters, digits and `._:/@+-`, no leading dash.',
  ),
  minimum: setting(z.number(), 'Least `number`.'),
  maximum: setting(z.number(), 'Largest `number`.'),
});

const lockSchema = z.strictObject({
  sticky: setting(
    z.boolean(),
    'A deployment keeps the lock for its pull request until it is merged, closed or unlocked.',
    false,
  ),
  'when-held': setting(z.enum(['queue', 'refuse']), 'A held lock: get in line, or refuse.', 'queue'),
  'expires-after-minutes': setting(
    z.int().min(1).max(43_200),
    'Minutes after which a lock is free by itself.',
    240,
  ),
});

const limitsSchema = z.strictObject({
  concurrent: setting(z.int().min(1).max(100), 'Deployments of the repository under way at once.'),
  'per-hour': setting(z.int().min(1).max(1000), 'Deployments of the environment within an hour.'),
});

const environmentSchema = z.strictObject({
  production: setting(
    z.boolean(),
    'Stricter defaults, and GitHub shows it as production. Default: true for `production`, `prod` and `live`.',
  ),
  url: setting(z.url({ protocol: /^https?$/ }).max(500), 'Address that GitHub links to.'),
  after: setting(
    z.array(environmentName).max(10),
    'Environments in which the same commit must be active first.',
    [],
  ),
  runner: needed(runnerSchema, 'What carries a deployment out.'),
  gates: setting(gatesSchema, 'What must hold here, over the general `gates`.'),
  lock: setting(lockSchema, 'How deployments exclude each other.'),
  parameters: setting(
    z.record(parameterName, parameterSchema),
    'Parameters that a command may give as `name=value`; others are refused.',
    {},
  ),
  verify: setting(
    z.array(verificationSchema).max(10),
    'What must hold after the runner succeeded, in this order.',
    [],
  ),
  'on-failure': setting(
    z.enum(['nothing', 'rollback']),
    'What follows a failed runner or verification.',
    'nothing',
  ),
  limits: setting(limitsSchema, 'How much may be deployed.'),
});
export type WrittenEnvironment = z.infer<typeof environmentSchema>;

const triggerSchema = z.strictObject({
  event: needed(
    z.enum(['merge', 'checks-green']),
    '`merge`: a pull request was merged into the branch; `checks-green`: all its checks passed.',
  ),
  environment: needed(environmentName, 'Where to.'),
  branches: setting(z.array(glob).max(20), 'Base branches. Empty: the default branch.', []),
  labels: setting(
    z.array(z.string().min(1).max(50)).max(20),
    'Only pull requests with one of these labels; empty: all.',
    [],
  ),
});

/** `deploy:` as written. */
export const deploySchema = z
  .strictObject({
    environments: setting(
      z.record(environmentName, environmentSchema),
      'Environments by name, in the order in which they are shown.',
      {},
    ),
    gates: setting(gatesSchema, 'What must hold in every environment, unless it says otherwise.'),
    freeze: setting(z.array(freezeSchema).max(50), 'Times in which nothing is deployed anywhere.', []),
    on: setting(z.array(triggerSchema).max(20), 'Deployments that nobody has to ask for.', []),
  })
  .superRefine((deploy, context) => {
    for (const { path, message, suggestion } of deployProblems(deploy))
      context.addIssue({ code: 'custom', path: [...path], message, params: { suggestion } });
  });
export type WrittenDeploy = z.infer<typeof deploySchema>;
